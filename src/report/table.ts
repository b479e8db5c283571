import { inHtml, type Markdown, md, together } from '../domain/text/markdown.ts';
import type { Phrase } from '../domain/text/phrase.ts';

/** What stands in one cell: neither line breaks nor bare pipes. */
export type Cell = Phrase | Markdown;

export function table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): Markdown {
  const line = (cells: readonly Cell[]) => md`| ${together(cells.map(inCell), ' | ')} |`;
  const rule = line(head.map(() => md`:---`));
  return together([line(head), rule, ...rows.map(line)], '\n');
}

function inCell(cell: Cell): Markdown {
  return md`${cell}`;
}

/** A fold: its content shows when someone asks for it. */
export function fold(summary: Phrase, content: Markdown): Markdown {
  return md`<details>\n<summary>${inHtml(summary)}</summary>\n\n${content}\n\n</details>`;
}

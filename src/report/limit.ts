import { type Markdown, md, together } from '../domain/text/markdown.ts';
import { joined, type Phrase } from '../domain/text/phrase.ts';

/** A part of the report. What is `essential` is never left out. */
export interface Section {
  /** As the note names it when it had to be left out. */
  readonly name: Phrase;
  readonly markdown: Markdown;
  readonly essential?: true;
}

/** A section that has nothing to say. */
export const nothing: Markdown = md``;

export function isNothing({ text }: Markdown): boolean {
  return text === '';
}

/**
 * The sections, one after the other, within `limit` characters. What does not fit is left out as a
 * whole, the last first, so that no fence and no fold stays open; a note says what is missing.
 */
export function fitted(sections: readonly Section[], limit: number): Markdown {
  const kept = sections.filter(({ markdown }) => !isNothing(markdown));
  const missing: Phrase[] = [];
  for (;;) {
    const markdown = inAll(kept, missing);
    const spare = kept.findLastIndex(({ essential }) => !essential);
    if (markdown.text.length <= limit || spare === -1) return markdown;
    missing.unshift(...kept.splice(spare, 1).map(({ name }) => name));
  }
}

function inAll(sections: readonly Section[], missing: readonly Phrase[]): Markdown {
  const note = md`_Left out, because it does not fit here: ${joined(missing, ', ')}._`;
  const parts = [
    ...sections.map(({ markdown }) => markdown),
    ...(missing.length > 0 ? [note] : []),
  ];
  return md`${together(parts, '\n\n')}\n`;
}

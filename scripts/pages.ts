/**
 * Shows what pull requests get to see: each story is told by the committed bundle against the
 * simulator, and its comment becomes a page that any browser opens, with no network.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { indexPage, mermaidBundle, mermaidFile, reportPage } from './pages/page.ts';
import { stories } from './pages/stories.ts';
import { type ReportData, reportOf } from './pages/story.ts';

/** A page, and the Markdown that it shows. */
export interface Page {
  readonly name: string;
  readonly file: string;
  readonly markdown: string;
}

/**
 * Writes the page of each story, their index and what they need into a folder. The stories are told
 * afresh, unless their Markdown comes from elsewhere.
 */
export async function writePages(
  folder: string,
  markdownOf: (reportData: ReportData) => string | Promise<string> = reportOf,
): Promise<readonly Page[]> {
  mkdirSync(folder, { recursive: true });
  copyFileSync(mermaidBundle, `${folder}/${mermaidFile}`);
  writeFileSync(`${folder}/index.html`, indexPage(stories));
  const pages: Page[] = [];
  const untold = stories.values();
  const tellSome = async () => {
    for (const reportData of untold)
      pages.push(writePage(folder, reportData, await markdownOf(reportData)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, tellSome));
  return pages;
}

function writePage(folder: string, { name, title }: ReportData, markdown: string): Page {
  const file = `${folder}/${name}.html`;
  writeFileSync(file, reportPage(name, title, markdown));
  writeFileSync(`${folder}/${name}.md`, markdown);
  return { name, file, markdown };
}

if (import.meta.main) {
  const folder = 'out/demo';
  const pages = await writePages(folder);
  console.log(`${pages.length} reports to look at in a browser: ${folder}/index.html`);
}

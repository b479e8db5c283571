import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page as Tab } from 'playwright-core';
import { reportPage } from '../scripts/pages/page.ts';
import { stories } from '../scripts/pages/stories.ts';
import { type Page, writePages } from '../scripts/pages.ts';
import { installed, lookAt, openBrowser, type Poll } from './pages/browser.ts';
import { commentIn } from './transcripts/markdown.ts';

const folder = 'out/pages';
const dark = { width: 1000, colorScheme: 'dark', details: 'open' } as const;
const polls: readonly Poll[] = [
  { width: 1000, colorScheme: 'light', details: 'open' },
  { width: 400, colorScheme: 'dark', details: 'open' },
];
/** Pictures for people: `PICTURES=1 npm test -- pages` takes them, and of folded pages too. */
const withPictures = process.env.PICTURES === '1';
const folded: readonly Poll[] = polls.map((poll) => ({ ...poll, details: 'closed' }));
const withBrowser = installed ? describe : describe.skip;
if (!installed) process.stderr.write('SKIPPED: no Chromium here, so no one looks at the pages.\n');

let browser: Browser;
/** One for all pages: its process has read Mermaid already. */
let tab: Tab;
let pages: readonly Page[];

beforeAll(async () => {
  if (!installed) return;
  browser = await openBrowser();
  tab = await browser.newPage();
  // Another test compares the transcripts with what the action says.
  pages = await writePages(folder, ({ name }) =>
    commentIn(readFileSync(`__tests__/transcripts/reports/${name}.md`, 'utf8')),
  );
});

afterAll(() => browser?.close());

withBrowser('the report on a pull request', () => {
  it.each(stories.map(({ name }) => name))('%s can be looked at', async (name) => {
    const page = pages.find((candidate) => candidate.name === name);
    if (!page) throw new Error(`There is no page of ${name}.`);
    const charts = page.markdown.match(/^```mermaid$/gm)?.length ?? 0;
    const asked = withPictures ? [...folded, ...polls] : polls;
    const pictureOf = ({ width, colorScheme, details }: Poll) =>
      `${folder}/${name}-${width}-${colorScheme}-${details}.png`;
    const seen = await lookAt(tab, page.file, asked, withPictures ? pictureOf : undefined);
    expect(seen).toEqual(asked.map((poll) => ({ ...poll, charts, faults: [] })));
  });
});

const chart = (lines: string) => `\`\`\`mermaid\ngantt\n  dateFormat X\n${lines}\n\`\`\``;

withBrowser('a page that is broken is told', () => {
  it('where the Markdown is at fault', async () => {
    const markdown = [
      chart('  nonsense ::: 1'),
      chart('  title Nothing'),
      chart(`  ${'Cut off '.repeat(40)} : 0, 9`),
      chart('  section A title so long that it\n  runs into this : 0, 9'),
      chart(`  axisFormat ${'wide'.repeat(20)} %S\n  tickInterval 5second\n  a : 0, 9`),
      chart('  faint words :active, 0, 1\n  a : 1, 99'),
      'Thanks to @octocat and @acme/sre, as in #12: <img src="https://example.com/x.png">',
      '\\<!-- marker -->',
    ].join('\n\n');
    const faults = [
      'a request leaves the page: https://example.com/x.png',
      expect.stringMatching(/^a chart cannot be drawn: "./),
      'a chart is empty',
      'a title of a chart runs into a bar: "A title so long that it"',
      expect.stringMatching(/^words of a chart overlap: "widewide.*" and "widewide/),
      'words of a chart can hardly be read: "faint words"',
      expect.stringMatching(/^a text is cut off or sticks out: "Cut off Cut off/),
      'a raw HTML comment shows: "<!-- marker -->"',
      expect.stringMatching(/^not ours: .*user-mention.*octocat/),
      expect.stringMatching(/^not ours: .*user-mention.*acme/),
      expect.stringMatching(/^not ours: .*issue-link/),
      expect.stringMatching(/^not ours: .*<img/),
    ];
    const page = reportPage('broken', 'Broken', markdown);
    expect(await faultsOf('broken', page)).toEqual(expect.arrayContaining(faults));
  });

  it('where something got past the cleaning', async () => {
    const html = `
      <p style="overflow-wrap: normal">${'x'.repeat(500)}</p><div style="width: 2000px">wide</div>
      <img src="data:x" onerror="alert(1)"><script>nothing.here</script>`;
    const page = reportPage('unclean', 'Unclean', 'HERE').replace('<p>HERE</p>', () => html);
    expect(await faultsOf('unclean', page)).toEqual([
      'an error: nothing is not defined',
      'a script ran: alert 1',
      'the page scrolls sideways',
      '<div> sticks out: "wide"',
      expect.stringMatching(/^a text is cut off or sticks out: "xxxxx/),
      expect.stringMatching(/^not ours: .*<img/),
      'not ours: "<script>nothing.here</script>"',
    ]);
  });

  it('but neither what can be scrolled to, nor a chart that is well', async () => {
    const code = `\`\`\`\n${'x'.repeat(500)}\n\`\`\`\n`;
    const table = `| ${'a | '.repeat(60)}\n|${'-|'.repeat(60)}\n`;
    const good = `${code}\n${table}\n\n${chart('  section Fleet\n  Baking : 0, 300')}`;
    expect(await faultsOf('good', reportPage('good', 'Good', good))).toEqual([]);
  });
});

async function faultsOf(name: string, html: string): Promise<readonly string[]> {
  const file = `${folder}/${name}.html`;
  writeFileSync(file, html);
  const [seen] = await lookAt(tab, file, [dark]);
  return seen?.faults ?? [];
}

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page as Tab } from 'playwright-core';
import { reportPage } from '../scripts/pages/page.ts';
import { stories } from '../scripts/pages/stories.ts';
import { type Page, writePages } from '../scripts/pages.ts';
import type { Metric } from '../src/domain/alarms/alarm.ts';
import { type AlarmRecord, nothingKnown } from '../src/domain/cause/alarm-evidence.ts';
import { alarmChart } from '../src/report/explain/alarm-chart.ts';
import { metricAlarm } from './domain/alarms.ts';
import { at } from './domain/snapshots.ts';
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
const pictureOf =
  (name: string) =>
  ({ width, colorScheme, details }: Poll) =>
    `${folder}/${name}-${width}-${colorScheme}-${details}.png`;
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
    const seen = await lookAt(tab, page.file, asked, withPictures ? pictureOf(name) : undefined);
    expect(seen).toEqual(asked.map((poll) => ({ ...poll, charts, faults: [] })));
  });
});

withBrowser('the chart of an alarm', () => {
  const minutes = (values: readonly (number | undefined)[], seconds = 60) =>
    values.flatMap((value, index) =>
      value === undefined ? [] : [{ at: at(seconds * index), value }],
    );
  const record = (
    metric: Partial<Metric>,
    threshold: number,
    datapoints: AlarmRecord['datapoints'],
    fresh: AlarmRecord['datapoints'] = [],
  ): AlarmRecord => ({
    ...{ ...nothingKnown, name: 'fraud', datapoints, fleets: { fresh, old: [] } },
    alarm: { ...metricAlarm, threshold, watches: { ...metricAlarm.watches, ...metric } as never },
  });
  const many = Array.from({ length: 500 }, (_, index) => index % 7);
  const records: readonly AlarmRecord[] = [
    record({}, 1, minutes([0, 0, 14, 21, 20, 5, 0]), minutes([0, 0, 14, 18, 20])),
    record({}, 0, minutes([0])),
    record({}, 5, minutes(many), minutes(many)),
    record({ name: 'ModelLatency', statistic: 'p99' }, 4000, minutes([3000, undefined, 4346])),
    record({ statistic: 'Average', periodSeconds: 10 }, 0.01, minutes(many.slice(0, 20), 10)),
    record({ namespace: '"] --> [', name: '"\n```\n' }, -5, minutes([-7.5, -1e-9, 0.1 + 0.2])),
    record({ namespace: 'Acme', periodSeconds: 86_400 }, 1e13, minutes([1e-4, 1e13], 86_400)),
    record({}, 49_000, minutes([49_000, 1])),
  ];

  it('is drawn by Mermaid, wide and narrow, whatever it shows', async () => {
    const charts = records.map((each) => alarmChart(each)?.chart.text ?? '');
    const file = `${folder}/alarms.html`;
    writeFileSync(file, reportPage('alarms', 'Alarms', charts.join('\n\n')));
    const seen = await lookAt(tab, file, polls, withPictures ? pictureOf('alarms') : undefined);
    expect(seen).toEqual(polls.map((poll) => ({ ...poll, charts: records.length, faults: [] })));
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

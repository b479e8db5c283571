import type { Element, ElementContent, RootContent } from 'hast';
import { githubTree } from '../../scripts/pages/github-html.ts';
import { StepLog } from '../../simulator/runner/step-log.ts';
import { problemFrom } from '../../src/domain/problem.ts';
import { logLines, openingLines, verdictText } from '../../src/report/log.ts';
import { reportMarkdown } from '../../src/report/markdown.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { refusalMarkdown, refusalText } from '../../src/report/refusal.ts';
import type { ReportData } from '../../src/report/report-data.ts';
import { at } from '../domain/snapshots.ts';

/** What a reader makes of a report, without the words that are data: the same, whatever those say. */
export type Seen = unknown;

/** The runner: its commands, annotations and masks, and how many lines it shows. */
export function seenByTheRunner(reportData: ReportData): Seen {
  const log = new StepLog([]);
  let lines = 0;
  const print = (text: string) => {
    for (const line of text.split(/\r\n|\r|\n/)) {
      lines += 1;
      log.read(line);
    }
  };
  for (const line of openingLines(reportData)) print(line);
  for (const [index] of reportData.events.entries()) {
    for (const line of logLines({ ...reportData, events: reportData.events.slice(0, index + 1) }))
      print(line);
  }
  print(verdictText(reportData));
  print(`::error::${escapedData(verdictText(reportData))}`);
  return {
    lines,
    commands: log.commands.map(({ name, properties }) => ({ name, properties })),
    masked: log.masked,
    // A line that begins with a command for a reader that trims more than the runner does.
    suspicious: log.text
      .split('\n')
      .filter((line) => /^[\s\p{Cc}\p{Cf}]*::|##\[|\p{Cc}/u.test(line)),
    annotated: log.annotations.map(({ level }) => level),
  };
}

/** As @actions/core escapes the text of a command. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** GitHub's page: its elements, and every word that is not in code. */
export function seenOnGitHub(reportData: ReportData): Seen {
  return seenInMarkdown(reportMarkdown(reportData, at(60), Number.MAX_SAFE_INTEGER).text);
}

function seenInMarkdown(markdown: string): Seen {
  const charts = markdown.match(/^```mermaid$[\s\S]*?^```$/gm) ?? [];
  return { page: outline(githubTree(markdown).children), charts };
}

function outline(nodes: readonly (RootContent | ElementContent)[]): readonly unknown[] {
  const seen: unknown[] = [];
  let words = '';
  const endText = () => {
    if (words.trim() !== '') seen.push(words);
    words = '';
  };
  for (const node of nodes) {
    // A page does not show where one text ends and the next begins.
    if (node.type === 'text') words += node.value;
    if (node.type !== 'element') continue;
    endText();
    const isCode = node.tagName === 'code';
    seen.push(isCode ? 'code' : { [titleOf(node)]: outline(node.children) });
  }
  endText();
  return seen;
}

function titleOf(element: Element): string {
  return `${element.tagName} ${attributesOf(element)}`;
}

/** Names of attributes, and where links lead: to which page, not with which name in it. */
function attributesOf({ properties }: Element): string {
  const { href = '', ...others } = properties;
  const { origin, pathname } = new URL(String(href), 'https://none.example');
  return `${origin}${pathname} ${JSON.stringify(others)}`;
}

/** A script that reads the outputs: the members of the report, and lines of ours that stay one line. */
export function seenByScripts(reportData: ReportData): Seen {
  const published = { pullRequests: [1], commentUrl: 'https://github.com/acme/fraud/pull/1' };
  const { report = '', ...outputs } = outputsOf(reportData, published);
  const read: unknown = JSON.parse(report);
  const ours = [...report.matchAll(/"(?:verdict|why)":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '""']) => JSON.parse(text),
  );
  const acting = ours.filter((text) => /^\s*::|##\[|\p{Cc}|[\u2028\u2029]/u.test(text));
  return { members: shapeOf(read), outputs: Object.keys(outputs), lines: ours.length, acting };
}

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.values(value).map(shapeOf);
}

/** The log and the summary of a step that ended before it got as far as the endpoint. */
export function seenOfRefusal(thrown: unknown): Seen {
  const problem = problemFrom(thrown);
  const lines = refusalText(problem).split(/\r\n|\r|\n/);
  return [
    lines.length,
    lines.filter((line) => /^[\s\p{Cc}]*::|##\[|\p{Cc}/u.test(line)),
    seenInMarkdown(refusalMarkdown(problem).text),
  ];
}

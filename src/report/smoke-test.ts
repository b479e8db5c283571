import { durationText } from '../domain/duration.ts';
import type { Event } from '../domain/event.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Problem } from '../domain/problem.ts';
import type { RolloutRequest } from '../domain/request.ts';
import { type SmokeResult, type TrialResult, verdictOn } from '../domain/smoke-test.ts';
import { type Markdown, md, together } from '../domain/text/markdown.ts';
import { joined, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { nothing } from './limit.ts';
import type { ReportData } from './report-data.ts';
import { requestedPhrase } from './requested.ts';
import { isPass, latencyText, nameOf, resultPhrase } from './smoke-result.ts';
import { type Cell, fold, table } from './table.ts';

/** Requests that a report shows; the output `report` has them all. */
const mostRows = 30;
const head = [phrase`Request`, phrase`Result`, phrase`Latency`, phrase`Attempts`];

/** What is going to be tried. */
export function smokePlanPhrases({ smokeTest }: RolloutRequest): readonly Phrase[] {
  if (!smokeTest) return [];
  const { requests, timeoutSeconds } = smokeTest;
  return [
    phrase`Then a smoke test: ${counted(requests.length)}, for ${durationText(timeoutSeconds)} at most`,
  ];
}

/** The headline where the requested configuration serves, and has not passed; else undefined. */
export function smokeHeadline(
  { request }: ReportData,
  { latest }: Lifecycle,
  { code }: Problem,
): Phrase | undefined {
  const { endpointName: endpoint, endpointConfigName } = request;
  const requested = requestedPhrase(request);
  if (latest?.configName !== endpointConfigName) return undefined;
  if (code === 'smoke-test-failed') {
    return phrase`Failed: ${endpoint} serves ${requested}, which failed its smoke test`;
  }
  return code === 'not-smoke-tested'
    ? phrase`Failed: ${endpoint} serves ${requested}, which could not be smoke-tested`
    : undefined;
}

/** How smoke-testing begins. */
export function beginningPhrase(event: Extract<Event, { kind: 'smoke-testing' }>): Phrase {
  const atMost = durationText(event.timeoutSeconds);
  const again =
    event.time === 'again' ? phrase` again, because the endpoint was modified meanwhile` : phrase``;
  return phrase`Smoke testing${again}: ${counted(event.calls)}, for ${atMost} at most`;
}

/** The smoke test in one cell. */
export function smokePhrase(
  request: RolloutRequest,
  account: Lifecycle,
  isPlan: boolean,
): Phrase | undefined {
  const { smokeTest } = request;
  const { smokeResults, smokeTesting, outcome } = account;
  if (!smokeTest) return undefined;
  if (isPlan) return phrase`${counted(smokeTest.requests.length)} would be sent`;
  if (!smokeTesting)
    return outcome ? undefined : phrase`${counted(smokeTest.requests.length)} to send`;
  if (smokeResults.length < smokeTesting.calls)
    return phrase`${smokeResults.length} of ${counted(smokeTesting.calls)} sent`;
  const countOf = (kind: TrialResult['kind']) =>
    smokeResults.filter(({ result }) => result.kind === kind).length;
  const rest = [
    [countOf('accepted'), 'accepted, unchecked'],
    [countOf('failed'), 'failed'],
    [countOf('not-sent'), 'not sent'],
  ] as const;
  const counts = [
    phrase`${countOf('passed')} of ${counted(smokeResults.length)} passed`,
    ...rest.flatMap(([count, words]) => (count > 0 ? [phrase`${count} ${own(words)}`] : [])),
  ];
  return joined(counts, ', ');
}

/** Every request with its result; open where one did not pass, else folded. */
export function smokeSection({ smokeResults }: Lifecycle): Markdown {
  if (smokeResults.length === 0) return nothing;
  const sorted = [
    ...smokeResults.filter(({ result }) => !isPass(result.kind)),
    ...smokeResults.filter(({ result }) => isPass(result.kind)),
  ];
  const shown = sorted.slice(0, mostRows);
  const more = sorted.length - mostRows;
  const note = more > 0 ? md`\n\n… and ${more} more, in the output \`report\`.` : nothing;
  const results = md`${table(head, shown.map(resultRow))}${note}`;
  const title = phrase`Smoke test, request by request`;
  const isFolded = verdictOn(smokeResults) === 'passed';
  const inSight = isFolded ? fold(title, results) : md`**${title}**\n\n${results}`;
  return together([inSight, ...contentsSection(shown)], '\n\n');
}

function resultRow(smokeResult: SmokeResult): readonly Cell[] {
  const { latencyMs, attempts } = smokeResult;
  return [
    nameOf(smokeResult),
    resultPhrase(smokeResult, 'in a table'),
    latencyMs === undefined ? phrase`` : latencyText(latencyMs),
    phrase`${attempts}`,
  ];
}

/** The beginnings of what was sent and answered, folded; nothing where they may not be shown. */
function contentsSection(smokeResults: readonly SmokeResult[]): readonly Markdown[] {
  const rows = smokeResults.flatMap((smokeResult) => {
    const { content } = smokeResult;
    return content ? [[nameOf(smokeResult), quoted(content.sent), quoted(content.answered)]] : [];
  });
  const title = phrase`What was sent and answered`;
  return rows.length > 0
    ? [fold(title, table([phrase`Request`, phrase`Sent`, phrase`Answered`], rows))]
    : [];
}

function quoted(text: string): Phrase {
  return text ? phrase`${text}` : phrase``;
}

function counted(requests: number): Phrase {
  return requests === 1 ? phrase`1 request` : phrase`${requests} requests`;
}

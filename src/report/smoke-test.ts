import type { Account } from '../domain/account.ts';
import { durationText } from '../domain/duration.ts';
import type { Event } from '../domain/event.ts';
import type { Problem } from '../domain/problem.ts';
import type { RolloutRequest } from '../domain/request.ts';
import { type Trial, type TrialResult, verdictOn } from '../domain/smoke-test.ts';
import { code, inMarkdown, own, type Phrase, phrase } from './phrase.ts';
import { requestedPhrase } from './requested.ts';
import type { Story } from './story.ts';
import { fold, table } from './table.ts';
import { isPass, latencyText, nameOf, resultPhrase } from './trial.ts';

/** Requests that a report shows; the output `report` has them all. */
const mostRows = 30;

/** What is going to be tried. */
export function smokePlanPhrases({ smokeTest }: RolloutRequest): readonly Phrase[] {
  if (!smokeTest) return [];
  const { requests, timeoutSeconds } = smokeTest;
  return [
    own(
      `Then it is tried out: ${counted(requests.length)}, for ${durationText(timeoutSeconds)} at most`,
    ),
  ];
}

/** The headline where the requested configuration serves, and has not passed; else undefined. */
export function smokeHeadline(
  { request }: Story,
  { latest }: Account,
  { code }: Problem,
): Phrase | undefined {
  const { endpointName: endpoint, endpointConfigName } = request;
  const requested = requestedPhrase(request);
  if (latest?.configName !== endpointConfigName) return undefined;
  if (code === 'smoke-test-failed') {
    return phrase`Failed: ${endpoint} serves ${requested}, which failed its smoke test`;
  }
  return code === 'not-tried-out'
    ? phrase`Failed: ${endpoint} serves ${requested}, which could not be tried out`
    : undefined;
}

/** How trying it out begins. */
export function beginningPhrase(event: Extract<Event, { kind: 'trying-out' }>): Phrase {
  const atMost = durationText(event.timeoutSeconds);
  const again = event.time === 'again' ? ' again, because the endpoint was modified meanwhile' : '';
  return own(`Trying it out${again}: ${counted(event.calls)}, for ${atMost} at most`);
}

/** The smoke test in one cell. */
export function smokeText(request: RolloutRequest, account: Account, isPlan: boolean): string {
  const { smokeTest } = request;
  const { trials, tryOut, outcome } = account;
  if (!smokeTest) return '';
  if (isPlan) return `${counted(smokeTest.requests.length)} would be tried`;
  if (!tryOut) return outcome ? '' : `${counted(smokeTest.requests.length)} to try`;
  if (trials.length < tryOut.calls) return `${trials.length} of ${counted(tryOut.calls)} tried`;
  const countOf = (kind: TrialResult['kind']) =>
    trials.filter(({ result }) => result.kind === kind).length;
  const rest = [
    [countOf('accepted'), 'accepted, unchecked'],
    [countOf('failed'), 'failed'],
    [countOf('not-tried'), 'could not be tried'],
  ] as const;
  return [
    `${countOf('passed')} of ${counted(trials.length)} passed`,
    ...rest.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])),
  ].join(', ');
}

/** Every request with its result; in sight where one did not pass, else folded. */
export function smokeSection({ trials }: Account): string {
  if (trials.length === 0) return '';
  const sorted = [
    ...trials.filter(({ result }) => !isPass(result.kind)),
    ...trials.filter(({ result }) => isPass(result.kind)),
  ];
  const shown = sorted.slice(0, mostRows);
  const more = sorted.length - mostRows;
  const note = more > 0 ? `\n\n… and ${more} more, in the output \`report\`.` : '';
  const results = `${table(['Request', 'Result', 'Latency', 'Tries'], shown.map(resultRow))}${note}`;
  const title = 'Smoke test, request by request';
  const isFolded = verdictOn(trials) === 'passed';
  return [
    isFolded ? fold(title, results) : `**${title}**\n\n${results}`,
    ...contentsSection(shown),
  ].join('\n\n');
}

function resultRow(trial: Trial): readonly string[] {
  const { latencyMs, tries } = trial;
  return [
    inMarkdown(nameOf(trial)),
    inMarkdown(resultPhrase(trial, 'in a table')),
    latencyMs === undefined ? '' : latencyText(latencyMs),
    String(tries),
  ];
}

/** The beginnings of what was sent and answered, folded; nothing where they may not be shown. */
function contentsSection(trials: readonly Trial[]): readonly string[] {
  const rows = trials.flatMap((trial) => {
    const { content } = trial;
    return content
      ? [[inMarkdown(nameOf(trial)), quoted(content.sent), quoted(content.answered)]]
      : [];
  });
  const title = 'What was sent and answered';
  return rows.length > 0 ? [fold(title, table(['Request', 'Sent', 'Answered'], rows))] : [];
}

function quoted(text: string): string {
  return text ? code(text) : '';
}

function counted(requests: number): string {
  return requests === 1 ? '1 request' : `${requests} requests`;
}

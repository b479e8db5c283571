import type { Account } from '../domain/account.ts';
import { durationText } from '../domain/duration.ts';
import type { Event } from '../domain/event.ts';
import type { Problem } from '../domain/problem.ts';
import type { RolloutRequest } from '../domain/request.ts';
import { type Mismatch, type Trial, type TrialResult, verdictOn } from '../domain/smoke-test.ts';
import { code, inLog, inMarkdown, own, type Phrase, phrase } from './phrase.ts';
import { requestedPhrase } from './requested.ts';
import type { Story } from './story.ts';
import { fold, table } from './table.ts';

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
  return own(`Trying it out: ${counted(event.calls)}, for ${atMost} at most`);
}

/** A request and what became of it, as a line of the log. */
export function trialPhrase(trial: Trial): Phrase {
  const { tries, result, content } = trial;
  const after = tries > 1 ? own(`, after ${tries} tries`) : [];
  const isTold = result.kind === 'failed' && content && content.answered !== '';
  const answer = isTold ? phrase`; it answered ${content.answered}` : [];
  return phrase`${nameOf(trial)}: ${resultPhrase(trial)}${after}${answer}`;
}

/** The requests that failed, and how. */
export function failedTrialsPhrase(trials: readonly Trial[]): Phrase {
  const [first, ...more] = trials.filter(({ result }) => result.kind === 'failed');
  if (!first) return own('A request failed.');
  const others = more.length > 0 ? own(`; and ${more.length} more`) : [];
  return phrase`${nameOf(first)}: ${resultPhrase(first)}${others}`;
}

/** The smoke test in one cell. */
export function smokeText(request: RolloutRequest, account: Account, isPlan: boolean): string {
  const { smokeTest } = request;
  const { trials, tryOut, outcome } = account;
  if (!smokeTest) return '';
  if (isPlan) return `${counted(smokeTest.requests.length)} would be tried`;
  if (!tryOut) return outcome ? '' : `${counted(smokeTest.requests.length)} to try`;
  if (trials.length < tryOut.calls) return `${trials.length} of ${counted(tryOut.calls)} tried`;
  const countOf = (kinds: readonly TrialResult['kind'][]) =>
    trials.filter(({ result }) => kinds.includes(result.kind)).length;
  const [failed, untried] = [countOf(['failed']), countOf(['not-tried'])];
  return [
    `${trials.length - failed - untried} of ${counted(trials.length)} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(untried > 0 ? [`${untried} could not be tried`] : []),
  ].join(', ');
}

/** Every request with its result; in sight where one did not pass, else folded. */
export function smokeSection({ trials }: Account): string {
  if (trials.length === 0) return '';
  const sorted = [
    ...trials.filter(({ result }) => !isPass(result.kind)),
    ...trials.filter(({ result }) => isPass(result.kind)),
  ];
  const isShown = trials.some(({ content }) => content !== undefined);
  const head = ['Request', 'Result', 'Latency', 'Tries', ...(isShown ? ['Sent', 'Answered'] : [])];
  const rows = sorted.slice(0, mostRows).map((trial) => rowOf(trial, isShown));
  const more = sorted.length - mostRows;
  const note = more > 0 ? `\n\n… and ${more} more, in the output \`report\`.` : '';
  const content = `${table(head, rows)}${note}`;
  const title = 'Smoke test, request by request';
  return verdictOn(trials) === 'passed' ? fold(title, content) : `**${title}**\n\n${content}`;
}

function rowOf(trial: Trial, isShown: boolean): readonly string[] {
  const { content, latencyMs, tries } = trial;
  return [
    inMarkdown(nameOf(trial)),
    inMarkdown(resultPhrase(trial, 'in a table')),
    latencyMs === undefined ? '' : latencyText(latencyMs),
    String(tries),
    ...(isShown ? [quoted(content?.sent), quoted(content?.answered)] : []),
  ];
}

function quoted(text: string | undefined): string {
  return text ? code(text) : '';
}

/** A request as the output `report` has it. */
export function trialDetails(trial: Trial): object {
  const { name, variant, tries, latencyMs, result, content } = trial;
  return {
    ...{ name, tries, result: result.kind },
    variant: variant ?? null,
    'latency-ms': latencyMs ?? null,
    why: isPass(result.kind) ? null : inLog(resultPhrase(trial)),
    answered: content?.answered ?? null,
  };
}

function nameOf({ name, variant }: Trial): Phrase {
  return variant === undefined ? phrase`${name}` : phrase`${name} on ${variant}`;
}

function resultPhrase({ result, latencyMs }: Trial, where?: 'in a table'): Phrase {
  const time = latencyMs === undefined || where ? '' : ` in ${latencyText(latencyMs)}`;
  switch (result.kind) {
    case 'passed':
      return own(`passed${time}`);
    case 'accepted':
      return own(`accepted${time}; the answer lands in S3 and was not checked`);
    case 'not-tried':
      return phrase`not tried: ${own(result.problem.message)}`;
    case 'failed':
      return result.mismatches.flatMap((mismatch, index) => [
        ...own(index === 0 ? 'failed: ' : '; '),
        ...mismatchPhrase(mismatch),
      ]);
  }
}

function mismatchPhrase(mismatch: Mismatch): Phrase {
  switch (mismatch.kind) {
    case 'not-ready':
      return own('the model is still being loaded');
    case 'status':
      return mismatch.status === 0
        ? own('the model did not answer in time')
        : own(`status ${mismatch.status} instead of ${mismatch.expected.join(' or ')}`);
    case 'latency':
      return own(
        `took ${latencyText(mismatch.latencyMs)}, longer than ${latencyText(mismatch.mostMs)}`,
      );
    case 'no-json':
      return own('the answer is no JSON');
    case 'json': {
      const place = mismatch.path === '' ? own('the answer') : phrase`${mismatch.path}`;
      if (!mismatch.values) return phrase`${place} is not as expected`;
      return phrase`${place} is ${mismatch.values.found} instead of ${mismatch.values.expected}`;
    }
    case 'no-match':
      return mismatch.pattern === undefined
        ? own('the answer does not match')
        : phrase`the answer does not match ${mismatch.pattern}`;
  }
}

function latencyText(milliseconds: number): string {
  return milliseconds < 10_000 ? `${milliseconds} ms` : durationText(milliseconds / 1000);
}

function isPass(kind: Trial['result']['kind']): boolean {
  return kind === 'passed' || kind === 'accepted';
}

function counted(requests: number): string {
  return requests === 1 ? '1 request' : `${requests} requests`;
}

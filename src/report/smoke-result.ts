import { durationText } from '../domain/duration.ts';
import { millisecondsToMatch } from '../domain/pattern.ts';
import type { Mismatch, SmokeResult } from '../domain/smoke-test.ts';
import { inLog } from '../domain/text/log.ts';
import { joined, type Phrase, phrase } from '../domain/text/phrase.ts';
import { withoutUrlSecrets } from '../domain/text/url.ts';

/** A request and what became of it, as a line of the log. */
export function trialPhrase(smokeResult: SmokeResult): Phrase {
  const { attempts, result, content } = smokeResult;
  const after = attempts > 1 ? phrase`, after ${attempts} attempts` : phrase``;
  const isTold = result.kind === 'failed' && content && content.answered !== '';
  const answer = isTold ? phrase`; it answered ${content.answered}` : phrase``;
  return phrase`${nameOf(smokeResult)}: ${resultPhrase(smokeResult)}${after}${answer}`;
}

/** The requests that failed, and how. */
export function failedResultsPhrase(smokeResults: readonly SmokeResult[]): Phrase {
  const [first, ...more] = smokeResults.filter(({ result }) => result.kind === 'failed');
  if (!first) return phrase`A request failed.`;
  const others = more.length > 0 ? phrase`; and ${more.length} more` : phrase``;
  return phrase`${nameOf(first)}: ${resultPhrase(first)}${others}`;
}

/** A request as the output `report` has it. */
export function trialDetails(smokeResult: SmokeResult): object {
  const { name, variant, attempts, latencyMs, result, content } = smokeResult;
  return {
    ...{ name, attempts, result: result.kind },
    variant: variant ?? null,
    'latency-ms': latencyMs ?? null,
    why: isPass(result.kind) ? null : inLog(resultPhrase(smokeResult)),
    answered: content ? withoutUrlSecrets(content.answered) : null,
  };
}

/** A request, and the variant that was asked. */
export function nameOf({ name, variant }: SmokeResult): Phrase {
  return variant === undefined ? phrase`${name}` : phrase`${name} on ${variant}`;
}

/** What became of a request; a table tells the time beside it. */
export function resultPhrase({ result, latencyMs }: SmokeResult, where?: 'in a table'): Phrase {
  const time = latencyMs === undefined || where ? phrase`` : phrase` in ${latencyText(latencyMs)}`;
  switch (result.kind) {
    case 'passed':
      return phrase`passed${time}`;
    case 'accepted':
      return phrase`accepted${time}; the answer lands in S3 and was not checked`;
    case 'not-sent':
      return phrase`not sent: ${result.problem.what}`;
    case 'failed':
      return phrase`failed: ${joined(result.mismatches.map(mismatchPhrase), '; ')}`;
  }
}

function mismatchPhrase(mismatch: Mismatch): Phrase {
  switch (mismatch.kind) {
    case 'not-ready':
      return phrase`the model is still being loaded`;
    case 'status':
      return mismatch.status === 0
        ? phrase`the model did not answer in time`
        : phrase`status ${mismatch.status} instead of ${eitherOf(mismatch.expected)}`;
    case 'latency':
      return phrase`took ${latencyText(mismatch.latencyMs)}, longer than ${latencyText(mismatch.mostMs)}`;
    case 'no-json':
      return phrase`the answer is no JSON`;
    case 'json': {
      const place = mismatch.path === '' ? phrase`the answer` : phrase`${mismatch.path}`;
      if (!mismatch.values) return phrase`${place} is not as expected`;
      return phrase`${place} is ${mismatch.values.found} instead of ${mismatch.values.expected}`;
    }
    case 'no-match':
      return noMatchPhrase(mismatch);
  }
}

function noMatchPhrase({ match, pattern }: Extract<Mismatch, { kind: 'no-match' }>): Phrase {
  const which = pattern === undefined ? phrase`its regular expression` : phrase`${pattern}`;
  return match === 'gave-up'
    ? phrase`searching the answer for ${which} took more than ${latencyText(millisecondsToMatch)} and was given up: write a simpler expression`
    : phrase`the answer does not match ${which}`;
}

function eitherOf(statuses: readonly number[]): Phrase {
  return joined(
    statuses.map((status) => phrase`${status}`),
    ' or ',
  );
}

export function latencyText(milliseconds: number): Phrase {
  return milliseconds < 10_000 ? phrase`${milliseconds} ms` : durationText(milliseconds / 1000);
}

export function isPass(kind: SmokeResult['result']['kind']): boolean {
  return kind === 'passed' || kind === 'accepted';
}

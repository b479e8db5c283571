import type { Outcome, Reason } from '../domain/outcome.ts';
import type { Problem } from '../domain/problem.ts';
import { inLog } from '../domain/text/log.ts';
import { joined } from '../domain/text/phrase.ts';
import { withoutUrlSecrets } from '../domain/text/url.ts';
import { problemPhrases } from './problem.ts';
import { reasonPhrase } from './reason.ts';

/** Why this rollout did not deploy; a reason that stood there before is not this rollout's. */
export function failureReason(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'rolled-back':
      return ownReason(outcome.reason);
    case 'failed':
      if (outcome.problem.code === 'smoke-test-failed') {
        return `${problemText(outcome.problem)} ${ownReason(outcome.reason)}`.trim();
      }
      return ownReason(outcome.reason) || problemText(outcome.problem);
    case 'unknown':
      return problemText(outcome.problem);
    default:
      return '';
  }
}

/** The reason, where it is this rollout's for sure. */
function ownReason(reason: Reason): string {
  if (reason.kind === 'given') return withoutUrlSecrets(reason.text);
  return reason.kind === 'smoke-test' ? inLog(reasonPhrase(reason)) : '';
}

export function problemText(problem: Problem): string {
  return inLog(joined(problemPhrases(problem), ' '));
}

import { accountOf } from '../domain/account.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Problem } from '../domain/problem.ts';
import { consoleUrl } from './links.ts';
import { inLog } from './phrase.ts';
import type { Story } from './story.ts';
import { isoTime } from './time.ts';
import { problemPhrases } from './verdict.ts';

/** Where the report stands. */
export interface Published {
  readonly pullRequests: readonly number[];
  readonly commentUrl: string | undefined;
}

/** The outputs of the contract, by their names. `report` is all the others and the phases, as JSON. */
export function outputsOf(story: Story, published: Published): Readonly<Record<string, string>> {
  const { before, latest, startedAt, endedAt, outcome, phases } = accountOf(story.events);
  const seconds =
    startedAt !== undefined && endedAt !== undefined ? Math.round((endedAt - startedAt) / 1000) : 0;
  const outputs = {
    outcome: outcome?.kind ?? 'unknown',
    'rolled-back': String(outcome?.kind === 'rolled-back'),
    'endpoint-status': latest?.status ?? '',
    'endpoint-arn': latest?.arn ?? '',
    'endpoint-config-name': latest?.configName ?? '',
    'previous-endpoint-config-name': before?.configName ?? '',
    'failure-reason': outcome ? failureReason(outcome) : '',
    'duration-seconds': String(seconds),
    'pull-requests': published.pullRequests.join(','),
    'comment-url': published.commentUrl ?? '',
    'console-url': consoleUrl(story.region, story.request.endpointName),
    'has-changes': String(outcome?.kind !== 'unchanged'),
  };
  const report = {
    ...outputs,
    phases: phases.map(({ phase, from, until, traffic }) => ({
      phase,
      from: isoTime(from),
      until: until === undefined ? null : isoTime(until),
      'new-instances': traffic?.newInstances ?? null,
      'old-instances': traffic?.oldInstances ?? null,
    })),
  };
  return { ...outputs, report: JSON.stringify(report) };
}

/** The outputs of a step that ended before it got as far as the endpoint. */
export function refusalOutputs(problem: Problem): Readonly<Record<string, string>> {
  return {
    outcome: 'failed',
    'rolled-back': 'false',
    'failure-reason': problemText(problem),
    'has-changes': 'false',
  };
}

/** Why this rollout did not deploy; a reason that stood there before is not this rollout's. */
function failureReason(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'rolled-back':
      return outcome.reason.kind === 'given' ? outcome.reason.text : '';
    case 'failed':
      if (outcome.reason.kind === 'given') return outcome.reason.text;
      return problemText(outcome.problem);
    case 'unknown':
      return problemText(outcome.problem);
    default:
      return '';
  }
}

function problemText(problem: Problem): string {
  return problemPhrases(problem).map(inLog).join(' ');
}

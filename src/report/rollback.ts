import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { ReportData } from './report-data.ts';
import { requestedPhrase } from './requested.ts';
import { smokeHeadline } from './smoke-test.ts';

/** The headline where someone wanted to go back; undefined where it is identical to of a rollout. */
export function wayBackHeadline(
  reportData: ReportData,
  account: Lifecycle,
  outcome: Outcome,
): Phrase | undefined {
  const { mode, request } = reportData;
  if (mode !== 'rollback') return undefined;
  const { endpointName: endpoint } = request;
  const requested = requestedPhrase(request);
  switch (outcome.kind) {
    case 'deployed':
      return phrase`Rolled back as requested: ${endpoint} serves ${requested}`;
    case 'unchanged':
      return phrase`Unchanged: ${endpoint} serves ${requested} already, so nothing was rolled back`;
    case 'started':
      return phrase`Started: ${endpoint} is being rolled back to ${requested} as requested`;
    case 'rolled-back':
      return phrase`Reverted: the rollback to ${requested} failed, and ${endpoint} still serves ${account.latest?.configName ?? ''}`;
    case 'failed':
      return (
        smokeHeadline(reportData, account, outcome.problem) ??
        phrase`Failed: ${endpoint} was not rolled back to ${requested}`
      );
    default:
      return undefined;
  }
}

/** What to do where SageMaker itself has turned the rollback around. */
export const afterTurningBack: Phrase = phrase`Check the endpoint's logs and the reason, then roll back again; to another configuration by \`endpoint-config-name\`.`;

import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Story } from './report-data.ts';
import { requestedPhrase } from './requested.ts';
import { smokeHeadline } from './smoke-test.ts';

/** The headline where somebody wanted to go back; undefined where it says the same as of a rollout. */
export function wayBackHeadline(
  story: Story,
  account: Lifecycle,
  outcome: Outcome,
): Phrase | undefined {
  const { mode, request } = story;
  if (mode !== 'rollback') return undefined;
  const { endpointName: endpoint } = request;
  const requested = requestedPhrase(request);
  switch (outcome.kind) {
    case 'deployed':
      return phrase`Rolled back by hand: ${endpoint} serves ${requested}`;
    case 'unchanged':
      return phrase`Unchanged: ${endpoint} serves ${requested} already, so nothing was rolled back`;
    case 'started':
      return phrase`Started: ${endpoint} is being rolled back to ${requested} by hand`;
    case 'rolled-back':
      return phrase`Turned back: the way back to ${requested} failed, and ${endpoint} still serves ${account.latest?.configName ?? ''}`;
    case 'failed':
      return (
        smokeHeadline(story, account, outcome.problem) ??
        phrase`Failed: ${endpoint} was not rolled back to ${requested}`
      );
    default:
      return undefined;
  }
}

/** What to do where SageMaker itself has turned the way back around. */
export const afterTurningBack: Phrase = phrase`Look at the endpoint's logs and at the reason, then roll back again; to another configuration by \`endpoint-config-name\`.`;

import { isRunning } from '../domain/endpoint.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Reason } from '../domain/outcome.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { ReportData } from './report-data.ts';
import { failedResultsPhrase } from './smoke-result.ts';

/** Why a rollout ended as it did, as far as that is known. */
export function reasonPhrase(reason: Reason): Phrase {
  switch (reason.kind) {
    case 'given':
      return phrase`SageMaker's reason: ${reason.text}`;
    case 'smoke-test':
      return phrase`The smoke test failed. ${failedResultsPhrase(reason.smokeResults)}`;
    case 'none':
      return phrase`SageMaker gave no reason. A failing container, a health check or capacity are the usual ones.`;
    case 'same-as-before':
      return phrase`SageMaker gave no new reason. This text was there before the rollout, so it may belong to an earlier one: ${reason.text}`;
  }
}

/** A reason that SageMaker shows while the update runs, by the last poll: it may be gone at the end. */
export function reasonSoFar({ before, latest }: Lifecycle): readonly Phrase[] {
  const reason = latest && isRunning(latest) ? latest.failureReason : undefined;
  if (!reason || reason === before?.failureReason) return [];
  return [phrase`SageMaker shows this reason so far: ${reason}`];
}

/** What still serves has the requested name: the update to it was rolled back all the same. */
export function backOnTheSame(
  { request }: ReportData,
  { latest }: Lifecycle,
  reason: Reason,
): readonly Phrase[] {
  const requested = request.endpointConfigName;
  return reason.kind !== 'smoke-test' && latest?.configName === requested
    ? [phrase`The update from ${requested} to ${requested} was rolled back.`]
    : [];
}

export function supersededPhrase(requested: string, serving: string | undefined): Phrase {
  if (serving === requested) {
    return phrase`${requested} was deployed and serves for now, but another update was started after it.`;
  }
  return phrase`Another update was started after this one. How this one ended can no longer be seen.`;
}

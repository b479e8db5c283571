import { durationText } from '../domain/duration.ts';
import { isAbsent } from '../domain/endpoint.ts';
import { type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Problem } from '../domain/problem.ts';
import { createsEndpoint, isWaitingForOthers } from '../domain/stage.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { because } from './because.ts';
import { deletionHeadline } from './deletion.ts';
import { nextSteps } from './next-steps.ts';
import { actionPhrase } from './plan.ts';
import type { ReportData } from './report-data.ts';
import { requestedPhrase } from './requested.ts';
import { wayBackHeadline } from './rollback.ts';
import { unfinishedPhrases } from './scaling-log.ts';
import { smokeHeadline } from './smoke-test.ts';

/** How the rollout ended, in words: for the log, the annotation and the report alike. */
export interface Verdict {
  /** Outcome and what serves now. */
  readonly headline: Phrase;
  /** What is known about why. */
  readonly because: readonly Phrase[];
  /** What to do next. */
  readonly next: readonly Phrase[];
}

/** The verdict of a story that has ended; undefined while it goes on. */
export function verdictOf(reportData: ReportData): Verdict | undefined {
  const account = lifecycleOf(reportData.events);
  if (!account.outcome) return undefined;
  return {
    headline:
      deletionHeadline(reportData, account.outcome) ??
      wayBackHeadline(reportData, account, account.outcome) ??
      headline(reportData, account, account.outcome),
    because: [...because(reportData, account, account.outcome), ...unfinishedPhrases(account)],
    next: nextSteps(reportData, account, account.outcome),
  };
}

function headline(reportData: ReportData, account: Lifecycle, outcome: Outcome): Phrase {
  const { endpointName: endpoint } = reportData.request;
  const requested = requestedPhrase(reportData.request);
  const serving = account.latest?.configName ?? '';
  switch (outcome.kind) {
    case 'deployed':
      if (account.replaced)
        return phrase`Deployed: ${endpoint} was created again and serves ${requested}`;
      return account.before && isAbsent(account.before)
        ? phrase`Deployed: ${endpoint} was created and serves ${requested}`
        : phrase`Deployed: ${endpoint} serves ${requested}`;
    case 'deleted':
      return phrase`Deleted: endpoint ${endpoint}`;
    case 'unchanged':
      return phrase`Unchanged: ${endpoint} already serves ${requested}`;
    case 'planned':
      return phrase`Plan: ${actionPhrase(reportData, account)}`;
    case 'started':
      return createsEndpoint(account)
        ? phrase`Started: ${endpoint} is being created on ${requested}`
        : phrase`Started: ${endpoint} is being updated to ${requested}`;
    case 'rolled-back':
      return outcome.reason.kind === 'smoke-test'
        ? phrase`Rolled back: ${endpoint} serves ${serving} again, ${requested} failed its smoke test`
        : phrase`Rolled back: ${endpoint} still serves ${serving}`;
    case 'superseded':
      return outcome.how === 'created-again'
        ? phrase`Superseded: ${endpoint} was deleted and created again, on ${outcome.by}`
        : phrase`Superseded: another update is rolling out ${outcome.by} to ${endpoint}`;
    case 'failed':
      if (reportData.mode === 'plan')
        return phrase`Failed: there is no plan for ${endpoint} by this run`;
      return (
        smokeHeadline(reportData, account, outcome.problem) ??
        phrase`Failed: ${endpoint} ${whatFailed(outcome.problem)} ${requested}`
      );
    case 'timed-out':
      return isWaitingForOthers(account, outcome.stage)
        ? phrase`Timed out: another update of ${endpoint} has not ended after ${durationText(outcome.seconds)}, and ${requested} was not rolled out`
        : phrase`Timed out: no verdict on ${requested} after ${durationText(outcome.seconds)}`;
    case 'cancelled':
      return reportData.mode === 'plan'
        ? phrase`Cancelled: there is no plan for ${endpoint} by this run`
        : phrase`Cancelled: stopped watching ${endpoint}`;
    case 'unknown':
      return phrase`Unknown: how the rollout of ${requested} to ${endpoint} ended`;
  }
}

function whatFailed({ code }: Problem): Phrase {
  switch (code) {
    case 'content-replaced':
      return phrase`does not serve the present content of`;
    case 'content-unknown':
      return phrase`may not serve the present content of`;
    default:
      return phrase`does not serve`;
  }
}

import { alarmsOf } from '../domain/deployment-config.ts';
import { durationText } from '../domain/duration.ts';
import { isAbsent } from '../domain/endpoint.ts';
import { type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import type { Outcome } from '../domain/outcome.ts';
import { blocking } from '../domain/preflight.ts';
import type { Problem } from '../domain/problem.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { configInEffect } from './expected.ts';
import { actionPhrase } from './plan.ts';
import { problemPhrases } from './problem.ts';
import { backOnTheSame, reasonPhrase, supersededPhrase } from './reason.ts';
import type { ReportData } from './report-data.ts';
import { requestedPhrase } from './requested.ts';
import { afterTurningBack, wayBackHeadline } from './rollback.ts';
import { unfinishedNext, unfinishedPhrases } from './scaling-log.ts';
import { smokeHeadline } from './smoke-test.ts';
import { rerunPhrase, rerunToFindOut, stagePhrase } from './stage.ts';

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
      wayBackHeadline(reportData, account, account.outcome) ??
      headline(reportData, account, account.outcome),
    because: [...because(reportData, account, account.outcome), ...unfinishedPhrases(account)],
    next: [...nextSteps(reportData, account, account.outcome), ...unfinishedNext(account)],
  };
}

function headline(reportData: ReportData, account: Lifecycle, outcome: Outcome): Phrase {
  const { endpointName: endpoint } = reportData.request;
  const requested = requestedPhrase(reportData.request);
  const serving = account.latest?.configName ?? '';
  switch (outcome.kind) {
    case 'deployed':
      return account.before && isAbsent(account.before)
        ? phrase`Deployed: ${endpoint} was created and serves ${requested}`
        : phrase`Deployed: ${endpoint} serves ${requested}`;
    case 'unchanged':
      return phrase`Unchanged: ${endpoint} already serves ${requested}`;
    case 'planned':
      return phrase`Plan: ${actionPhrase(reportData, account)}`;
    case 'started':
      return phrase`Started: ${endpoint} is being updated to ${requested}`;
    case 'rolled-back':
      return outcome.reason.kind === 'smoke-test'
        ? phrase`Rolled back: ${endpoint} serves ${serving} again, ${requested} failed its smoke test`
        : phrase`Rolled back: ${endpoint} still serves ${serving}`;
    case 'superseded':
      return outcome.how === 'created-again'
        ? phrase`Superseded: ${endpoint} was deleted and created again, on ${outcome.by}`
        : phrase`Superseded: another update is rolling out ${outcome.by} to ${endpoint}`;
    case 'failed':
      return (
        smokeHeadline(reportData, account, outcome.problem) ??
        phrase`Failed: ${endpoint} ${whatFailed(outcome.problem)} ${requested}`
      );
    case 'timed-out':
      return phrase`Timed out: no verdict on ${requested} after ${durationText(outcome.seconds)}`;
    case 'cancelled':
      return phrase`Cancelled: stopped watching ${endpoint}`;
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

function because(reportData: ReportData, account: Lifecycle, outcome: Outcome): readonly Phrase[] {
  switch (outcome.kind) {
    case 'planned':
      return outcome.isBlocked
        ? [phrase`This rollout would be stopped: nothing would be changed.`]
        : [];
    case 'deployed':
      return startedNothing(account)
        ? [
            phrase`It serves on no instance: nothing of it has started, and whether it works is not known.`,
          ]
        : [];
    case 'unchanged':
    case 'started':
      return [];
    case 'rolled-back':
      return [...backOnTheSame(reportData, account, outcome.reason), reasonPhrase(outcome.reason)];
    case 'superseded':
      return [
        outcome.how === 'created-again'
          ? phrase`It is no longer the endpoint that this run updated: how that one ended is not known.`
          : supersededPhrase(reportData.request.endpointConfigName, account.latest?.configName),
      ];
    case 'failed':
      return [
        ...failurePhrases(reportData, account, outcome.problem),
        ...(outcome.reason.kind === 'none' ? [] : [reasonPhrase(outcome.reason)]),
      ];
    case 'timed-out':
    case 'cancelled':
      return [stagePhrase(outcome.stage)];
    case 'unknown':
      return [...problemPhrases(outcome.problem), stagePhrase(outcome.stage)];
  }
}

function nextSteps(
  reportData: ReportData,
  account: Lifecycle,
  outcome: Outcome,
): readonly Phrase[] {
  switch (outcome.kind) {
    case 'planned':
    case 'deployed':
    case 'unchanged':
    case 'started':
      return [];
    case 'rolled-back':
      return reportData.mode === 'rollback'
        ? [afterTurningBack]
        : [afterRollback(namedAlarms(reportData, account).length > 0)];
    case 'superseded':
      return [
        outcome.how === 'created-again'
          ? phrase`Find out who deletes and creates this endpoint. Then re-run this job: it checks what serves.`
          : phrase`Find out who updates this endpoint, and let one workflow at a time do it (\`concurrency\`).`,
      ];
    case 'failed':
      return remedies(reportData, account, outcome.problem);
    case 'timed-out':
    case 'cancelled':
      return [rerunPhrase(outcome.stage)];
    case 'unknown':
      return [outcome.problem.remedy, rerunToFindOut(outcome.stage)];
  }
}

/** Whether the fleet was kept at no instances, as auto scaling leaves an asynchronous endpoint without requests. */
function startedNothing({ latest, before }: Lifecycle): boolean {
  const counts = [latest, before].map((snapshot) =>
    (snapshot?.variants ?? []).map(({ desiredInstances }) => desiredInstances),
  );
  return counts.every((each) => each.length > 0 && each.every((count) => count === 0));
}

/** What went wrong; what the pre-flight saw has a line for each error. */
function failurePhrases(
  reportData: ReportData,
  account: Lifecycle,
  problem: Problem,
): readonly Phrase[] {
  const errors = preflightErrors(reportData, account, problem);
  if (errors.length === 0) return problemPhrases(problem);
  return [problem.what, ...errors.map(({ seen, why }) => phrase`${seen} ${why}`)];
}

function remedies(reportData: ReportData, account: Lifecycle, problem: Problem): readonly Phrase[] {
  const errors = preflightErrors(reportData, account, problem);
  return errors.length === 0 ? [problem.remedy] : errors.map(({ remedy }) => remedy);
}

function preflightErrors({ request }: ReportData, { plan }: Lifecycle, { code }: Problem) {
  return code === 'preflight' ? blocking(plan?.findings ?? [], request.preflight) : [];
}

/** The alarms of this rollout that SageMaker's reason names. */
export function namedAlarms({ request }: ReportData, account: Lifecycle): readonly string[] {
  const { outcome } = account;
  const reason = outcome && 'reason' in outcome ? outcome.reason : undefined;
  if (!reason || !('text' in reason)) return [];
  const alarms = alarmsOf(configInEffect(request, account));
  return alarms.filter((alarm) => reason.text.includes(alarm));
}

function afterRollback(byAlarm: boolean): Phrase {
  return byAlarm
    ? phrase`Check the alarm and the endpoint's logs, fix the model or the configuration, and roll out again.`
    : phrase`Check the endpoint's logs, fix the model or the configuration, and roll out again.`;
}

import { durationText } from '../domain/duration.ts';
import { isAbsent } from '../domain/endpoint.ts';
import { type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import { taggedImages } from '../domain/models/tagged-image.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Problem } from '../domain/problem.ts';
import { createsEndpoint, stageOf } from '../domain/stage.ts';
import { joined, type Phrase, phrase } from '../domain/text/phrase.ts';
import { deletionHeadline } from './deletion.ts';
import { nextSteps, preflightErrors } from './next-steps.ts';
import { actionPhrase } from './plan.ts';
import { problemPhrases } from './problem.ts';
import { backOnTheSame, reasonPhrase, reasonSoFar, supersededPhrase } from './reason.ts';
import type { ReportData } from './report-data.ts';
import { requestedPhrase } from './requested.ts';
import { wayBackHeadline } from './rollback.ts';
import { unfinishedPhrases } from './scaling-log.ts';
import { smokeHeadline } from './smoke-test.ts';
import { componentsPhrase, isWaitingForOthers, stagePhrase, waitedForPhrase } from './stage.ts';

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

function because(reportData: ReportData, account: Lifecycle, outcome: Outcome): readonly Phrase[] {
  switch (outcome.kind) {
    case 'planned':
      return outcome.isBlocked
        ? [phrase`This rollout would be stopped: nothing would be changed.`]
        : outcome.hasChanges
          ? []
          : tagPhrases(account);
    case 'deployed':
      return startedNothing(account)
        ? [
            phrase`It serves on no instance: nothing of it has started, and whether it works is not known.`,
          ]
        : [];
    case 'unchanged':
      return tagPhrases(account);
    case 'deleted':
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
        ...ofReplacement(account),
        ...(outcome.reason.kind === 'none' ? [] : [reasonPhrase(outcome.reason)]),
        ...createdPhrases(account),
      ];
    case 'timed-out':
    case 'cancelled':
      return [
        ...waitedForPhrase(account, outcome.stage),
        stagePhrase(outcome.stage, account),
        ...createdPhrases(account),
        ...reasonSoFar(account),
      ];
    case 'unknown':
      return [
        ...problemPhrases(outcome.problem),
        stagePhrase(outcome.stage, account),
        ...reasonSoFar(account),
      ];
  }
}

/** What was deleted of a failed endpoint that was not replaced in the end. */
function ofReplacement(account: Lifecycle): readonly Phrase[] {
  return [
    ...(account.deletedComponents.length > 0 ? [componentsPhrase(account)] : []),
    ...(stageOf(account) === 'replacing' ? [stagePhrase('replacing', account)] : []),
  ];
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

/** What was created for a rollout that has not begun. */
function createdPhrases({ update, createdModels, createdConfigs }: Lifecycle): readonly Phrase[] {
  if (update.call !== 'none') return [];
  const created = [
    ...createdModels.map((name) => phrase`the model ${name}`),
    ...createdConfigs.map((name) => phrase`the endpoint configuration ${name}`),
  ];
  if (created.length === 0) return [];
  return [phrase`Created before that: ${joined(created, ', ')}. The next run uses it.`];
}

/** The same text is the same content; what its tag stands for by now no answer of SageMaker tells. */
function tagPhrases({ models }: Lifecycle): readonly Phrase[] {
  return taggedImages(models).map(
    (image) =>
      phrase`The image ${image} is named by a tag: if the tag was moved since it was rolled out, what it stood for then serves. Name the image by its digest, or set \`redeploy: true\`.`,
  );
}

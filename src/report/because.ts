import { causeOf } from '../domain/cause/cause.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import { taggedImages } from '../domain/models/tagged-image.ts';
import type { Outcome, Reason } from '../domain/outcome.ts';
import type { Problem } from '../domain/problem.ts';
import { stageOf } from '../domain/stage.ts';
import { joined, type Phrase, phrase } from '../domain/text/phrase.ts';
import { causeSentence } from './explain/cause.ts';
import { preflightErrors } from './next-steps.ts';
import { problemPhrases } from './problem.ts';
import { backOnTheSame, reasonPhrase, reasonSoFar } from './reason.ts';
import type { ReportData } from './report-data.ts';
import { componentsPhrase, stagePhrase, waitedForPhrase } from './stage.ts';

/** What is known about why, and what else is to be known about an end. */
export function because(
  reportData: ReportData,
  account: Lifecycle,
  outcome: Outcome,
): readonly Phrase[] {
  switch (outcome.kind) {
    case 'planned':
      return outcome.isBlocked
        ? causePhrase(reportData, account)
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
      return [
        ...backOnTheSame(reportData, account, outcome.reason),
        ...causePhrase(reportData, account),
      ];
    case 'superseded':
      return causePhrase(reportData, account);
    case 'failed':
      return [
        ...failurePhrases(reportData, account, outcome.problem),
        ...ofReplacement(account),
        ...whyItFailed(reportData, account, outcome.reason),
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

/** The cause in one sentence. */
function causePhrase(reportData: ReportData, account: Lifecycle): readonly Phrase[] {
  const cause = causeOf(account, reportData.request);
  return cause ? [causeSentence(cause, reportData, account)] : [];
}

/** Where the problem is the cause it is said already; what else is known is SageMaker's reason. */
function whyItFailed(
  reportData: ReportData,
  account: Lifecycle,
  reason: Reason,
): readonly Phrase[] {
  const cause = causeOf(account, reportData.request);
  if (cause && cause.source.kind !== 'error' && cause.kind !== 'preflight') {
    return [causeSentence(cause, reportData, account)];
  }
  return reason.kind === 'none' ? [] : [reasonPhrase(reason)];
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

import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Missing } from '../domain/missing-scaling.ts';
import type { Problem } from '../domain/problem.ts';
import type { RefusedTags } from '../domain/saved-scaling.ts';
import type { InTheWay, ScaledVariant } from '../domain/scaling.ts';
import { type ScalingChange, unfinishedScaling } from '../domain/scaling-event.ts';
import { joined, listed, type Phrase, phrase } from '../domain/text/phrase.ts';
import { problemPhrases } from './problem.ts';
import type { ReportData } from './report-data.ts';
import { commandText, partsOf, refusedPhrase, scaledPhrase } from './scaling.ts';

/** News of auto scaling as lines of the log: one thought each. */
export function scalingPhrases(reportData: ReportData, change: ScalingChange): readonly Phrase[] {
  switch (change.kind) {
    case 'found':
      return change.scaled.length === 0
        ? []
        : [phrase`Auto scaling: ${scaledPhrase(change.scaled)}`, ...change.inTheWay.map(wayPhrase)];
    case 'not-read':
      return [
        change.targets
          ? phrase`Auto scaling of ${listed(change.targets)} could be read only in part, and is left unchanged: ${change.problem.what}`
          : phrase`Auto scaling could not be read, and is left unchanged: ${change.problem.what}`,
        change.problem.remedy,
      ];
    case 'left-by-a-run':
      return [
        phrase`An interrupted run removed auto scaling: ${scaledPhrase(change.saved.targets)}`,
        reportData.mode === 'plan'
          ? phrase`The next run that is not a plan restores it.`
          : phrase`It is restored at the end of this run.`,
      ];
    case 'tags-refused':
      return change.refused.flatMap((one) => refusedPhrases(reportData, one));
    case 'saved':
      return [
        phrase`Saved auto scaling in ${change.tags} tags of the endpoint. To restore it by hand:`,
        ...commands(reportData, partsOf(change.saved)),
      ];
    case 'ended':
      return [];
    case 'taken-off':
      return [phrase`Removed auto scaling from ${listed(variantsOf(change.scaled))}`];
    case 'scaling-up':
      return [
        phrase`Adding instances while nothing scales: ${joined(
          change.counts.map(({ variant, from, to }) => phrase`${variant} ${from} → ${to}`),
          ', ',
        )}`,
      ];
    case 'restored':
      return putBackPhrases(change);
    case 'incomplete':
      if (change.missing.length === 0) return problemPhrases(change.problem);
      return [
        ...problemPhrases(change.problem),
        phrase`Missing: ${missingPhrase(change.missing)}. To restore it by hand:`,
        ...commands(reportData, change.missing),
      ];
  }
}

/** Tags from which nothing is restored: what to do by hand. */
function refusedPhrases(reportData: ReportData, refused: RefusedTags): readonly Phrase[] {
  const parts = refused.saved ? partsOf(refused.saved) : [];
  return [
    phrase`Warning: ${refusedPhrase(refused)}`,
    ...(parts.length > 0 ? [phrase`To do by hand what they say, once you have checked it:`] : []),
    ...commands(reportData, parts),
  ];
}

function wayPhrase({ scaled, why }: InTheWay): Phrase {
  switch (why) {
    case 'type-changes':
      return phrase`${scaled.variant} changes its instance type, which SageMaker refuses under auto scaling: it is removed before the update and restored after it`;
    case 'endpoint-deleted':
      return phrase`${scaled.variant} is deleted with its endpoint: its auto scaling is removed first`;
    case 'removed':
      return phrase`${scaled.variant} is removed, which SageMaker refuses under auto scaling: it is removed before the update`;
  }
}

function putBackPhrases({
  scaled,
  dropped,
  isForNow,
}: Extract<ScalingChange, { kind: 'restored' }>): readonly Phrase[] {
  const stands = isForNow
    ? phrase`Auto scaling is restored while the update still runs: ${scaledPhrase(scaled)}. The next run checks that it is still there at the end.`
    : phrase`Auto scaling is restored: ${scaledPhrase(scaled)}`;
  return [
    ...(scaled.length > 0 ? [stands] : []),
    ...(dropped.length > 0
      ? [
          phrase`Not restored, because it no longer serves, or not as it did: ${scaledPhrase(dropped)}`,
        ]
      : []),
    ...scaled.flatMap(alarmPhrases),
  ];
}

/** Deleting a step scaling policy takes it off its alarms, which stay. */
function alarmPhrases({ policies }: ScaledVariant): readonly Phrase[] {
  return policies
    .filter(({ type }) => type === 'StepScaling')
    .map(({ name, alarms }) => {
      const which = alarms.length > 0 ? phrase` (${listed(alarms)})` : phrase``;
      return phrase`The step scaling policy ${name} has a new ARN: give it to its CloudWatch alarms${which} as their action, or they trigger nothing.`;
    });
}

/** What is missing, by its names. */
export function missingPhrase(missing: readonly Missing[]): Phrase {
  return joined(missing.map(partPhrase), ', ');
}

function partPhrase(part: Missing): Phrase {
  switch (part.kind) {
    case 'target':
      return phrase`the scalable target ${part.scaled.variant}`;
    case 'policy':
      return phrase`the policy ${part.policy.name} of ${part.scaled.variant}`;
    case 'action':
      return phrase`the scheduled action ${part.action.name} of ${part.scaled.variant}`;
  }
}

function commands({ request, region }: ReportData, parts: readonly Missing[]): readonly Phrase[] {
  return parts.map((part) => phrase`${commandText(request.endpointName, region, part)}`);
}

function variantsOf(scaled: readonly ScaledVariant[]): readonly string[] {
  return scaled.map(({ variant }) => variant);
}

/** Auto scaling that is missing is an error of its own, whatever the outcome. */
export function unfinishedPhrases({ scaling }: Lifecycle): readonly Phrase[] {
  const unfinished = unfinishedScaling(scaling);
  return unfinished ? problemPhrases(unfinished.problem) : [];
}

/** What to do about it. */
export function unfinishedNext({ scaling }: Lifecycle): Problem | undefined {
  return unfinishedScaling(scaling)?.problem;
}

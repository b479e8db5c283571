import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Missing } from '../domain/missing-scaling.ts';
import type { RefusedTags } from '../domain/saved-scaling.ts';
import type { InTheWay, ScaledVariant } from '../domain/scaling.ts';
import { type ScalingNews, unfinishedScaling } from '../domain/scaling-event.ts';
import { joined, listed, type Phrase, phrase } from '../domain/text/phrase.ts';
import { problemPhrases } from './problem.ts';
import type { Story } from './report-data.ts';
import { commandText, partsOf, refusedPhrase, scaledPhrase } from './scaling.ts';

/** News of auto scaling as lines of the log: one thought each. */
export function scalingPhrases(story: Story, news: ScalingNews): readonly Phrase[] {
  switch (news.kind) {
    case 'found':
      return news.scaled.length === 0
        ? []
        : [phrase`Auto scaling: ${scaledPhrase(news.scaled)}`, ...news.inTheWay.map(wayPhrase)];
    case 'not-read':
      return [
        phrase`Auto scaling cannot be looked at, and is left alone: ${news.problem.what}`,
        news.problem.remedy,
      ];
    case 'left-by-a-run':
      return [
        phrase`A run that was cut off took auto scaling off: ${scaledPhrase(news.saved.targets)}`,
        story.mode === 'plan'
          ? phrase`The next run that is no plan puts it back.`
          : phrase`It is put back at the end of this run.`,
      ];
    case 'tags-refused':
      return news.refused.flatMap((one) => refusedPhrases(story, one));
    case 'saved':
      return [
        phrase`Saved auto scaling in ${news.tags} tags of the endpoint. To put it back by hand:`,
        ...commands(story, partsOf(news.saved)),
      ];
    case 'taken-off':
      return [phrase`Took auto scaling off ${listed(variantsOf(news.scaled))}`];
    case 'scaling-up':
      return [
        phrase`Adding instances while nothing scales: ${joined(
          news.counts.map(({ variant, from, to }) => phrase`${variant} ${from} → ${to}`),
          ', ',
        )}`,
      ];
    case 'put-back':
      return putBackPhrases(news);
    case 'incomplete':
      if (news.missing.length === 0) return problemPhrases(news.problem);
      return [
        ...problemPhrases(news.problem),
        phrase`Missing: ${missingPhrase(news.missing)}. To put it back by hand:`,
        ...commands(story, news.missing),
      ];
  }
}

/** Tags from which nothing is put back: what to do by hand. */
function refusedPhrases(story: Story, refused: RefusedTags): readonly Phrase[] {
  const parts = refused.saved ? partsOf(refused.saved) : [];
  return [
    phrase`Warning: ${refusedPhrase(refused)}`,
    ...(parts.length > 0 ? [phrase`To do by hand what they say, once you have checked it:`] : []),
    ...commands(story, parts),
  ];
}

function wayPhrase({ scaled, why }: InTheWay): Phrase {
  switch (why) {
    case 'type-changes':
      return phrase`${scaled.variant} changes its instance type, which SageMaker refuses under auto scaling: it is taken off before the update, and put back after it`;
    case 'removed':
      return phrase`${scaled.variant} is removed, which SageMaker refuses under auto scaling: it is taken off before the update`;
  }
}

function putBackPhrases({
  scaled,
  dropped,
  isForNow,
}: Extract<ScalingNews, { kind: 'put-back' }>): readonly Phrase[] {
  const stands = isForNow
    ? phrase`Auto scaling is back while the update still runs: ${scaledPhrase(scaled)}. The next run looks whether it stands at the end.`
    : phrase`Auto scaling is back as it was: ${scaledPhrase(scaled)}`;
  return [
    ...(scaled.length > 0 ? [stands] : []),
    ...(dropped.length > 0
      ? [
          phrase`Not put back, as it does not serve any more, or not as it did: ${scaledPhrase(dropped)}`,
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
      return phrase`The step scaling policy ${name} has a new ARN: give it to its CloudWatch alarms${which} as their action, or they call nobody.`;
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

function commands({ request, region }: Story, parts: readonly Missing[]): readonly Phrase[] {
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
export function unfinishedNext({ scaling }: Lifecycle): readonly Phrase[] {
  const unfinished = unfinishedScaling(scaling);
  return unfinished ? [unfinished.problem.remedy] : [];
}

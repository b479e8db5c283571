import { durationText } from '../duration.ts';
import { hostedJobSeconds } from '../expectation.ts';
import type { JsonObject } from '../json.ts';
import { slowestLaunchSeconds } from '../launch.ts';
import { phrase } from '../text/phrase.ts';
import { expectedTimeline, type Timeline } from '../timeline.ts';
import { deploymentOf, type Facts, isCreation, newFleet } from './facts.ts';
import { type Finding, judged } from './finding.ts';
import { deploymentInput } from './written.ts';

/**
 * The maximum execution time has to hold all waits, and the launch of instances besides.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_BlueGreenUpdatePolicy.html
 */
export function waitsFitTheLimit(facts: Facts): readonly Finding[] {
  const id = 'waits-fit-limit';
  const config = deploymentOf(facts);
  const limit =
    config?.RollingUpdatePolicy?.MaximumExecutionTimeoutInSeconds ??
    config?.BlueGreenUpdatePolicy?.MaximumExecutionTimeoutInSeconds;
  if (limit === undefined) return [];
  return aboutTime(facts, id, ({ phases, shortestSeconds }) => {
    const waits = phases
      .filter(({ phase }) => phase !== 'provisioning')
      .reduce((sum, phase) => sum + phase.shortestSeconds, 0);
    if (shortestSeconds <= limit) return [];
    return [
      {
        id,
        level: waits >= limit ? 'error' : 'warning',
        seen: phrase`The waits add up to ${durationText(waits)}, the whole rollout takes ${durationText(shortestSeconds)} at best, and it may take ${durationText(limit)}.`,
        why: phrase`SageMaker would roll back when that time is over, even if the new model is healthy.`,
        remedy: phrase`Raise ${deploymentInput(facts, 'max-execution-timeout')}, or shorten the waits (${deploymentInput(facts, 'wait-interval')}).`,
      },
    ];
  });
}

/** A job that is ended watches no longer; the rollout goes on in SageMaker. */
export function worstCaseFitsTheJob(facts: Facts): readonly Finding[] {
  const id = 'worst-case-fits-job';
  if (!facts.isHostedRunner || facts.request.watch === 'start-only') return [];
  return aboutTime(facts, id, ({ worstWithRollbackSeconds: worst }) =>
    worst <= hostedJobSeconds
      ? []
      : [
          {
            id,
            level: 'warning',
            seen: phrase`At worst, with a rollback at its end, the rollout takes ${durationText(worst)}.`,
            why: phrase`GitHub ends a job on a hosted runner after 6 hours: how the rollout ends would not be seen.`,
            remedy: phrase`Set \`max-execution-timeout\`, shorten the waits, or re-run this job then: it picks up an update that is still running.`,
          },
        ],
  );
}

/** The watch would end with `timed-out`; the rollout goes on in SageMaker. */
export function worstCaseFitsTheWatch(facts: Facts): readonly Finding[] {
  const id = 'worst-case-fits-watch';
  const { waitTimeoutSeconds: limit, watch } = facts.request;
  if (limit === undefined || watch === 'start-only') return [];
  return aboutTime(facts, id, ({ shortestSeconds: shortest, worstWithRollbackSeconds: worst }) => {
    if (worst <= limit) return [];
    const lasts =
      shortest > limit
        ? phrase`takes ${durationText(shortest)} at best`
        : phrase`may take ${durationText(worst)}, with a rollback at its end`;
    return [
      {
        id,
        level: 'warning',
        seen: phrase`The rollout ${lasts}; it is watched for ${durationText(limit)}.`,
        why: phrase`The step would fail as \`timed-out\` while the rollout goes on.`,
        remedy: phrase`Raise \`wait-timeout\`, or leave it out: then it is the worst case and a margin.`,
      },
    ];
  });
}

/** Only an update has a timeline by its deployment configuration. */
export function aboutTime(
  facts: Facts,
  id: string,
  judge: (timeline: Timeline) => readonly Finding[],
): readonly Finding[] {
  if (isCreation(facts)) return [];
  const unknown = phrase`How long the rollout takes with its real number of instances is not known.`;
  return judged({ id, unknown }, facts.config, (config) => judge(timelineOf(facts, config)));
}

function timelineOf(facts: Facts, config: JsonObject): Timeline {
  const counts = newFleet(facts, config).flatMap(({ instances }) => instances ?? []);
  const largest = counts.length > 0 ? Math.max(...counts) : undefined;
  return expectedTimeline(deploymentOf(facts), largest, slowestLaunchSeconds(config));
}

import { describe, expect, it } from '@jest/globals';
import { closestPollsSeconds, secondsToNextPoll } from '../../src/domain/cadence.ts';
import { type Course, courseAfter, courseFrom } from '../../src/domain/course.ts';
import type { DeploymentConfig } from '../../src/domain/deployment-config.ts';
import type { Phase, Progress } from '../../src/domain/phase.ts';
import { at } from './snapshots.ts';

const alarms = { AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] } };
const size = { Type: 'CAPACITY_PERCENT', Value: 25 } as const;

/** Canary: 20 minutes, then 10 before the old fleet goes. */
const canary: DeploymentConfig = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: { Type: 'CANARY', WaitIntervalInSeconds: 1200, CanarySize: size },
    TerminationWaitInSeconds: 600,
  },
};
/** Linear: four steps of 20 minutes, and 10 before the old fleet goes. */
const linear: DeploymentConfig = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      Type: 'LINEAR',
      WaitIntervalInSeconds: 1200,
      LinearStepSize: size,
    },
    TerminationWaitInSeconds: 600,
    MaximumExecutionTimeoutInSeconds: 7200,
  },
};
const rolling: DeploymentConfig = {
  RollingUpdatePolicy: { MaximumBatchSize: size, WaitIntervalInSeconds: 1200 },
};

function progress(phase: Phase, share: number, since?: number): Progress {
  const traffic = { newInstances: share, newDesired: 4, oldInstances: 4 - share };
  return { phase, traffic, since: since === undefined ? undefined : at(since) };
}

/** An update called for at 0, of which a phase was seen that began at `began`. */
function seen(config: DeploymentConfig | undefined, phase: Progress, began = 300): Course {
  return { config, startedAt: at(0), progress: phase, phaseBegan: at(began), polledAt: at(began) };
}

/** Seconds from a poll at `now` to the next, where the user allows an hour. */
function pause(course: Course, now: number): number {
  return secondsToNextPoll(course, at(now), 3600);
}

describe('looks closely where something is due', () => {
  it.each<[string, Course, number, number]>([
    ['five seconds after the call', courseFrom(canary, at(0)), 0, 5],
    ['as the new instances could be ready', seen(canary, progress('provisioning', 0), 3), 63, 30],
    ['then for the first traffic', seen(canary, progress('provisioning', 0), 3), 100, 30],
    ['when all at once ends with it', seen(undefined, progress('provisioning', 0), 3), 100, 15],
    ['while traffic moves', seen(canary, progress('shifting-traffic', 1)), 301, 6],
    ['right at the end of a bake', seen(canary, progress('baking', 1)), 310, 1190],
    ['then until it shows', seen(canary, progress('baking', 1)), 1500, 6],
    ['right at the end of the final bake', seen(canary, progress('final-bake', 4)), 310, 590],
    ['then until the old fleet goes', seen(canary, progress('final-bake', 4)), 900, 4],
    ['when the old fleet goes', seen(canary, progress('removing-old-fleet', 4)), 301, 4],
    ['when a batch of it goes', seen(rolling, progress('removing-old-fleet', 2)), 301, 6],
    ['when all has gone', seen(canary, progress('settling', 4)), 301, 4],
    ['while it turns back', seen(canary, progress('rolling-back', 0)), 301, 6],
    ['where the last wait may be one of three', seen(linear, progress('final-bake', 4)), 1000, 8],
    ['at the second of them', seen(linear, progress('final-bake', 4)), 1490, 10],
    ['at the time limit', seen(linear, progress('baking', 2), 7000), 7010, 190],
  ])('%s', (_, course, now, seconds) => {
    expect(pause(course, now)).toBe(seconds);
  });

  it('and less so the longer it does not come', () => {
    const course = seen(canary, progress('final-bake', 4));
    expect([900, 950, 970, 1100, 1600].map((now) => pause(course, now))).toEqual([4, 4, 8, 20, 30]);
  });
});

describe('looks rarely where nothing can be', () => {
  it('not at all in a bake that nothing can turn back, but for the poll interval', () => {
    const course = seen(canary, progress('baking', 1));
    expect(secondsToNextPoll(course, at(310), 120)).toBe(120);
    expect(secondsToNextPoll(course, at(310), 15)).toBe(15);
  });

  it('every hundred seconds or less where alarms can, so that a rollback is found on its way', () => {
    const course = seen({ ...canary, ...alarms }, progress('baking', 1));
    expect(pause(course, 310)).toBeCloseTo(1200 / 13);
  });

  it('and no poll comes right before the end of a bake', () => {
    const course = seen({ ...canary, ...alarms }, progress('final-bake', 4));
    const pauses = [300, 400, 800].map((now) => Math.round(pause(course, now)));
    expect(pauses).toEqual([100, 100, 100]);
  });

  it('a serverless variant counts no one: its bake may be any', () => {
    const traffic = { newInstances: 0, newDesired: 0, oldInstances: 0 };
    const course = seen(canary, { phase: 'baking', traffic, since: undefined });
    expect([310, 950, 1400].map((now) => pause(course, now))).toEqual([590, 4, 20]);
  });
});

describe('between the bounds', () => {
  const phases: readonly Phase[] = [
    ...(['starting', 'creating', 'provisioning', 'shifting-traffic', 'baking'] as const),
    ...(['final-bake', 'removing-old-fleet', 'rolling-back', 'settling'] as const),
  ];
  // One of them right before the end of a final bake.
  const moments = [898.5, ...Array.from({ length: 200 }, (_, index) => 250 + 38.3 * index)];
  const configs = [undefined, canary, linear, rolling, { ...linear, ...alarms }];
  const states = phases.flatMap((phase) =>
    configs.flatMap((config) => [0, 2, 4].map((share) => seen(config, progress(phase, share)))),
  );

  it.each([1, 2, 15, 120, 3600])('with a poll interval of %d s', (pollInterval) => {
    const pauses = states.flatMap((course) =>
      moments.map((now) => secondsToNextPoll(course, at(now), pollInterval)),
    );
    expect(Math.max(...pauses)).toBeLessThanOrEqual(pollInterval);
    expect(Math.min(...pauses)).toBe(Math.min(pollInterval, closestPollsSeconds));
  });
});

describe('when a phase began, by our own clock', () => {
  const course = courseAfter(courseFrom(canary, at(0)), progress('provisioning', 0, 3), at(5));

  it.each([
    ['is what SageMaker says', 160, 160],
    ['is not before the poll that did not show it yet', -900, 5],
    ['is not after the poll that shows it', 900, 170],
    ['is when it was seen, where SageMaker does not say', undefined, 170],
  ])('%s', (_, since, began) => {
    const baking = courseAfter(course, progress('baking', 1, since), at(170));
    expect(baking.phaseBegan).toBe(at(began));
  });

  it('does not move while the phase lasts', () => {
    const baking = courseAfter(course, progress('baking', 1, 160), at(170));
    expect(courseAfter(baking, progress('baking', 1, 160), at(400)).phaseBegan).toBe(at(160));
  });

  it('moves when the same phase begins anew', () => {
    const baking = courseAfter(course, progress('baking', 1, 160), at(170));
    expect(courseAfter(baking, progress('baking', 1, 390), at(400)).phaseBegan).toBe(at(390));
  });

  it('is believed where an update is joined on its way', () => {
    const joined = courseAfter(courseFrom(canary, at(3)), progress('baking', 1, 160), at(700));
    expect(joined.phaseBegan).toBe(at(160));
  });
});

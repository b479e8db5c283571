import { describe, expect, it } from '@jest/globals';
import type { CapacitySize, DeploymentConfig } from '../../src/domain/deployment-config.ts';
import { durationText } from '../../src/domain/duration.ts';
import { worstCaseSeconds } from '../../src/domain/expectation.ts';
import { expectedTimeline, stillToCome } from '../../src/domain/timeline.ts';
import { endpoint, variant } from './snapshots.ts';

const percent = (Value: number): CapacitySize => ({ Type: 'CAPACITY_PERCENT', Value });
const instances = (Value: number): CapacitySize => ({ Type: 'INSTANCE_COUNT', Value });

function blueGreen(
  routing: { readonly canary?: CapacitySize; readonly step?: CapacitySize },
  waitSeconds: number,
  terminationSeconds = 0,
): DeploymentConfig {
  const { canary, step } = routing;
  return {
    BlueGreenUpdatePolicy: {
      TrafficRoutingConfiguration: {
        Type: canary ? 'CANARY' : step ? 'LINEAR' : 'ALL_AT_ONCE',
        WaitIntervalInSeconds: waitSeconds,
        ...(canary && { CanarySize: canary }),
        ...(step && { LinearStepSize: step }),
      },
      TerminationWaitInSeconds: terminationSeconds,
    },
  };
}

const rolling = (size: CapacitySize, wait: number): DeploymentConfig => ({
  RollingUpdatePolicy: { MaximumBatchSize: size, WaitIntervalInSeconds: wait },
});

/** A timeline as a person would read it, phase by phase. */
function told(config: DeploymentConfig | undefined, fleet: number | undefined): readonly string[] {
  return expectedTimeline(config, fleet).phases.map((phase) => {
    const { shortestSeconds: shortest, worstSeconds: worst, step } = phase;
    const lasts =
      shortest === worst
        ? `${durationText(worst)}`
        : `${durationText(shortest)} to ${durationText(worst)}`;
    const which = step ? ` (${step.number} of ${step.of})` : '';
    return `${phase.phase}${which} at ${phase.sharePercent} %: ${lasts}`;
  });
}

const launch = 'provisioning at 0 %: 2 min 15 s to 30 min';

describe('the phases to expect of three instances', () => {
  it.each<[what: string, config: DeploymentConfig | undefined, phases: readonly string[]]>([
    ['nothing asked for', undefined, [launch]],
    ['alarms without a policy', { AutoRollbackConfiguration: {} }, [launch]],
    ['all at once without waits', blueGreen({}, 0), [launch]],
    [
      'all at once with a final bake',
      blueGreen({}, 0, 120),
      [launch, 'final-bake at 100 %: 2 min'],
    ],
    [
      'all at once with both waits: no one publishes whether both count',
      blueGreen({}, 60, 120),
      [launch, 'final-bake at 100 %: 2 min to 3 min'],
    ],
    [
      'a canary of one',
      blueGreen({ canary: instances(1) }, 300, 120),
      [launch, 'baking at 33 %: 5 min', 'final-bake at 100 %: 2 min'],
    ],
    [
      'a canary of 10 %: one instance at least',
      blueGreen({ canary: percent(10) }, 300),
      [launch, 'baking at 33 %: 5 min'],
    ],
    [
      'linear by one',
      blueGreen({ step: instances(1) }, 300, 120),
      [
        launch,
        'baking (1 of 3) at 33 %: 5 min',
        'baking (2 of 3) at 67 %: 5 min',
        'final-bake (3 of 3) at 100 %: 2 min to 7 min',
      ],
    ],
    [
      'linear by two: the last step is smaller',
      blueGreen({ step: instances(2) }, 300),
      [launch, 'baking (1 of 2) at 67 %: 5 min', 'final-bake (2 of 2) at 100 %: 0 s to 5 min'],
    ],
    [
      'rolling by one: every batch is launched and bakes, the last one too',
      rolling(instances(1), 300),
      [
        'provisioning (1 of 3) at 0 %: 2 min 15 s to 30 min',
        'baking (1 of 3) at 33 %: 5 min',
        'provisioning (2 of 3) at 33 %: 2 min 15 s to 30 min',
        'baking (2 of 3) at 67 %: 5 min',
        'provisioning (3 of 3) at 67 %: 2 min 15 s to 30 min',
        'final-bake (3 of 3) at 100 %: 5 min',
      ],
    ],
    [
      'rolling by 5 %: a batch has one instance at least',
      rolling(percent(5), 0),
      [1, 2, 3].map(
        (batch) =>
          `provisioning (${batch} of 3) at ${[0, 33, 67][batch - 1]} %: 2 min 15 s to 30 min`,
      ),
    ],
  ])('%s', (_, config, phases) => {
    expect(told(config, 3)).toEqual(phases);
  });

  it('a serverless variant counts no instances: percentages are of its traffic', () => {
    expect(told(blueGreen({ step: percent(50) }, 60), undefined)).toEqual([
      launch,
      'baking (1 of 2) at 50 %: 1 min',
      'final-bake (2 of 2) at 100 %: 0 s to 1 min',
    ]);
  });

  it('where no one knows how many instances there are, a number of them is one step', () => {
    expect(told(blueGreen({ step: instances(1) }, 60), undefined)).toEqual([
      launch,
      'final-bake at 100 %: 0 s to 1 min',
    ]);
    expect(expectedTimeline(rolling(instances(1), 0), undefined).worstSeconds).toBe(1800);
  });

  it('a fleet that is scaled to nothing is one of one', () => {
    expect(told(rolling(instances(1), 60), 0)).toEqual([launch, 'final-bake at 100 %: 1 min']);
  });
});

describe('how long it takes in all', () => {
  it('the captured canary of 9 min 44 s lies between the shortest and the worst', () => {
    const { shortestSeconds, worstSeconds } = expectedTimeline(
      blueGreen({ canary: percent(10) }, 300, 120),
      3,
    );
    expect([shortestSeconds, worstSeconds]).toEqual([555, 2220]);
  });

  it.each<[string, DeploymentConfig]>([
    ['the default', {}],
    ['canary', blueGreen({ canary: percent(10) }, 300, 120)],
    ['linear', blueGreen({ step: percent(30) }, 600, 120)],
    ['rolling', rolling(percent(50), 3600)],
    ['rolling for longer than SageMaker allows', rolling(percent(5), 3600)],
  ])('%s: the watch expects the same, ten minutes of margin besides', (_, config) => {
    const timeline = expectedTimeline(config, 3);
    const watch = worstCaseSeconds({ kind: 'given', config }, endpoint());
    expect(timeline.worstWithRollbackSeconds + 600).toBe(watch);
    expect(timeline.worstSeconds + 1800).toBe(timeline.worstWithRollbackSeconds);
    expect(timeline.shortestSeconds).toBeLessThanOrEqual(timeline.worstSeconds);
  });

  it('a time limit is the worst case, whatever the phases could last', () => {
    const { BlueGreenUpdatePolicy: policy } = blueGreen({ canary: percent(10) }, 300, 120);
    const limited: DeploymentConfig = policy
      ? { BlueGreenUpdatePolicy: { ...policy, MaximumExecutionTimeoutInSeconds: 900 } }
      : {};
    expect(expectedTimeline(limited, 3).worstSeconds).toBe(900);
  });

  it('instances of a variant count: four take longer than three', () => {
    const byOne = rolling(instances(1), 0);
    const four = endpoint({ variants: [variant(4, 4)] });
    expect(expectedTimeline(byOne, 4).worstWithRollbackSeconds + 600).toBe(
      worstCaseSeconds({ kind: 'given', config: byOne }, four),
    );
    expect(expectedTimeline(byOne, 4).shortestSeconds).toBe(4 * 135);
  });
});

describe('the phases still to come', () => {
  const canary = expectedTimeline(blueGreen({ canary: instances(1) }, 300, 120), 3);
  const batches = expectedTimeline(rolling(instances(1), 300), 3);

  it.each([
    ['starting', 0, ['provisioning 0', 'baking 33', 'final-bake 100']],
    ['provisioning', 0, ['baking 33', 'final-bake 100']],
    ['shifting-traffic', 33, ['baking 33', 'final-bake 100']],
    ['baking', 33, ['final-bake 100']],
    ['shifting-traffic', 100, ['final-bake 100']],
    ['final-bake', 100, []],
    ['removing-old-fleet', 100, []],
    ['settling', 0, []],
    ['rolling-back', 0, []],
  ] as const)('of a canary that is %s at %d %%', (phase, sharePercent, rest) => {
    expect(
      stillToCome(canary, { phase, sharePercent }).map((p) => `${p.phase} ${p.sharePercent}`),
    ).toEqual(rest);
  });

  it('of a rolling update, after the first batch has baked: two more batches', () => {
    const seen = { phase: 'baking', sharePercent: 33 } as const;
    expect(stillToCome(batches, seen).map((p) => `${p.phase} ${p.sharePercent}`)).toEqual([
      'provisioning 33',
      'baking 67',
      'provisioning 67',
      'final-bake 100',
    ]);
  });

  it('of a rolling update, while the second batch is launched', () => {
    const seen = { phase: 'provisioning', sharePercent: 33 } as const;
    expect(stillToCome(batches, seen).map((p) => `${p.phase} ${p.sharePercent}`)).toEqual([
      'baking 67',
      'provisioning 67',
      'final-bake 100',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type {
  CapacitySize,
  DeploymentConfig,
  RollingUpdatePolicy,
  TrafficRoutingConfiguration,
} from '../../src/domain/deployment-config.ts';
import { inLog } from '../../src/domain/text/log.ts';
import { inMarkdown } from '../../src/domain/text/markdown.ts';
import { strategyPhrase } from '../../src/report/strategy.ts';

const tenPercent: CapacitySize = { Type: 'CAPACITY_PERCENT', Value: 10 };
const one: CapacitySize = { Type: 'INSTANCE_COUNT', Value: 1 };
const two: CapacitySize = { Type: 'INSTANCE_COUNT', Value: 2 };

const blueGreen = (
  routing: Partial<TrafficRoutingConfiguration>,
  more: { TerminationWaitInSeconds?: number; MaximumExecutionTimeoutInSeconds?: number } = {},
): DeploymentConfig => ({
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0, ...routing },
    ...more,
  },
});
const rolling = (more: Partial<RollingUpdatePolicy> = {}): DeploymentConfig => ({
  RollingUpdatePolicy: { MaximumBatchSize: one, WaitIntervalInSeconds: 300, ...more },
});
const canary = blueGreen(
  { Type: 'CANARY', CanarySize: tenPercent, WaitIntervalInSeconds: 300 },
  { TerminationWaitInSeconds: 120 },
);

describe('a strategy in one phrase', () => {
  it.each<[words: string, config: DeploymentConfig]>([
    ['all at once', {}],
    ['all at once', blueGreen({})],
    ['all at once, bake 10 min', blueGreen({ WaitIntervalInSeconds: 600 })],
    [
      'all at once, then 2 min before the old fleet ends, at most 30 min in all',
      blueGreen({}, { TerminationWaitInSeconds: 120, MaximumExecutionTimeoutInSeconds: 1800 }),
    ],
    ['canary 10 %, bake 5 min, then 2 min before the old fleet ends', canary],
    ['canary 1 instance, no bake', blueGreen({ Type: 'CANARY', CanarySize: one })],
    [
      'linear in steps of 2 instances, bake 1 min 30 s after each',
      blueGreen({ Type: 'LINEAR', LinearStepSize: two, WaitIntervalInSeconds: 90 }),
    ],
    ['rolling in batches of 1 instance, bake 5 min after each', rolling()],
    [
      'rolling in batches of 10 %, no bake, back in batches of 2 instances, at most 1 h in all',
      rolling({
        MaximumBatchSize: tenPercent,
        WaitIntervalInSeconds: 0,
        RollbackMaximumBatchSize: two,
        MaximumExecutionTimeoutInSeconds: 3600,
      }),
    ],
  ])('%s', (words, config) => {
    expect(inLog(strategyPhrase({ kind: 'given', config }, undefined))).toBe(words);
  });

  it('names the alarms, which are foreign text', () => {
    const config: DeploymentConfig = {
      ...canary,
      AutoRollbackConfiguration: {
        Alarms: [{ AlarmName: 'fraud-5xx' }, { AlarmName: 'a | @team' }],
      },
    };
    const words = strategyPhrase({ kind: 'given', config }, undefined);
    expect(inLog(words)).toBe(
      'canary 10 %, bake 5 min, then 2 min before the old fleet ends; rolls back on fraud-5xx, a | @team',
    );
    expect(inMarkdown(words).text).toMatch(
      /; rolls back on `fraud-5xx`, <code>a &#124; &#64;team<\/code>$/,
    );
  });
});

describe('a strategy that the workflow does not spell out', () => {
  it("SageMaker's default, whatever the last one was", () => {
    expect(inLog(strategyPhrase({ kind: 'default' }, canary))).toBe('all at once');
  });

  it('the last one is told in full, where it is known', () => {
    expect(inLog(strategyPhrase({ kind: 'last' }, rolling()))).toBe(
      'as last time: rolling in batches of 1 instance, bake 5 min after each',
    );
    expect(inLog(strategyPhrase({ kind: 'last' }, undefined))).toBe('as last time');
  });
});

import { describe, expect, it } from '@jest/globals';
import type {
  CapacitySize,
  DeploymentDraft,
  TrafficRoutingConfiguration,
} from '../../src/domain/deployment-config.ts';
import { violationsOf } from '../../src/domain/deployment-rules.ts';

const percent = (Value: number): CapacitySize => ({ Type: 'CAPACITY_PERCENT', Value });
const instances = (Value: number): CapacitySize => ({ Type: 'INSTANCE_COUNT', Value });

type Routing = Partial<TrafficRoutingConfiguration>;
const routed = (routing: Routing): DeploymentDraft => ({
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 60, ...routing },
  },
});
const canary = (CanarySize: CapacitySize) => routed({ Type: 'CANARY', CanarySize });
const linear = (LinearStepSize: CapacitySize) => routed({ Type: 'LINEAR', LinearStepSize });
const rolling = (policy: DeploymentDraft['RollingUpdatePolicy'] = {}): DeploymentDraft => ({
  RollingUpdatePolicy: { MaximumBatchSize: percent(20), WaitIntervalInSeconds: 60, ...policy },
});
const batches = (MaximumBatchSize: CapacitySize) => rolling({ MaximumBatchSize });
const back = (RollbackMaximumBatchSize: CapacitySize) => rolling({ RollbackMaximumBatchSize });
const ending = (TerminationWaitInSeconds: number): DeploymentDraft => ({
  BlueGreenUpdatePolicy: { ...routed({}).BlueGreenUpdatePolicy, TerminationWaitInSeconds },
});
const limited = (MaximumExecutionTimeoutInSeconds: number): DeploymentDraft => ({
  BlueGreenUpdatePolicy: { ...routed({}).BlueGreenUpdatePolicy, MaximumExecutionTimeoutInSeconds },
});
const watchedBy = (...names: readonly (string | undefined)[]): DeploymentDraft => ({
  ...routed({}),
  AutoRollbackConfiguration: { Alarms: names.map((AlarmName) => ({ AlarmName })) },
});
const names = (count: number) => Array.from({ length: count }, (_, index) => `alarm-${index}`);

/** Each violation as a person reads it: where, what stands there, what is wrong with it. */
function linesOf(draft: DeploymentDraft): readonly string[] {
  return violationsOf(draft).map(({ place, value, rule }) =>
    [place.split('.').at(-1), value, rule].filter((word) => word !== undefined).join(' '),
  );
}

describe('what SageMaker takes, up to its bounds', () => {
  it.each<[what: string, draft: DeploymentDraft]>([
    ['nothing at all', {}],
    ['all at once', routed({})],
    ['a bake of no time', routed({ WaitIntervalInSeconds: 0 })],
    ['a bake of an hour', routed({ WaitIntervalInSeconds: 3600 })],
    ['a canary of 1 %', canary(percent(1))],
    ['a canary of 50 %', canary(percent(50))],
    ['a canary of one instance', canary(instances(1))],
    ['linear steps of 10 %', linear(percent(10))],
    ['linear steps of 50 %', linear(percent(50))],
    ['linear steps of a hundred instances', linear(instances(100))],
    ['batches of 5 %', batches(percent(5))],
    ['batches of 50 %', batches(percent(50))],
    ['a rollback of the whole fleet at once', back(percent(100))],
    ['an old fleet that ends at once', ending(0)],
    ['an old fleet that is kept for an hour', ending(3600)],
    ['ten minutes in all', limited(600)],
    ['eight hours in all', limited(28_800)],
    ['one alarm', watchedBy('fraud-5xx')],
    ['ten alarms', watchedBy(...names(10))],
    ['an alarm with a name of 255 characters', watchedBy('x'.repeat(255))],
    ['alarms and no policy', { AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'a' }] } }],
  ])('%s', (_, draft) => {
    expect(linesOf(draft)).toEqual([]);
  });
});

const sizes = (range: string) =>
  `is out of bounds: SageMaker takes ${range} of a variant's instances, or a number of instances from 1.`;
const seconds = (range: string) => `is out of bounds: SageMaker takes ${range} seconds.`;
const manyAlarms =
  'are out of bounds: SageMaker takes 1 to 10 alarms. Name those that matter most, or join some in a composite alarm.';
const noAlarmName =
  'is not a valid alarm name: a name has 1 to 255 characters. Write the name of the CloudWatch alarm.';

describe('what SageMaker does not take, and how that is said', () => {
  it.each<[line: string, draft: DeploymentDraft]>([
    [`CanarySize 0% ${sizes('1 % to 50 %')}`, canary(percent(0))],
    [`CanarySize 51% ${sizes('1 % to 50 %')}`, canary(percent(51))],
    [`CanarySize 0 ${sizes('1 % to 50 %')}`, canary(instances(0))],
    [`LinearStepSize 9% ${sizes('10 % to 50 %')}`, linear(percent(9))],
    [`LinearStepSize 51% ${sizes('10 % to 50 %')}`, linear(percent(51))],
    [`MaximumBatchSize 4% ${sizes('5 % to 50 %')}`, batches(percent(4))],
    [`MaximumBatchSize 51% ${sizes('5 % to 50 %')}`, batches(percent(51))],
    [`RollbackMaximumBatchSize 0 ${sizes('1 % to 100 %')}`, back(instances(0))],
    [`RollbackMaximumBatchSize 101% ${sizes('1 % to 100 %')}`, back(percent(101))],
    [`WaitIntervalInSeconds -1 s ${seconds('0 to 3600')}`, routed({ WaitIntervalInSeconds: -1 })],
    [
      `WaitIntervalInSeconds 3601 s ${seconds('0 to 3600')}`,
      rolling({ WaitIntervalInSeconds: 3601 }),
    ],
    [`TerminationWaitInSeconds 3601 s ${seconds('0 to 3600')}`, ending(3601)],
    [`MaximumExecutionTimeoutInSeconds 599 s ${seconds('600 to 28800')}`, limited(599)],
    [
      `MaximumExecutionTimeoutInSeconds 28801 s ${seconds('600 to 28800')}`,
      rolling({ MaximumExecutionTimeoutInSeconds: 28_801 }),
    ],
    [`Alarms 0 alarms ${manyAlarms}`, watchedBy()],
    [`Alarms 11 alarms ${manyAlarms}`, watchedBy(...names(11))],
    [`Alarms ${'x'.repeat(256)} ${noAlarmName}`, watchedBy('x'.repeat(256))],
    [`Alarms   ${noAlarmName}`, watchedBy(' ')],
    ['AlarmName is missing: an alarm needs it.', watchedBy('fraud-5xx', undefined)],
    ['CanarySize is missing: a canary needs it.', routed({ Type: 'CANARY' })],
    ['LinearStepSize is missing: a linear rollout needs it.', routed({ Type: 'LINEAR' })],
    [
      'CanarySize 10% belongs to traffic routing of type CANARY only. Remove it.',
      routed({ Type: 'LINEAR', LinearStepSize: percent(10), CanarySize: percent(10) }),
    ],
    [
      'LinearStepSize 2 belongs to traffic routing of type LINEAR only. Remove it.',
      routed({ LinearStepSize: instances(2) }),
    ],
    [
      'TrafficRoutingConfiguration is missing: a blue/green update policy needs it.',
      { BlueGreenUpdatePolicy: {} },
    ],
    [
      'RollingUpdatePolicy cannot be combined with BlueGreenUpdatePolicy: SageMaker takes one policy only. Keep one of the two.',
      { ...routed({}), ...rolling() },
    ],
  ])('%s', (line, draft) => {
    expect(linesOf(draft)).toEqual([line]);
  });

  it('everything at once, where everything is wrong', () => {
    expect(
      linesOf({
        BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: { Type: 'CANARY' } },
        RollingUpdatePolicy: {},
      }),
    ).toEqual([
      'RollingUpdatePolicy cannot be combined with BlueGreenUpdatePolicy: SageMaker takes one policy only. Keep one of the two.',
      'WaitIntervalInSeconds is missing: traffic routing needs it.',
      'CanarySize is missing: a canary needs it.',
      'MaximumBatchSize is missing: a rolling update needs it.',
      'WaitIntervalInSeconds is missing: a rolling update needs it.',
    ]);
  });
});

import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import type { Fault } from '../../simulator/account/faults.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { tagsOfRecord } from '../../src/domain/record.ts';
import { autoScaled, otherType, usualScaling } from '../journeys/scaled.ts';
import { tell } from './tell.ts';
import type { Journey } from './transcript.ts';

interface Scaled extends Omit<Journey, 'title' | 'arrange'> {
  readonly arrange?: (simulator: Simulator) => void;
}

/** fraud-prod is auto-scaled and has grown to 5 instances; `fraud-other` has another instance type. */
function scaled(title: string, { arrange, ...more }: Scaled = {}): Journey {
  return {
    title,
    ...more,
    arrange: (simulator) => {
      autoScaled(simulator);
      arrange?.(simulator);
    },
  };
}

/** The same, on another instance type, so that scaling has to be off meanwhile. */
function changed(title: string, { inputs, ...more }: Scaled = {}): Journey {
  return scaled(title, { inputs: { ...otherType, ...inputs }, ...more });
}

const canary = { strategy: 'canary', 'canary-size': '1', 'wait-interval': '5m' };
const withAlarm = { ...canary, alarms: 'fraud-5xx' };
const denied = (operation: string, calls?: readonly [number, number]): Fault =>
  ({ kind: 'access-denied', operation, ...(calls && { calls }) }) as Fault;
const oneMore = { 'scale-up-by': '2' };

const main: ProductionVariant = {
  ...{ VariantName: 'Main', ModelName: 'fraud-v2' },
  ...{ InstanceType: 'ml.m5.xlarge', InitialInstanceCount: 3 },
};
const renamed = {
  inputs: { 'endpoint-config-name': 'fraud-renamed' },
  arrange: ({ sagemaker }: Simulator) =>
    sagemaker.addEndpointConfig('fraud-renamed', { ProductionVariants: [main] }),
};

/** Provisioned concurrency is what scales. */
function serverless({ sagemaker, scaling }: Simulator): void {
  scaling.deregister('fraud-prod');
  const ServerlessConfig = { MemorySizeInMB: 2048, MaxConcurrency: 20, ProvisionedConcurrency: 2 };
  for (const ModelName of ['fraud-v1', 'fraud-v2']) {
    sagemaker.addEndpointConfig(`${ModelName}-serverless`, {
      ProductionVariants: [{ VariantName: 'AllTraffic', ServerlessConfig, ModelName }],
    });
  }
  sagemaker.addEndpoint('fraud-prod', 'fraud-v1-serverless');
  const dimension = 'sagemaker:variant:DesiredProvisionedConcurrency';
  scaling.register('fraud-prod', { dimension, target: { MinCapacity: 1, MaxCapacity: 9 } });
}

const smoke = {
  inputs: { 'smoke-test-file': 'smoke.yaml', 'smoke-test-timeout': '10s' },
  files: { 'smoke.yaml': '- { name: a fraud, body: "1", expect: { matches: fraud } }' },
};
const nonsense = { kind: 'answers', body: '"?"' } as const;

tell('scaling', {
  'same-type': scaled(
    'An auto-scaled variant that keeps its instance type needs nothing but that its counts survive.',
  ),
  'counts-not-kept': scaled(
    'An auto-scaled variant starts with the counts of the configuration where that is asked for.',
    { inputs: { 'retain-variant-properties': 'false' } },
  ),
  'weights-not-kept': scaled('An update keeps all properties but those that are excluded.', {
    inputs: { 'exclude-retained-properties': 'DesiredWeight' },
  }),
  'not-scaled': {
    title:
      'A variant that is not auto-scaled starts with the counts of the configuration, and the plan says why.',
    scenario: 'scaled-out',
    inputs: { mode: 'plan' },
    next: [{}],
  },
  ignored: changed('SageMaker refuses another instance type as long as the variant is scaled.', {
    inputs: { autoscaling: 'ignore' },
  }),
  'other-type': changed('Another instance type is deployed, and scaling is restored as it was.', {
    unfolded: true,
  }),
  'other-type-planned': changed(
    'A plan of another instance type says that scaling will be off, and removes nothing.',
    {
      unfolded: true,
      inputs: { mode: 'plan' },
    },
  ),
  'rolled-back-in-the-bake': changed('Scaling is restored after a rollback in the bake.', {
    inputs: canary,
    faults: [{ kind: 'failing-deployment', stage: 'baking' }],
  }),
  'rolled-back-while-provisioning': changed(
    'Scaling is restored after a rollback of a fleet that was being launched.',
    {
      inputs: canary,
      faults: [{ kind: 'failing-deployment', stage: 'provisioning' }],
    },
  ),
  'no-quota': changed('Scaling is restored after an update that was refused.', {
    faults: [{ kind: 'quota', instanceType: 'ml.c5.xlarge', limit: 1 }],
  }),
  'timed-out': changed(
    'Where the update continues beyond the time to watch, scaling is restored for now, and its tags are kept.',
    {
      inputs: { 'wait-timeout': '1m' },
    },
  ),
  'timed-out-without-restoring': changed(
    'Where nothing can be registered while the update continues, what is missing is told with the commands.',
    {
      unfolded: true,
      inputs: { 'wait-timeout': '1m' },
      faults: [{ kind: 'registration-in-service-only' }],
    },
  ),
  'thirteen-policies': changed('Policies that take several pages are all restored.', {
    arrange: ({ scaling }) => {
      const policies = Array.from({ length: 13 }, (_, index) => ({
        ...usualScaling.policies[0],
        PolicyName: `invocations ${index}`,
      }));
      scaling.register('fraud-prod', { ...usualScaling, policies });
    },
  }),
  suspended: changed('What was suspended is suspended again.', {
    arrange: ({ scaling }) => {
      const SuspendedState = { ScheduledScalingSuspended: true };
      scaling.register('fraud-prod', { target: { SuspendedState } });
    },
  }),
  'schedule-that-began': changed(
    'A schedule whose start has passed is restored without its start, where that is refused.',
    {
      faults: [{ kind: 'schedules-begin-later' }],
    },
  ),
  'may-not-add-tags': changed(
    'Without permission to save it in tags, scaling is left as it is, and nothing is updated.',
    {
      faults: [denied('AddTags')],
    },
  ),
  'may-not-delete-tags': changed(
    'Without permission to delete the tags that would keep it, scaling is left as it is.',
    {
      faults: [denied('DeleteTags')],
    },
  ),
  'too-many-tags': changed(
    'An endpoint with too many tags cannot keep scaling: it is left as it is.',
    {
      arrange: ({ sagemaker }) => {
        const tags = Array.from({ length: 49 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
        sagemaker.addTags('endpoint', 'fraud-prod', tags);
      },
    },
  ),
  'saved-and-not-found': changed(
    'Scaling that cannot be read back after it was saved is left as it is, with no tags for a later run to take for the truth.',
    {
      faults: [denied('ListTags', [3, 9])],
    },
  ),
  'may-not-read-targets': scaled(
    'Where scalable targets may not be read, a remark says so and the rollout continues.',
    {
      faults: [denied('DescribeScalableTargets')],
    },
  ),
  'may-not-read-policies': scaled(
    'Where scaling policies may not be read, a remark says so and the rollout continues.',
    {
      faults: [denied('DescribeScalingPolicies')],
    },
  ),
  'may-not-read-tags': scaled(
    'Where tags may not be read, a remark says so and the rollout continues.',
    {
      faults: [denied('ListTags')],
    },
  ),
  'reading-throttled': scaled('Throttled reads of scaling are retried.', {
    faults: [{ kind: 'throttling', operation: 'DescribeScalableTargets', calls: [1, 2] }],
  }),
  'reading-fails': scaled('Reads of scaling that fail to the end stop the rollout.', {
    faults: [{ kind: 'internal-failure', operation: 'DescribeScalableTargets' }],
  }),
  'reading-fails-while-an-update-runs': changed(
    'Failing reads of scaling do not stop the watch of an update that runs already.',
    {
      arrange: ({ scaling }) => scaling.deregister('fraud-prod'),
      faults: [
        {
          ...{ kind: 'foreign-update', endpoint: 'fraud-prod', endpointConfigName: 'fraud-other' },
          when: { before: 'DescribeEndpoint' },
        },
        { kind: 'internal-failure', operation: 'ListTags', calls: [1, 5] },
        { kind: 'internal-failure', operation: 'DescribeScalableTargets' },
      ],
    },
  ),
  'reading-fails-and-unchanged': scaled(
    'Failing reads of tags leave what serves already unchanged.',
    {
      inputs: { 'endpoint-config-name': 'fraud-v1' },
      faults: [{ kind: 'internal-failure', operation: 'ListTags' }],
    },
  ),
  'reading-fails-at-first': scaled(
    'Reads of tags that fail at first are done again before the update.',
    {
      faults: [{ kind: 'internal-failure', operation: 'ListTags', calls: [1, 5] }],
    },
  ),
  'variant-removed': scaled('A variant that is removed takes its scaling with it.', renamed),
  'variant-removed-and-rolled-back': scaled(
    'A variant that was to be removed has its scaling again after a rollback.',
    {
      ...renamed,
      faults: [{ kind: 'failing-health-check' }],
    },
  ),
  'scaled-up': changed(
    'Instances are added after scaling was removed, and waited for before the update.',
    {
      inputs: oneMore,
    },
  ),
  'scaled-up-where-another-update-fails': changed(
    'Added instances are waited for also where an update in progress fails the run.',
    {
      inputs: { ...oneMore, 'if-in-progress': 'fail' },
    },
  ),
  'not-scaled-up': scaled('No instances are added where scaling stays on.', { inputs: oneMore }),
  'may-not-scale-up': changed(
    'Instances that may not be added fail the run, and scaling is restored.',
    {
      inputs: oneMore,
      faults: [denied('UpdateEndpointWeightsAndCapacities')],
    },
  ),
  'scaled-up-out-of-sight': changed(
    'A poll that finds no endpoint while instances are added does not stop the rollout.',
    {
      inputs: oneMore,
      faults: [
        {
          ...{ kind: 'stale-read', operation: 'DescribeEndpoint', seconds: 90_000 },
          ...{ from: { stage: 'scaling' }, calls: 1 },
        },
      ],
    },
  ),
  'scaled-up-answer-lost': changed('Instances are added once, though the answer is lost.', {
    inputs: oneMore,
    faults: [{ kind: 'lost-answer', operation: 'UpdateEndpointWeightsAndCapacities', calls: 1 }],
  }),
  'restored-in-the-end': changed(
    'Restoring is retried through throttling, broken connections and lost answers.',
    {
      faults: [
        { kind: 'throttling', operation: 'RegisterScalableTarget', calls: [1, 2] },
        { kind: 'reset', operation: 'PutScheduledAction', calls: 1 },
        { kind: 'lost-answer', operation: 'PutScalingPolicy', calls: 2 },
      ],
    },
  ),
  'not-restored': changed(
    'Scaling that cannot be restored is an error of its own: the outcome stays true, and the report has the command.',
    {
      unfolded: true,
      faults: [denied('PutScheduledAction')],
    },
  ),
  'tags-left': changed('Tags that cannot be deleted after scaling was restored are told.', {
    faults: [denied('DeleteTags', [2, 9])],
  }),
  'rollback-fails': changed('After a rollback that fails, what serves scales as it did.', {
    inputs: withAlarm,
    faults: [{ kind: 'failing-deployment', stage: 'baking' }, { kind: 'rollback-fails' }],
  }),
  superseded: changed(
    'Where another update has begun, scaling is restored for now, and its tags are kept.',
    {
      faults: [
        {
          ...{ kind: 'foreign-update', endpoint: 'fraud-prod', endpointConfigName: 'fraud-v3' },
          when: { stage: 'succeeded' },
        },
      ],
    },
  ),
  'endpoint-deleted': changed('Of a deleted endpoint nothing is left to be restored.', {
    inputs: withAlarm,
    faults: [{ kind: 'endpoint-deleted', endpoint: 'fraud-prod', when: { stage: 'baking' } }],
  }),
  'credentials-expire': changed(
    'Where the credentials expire the outcome is unknown, and what is missing can be restored by hand.',
    {
      unfolded: true,
      inputs: withAlarm,
      faults: [{ kind: 'expired-credentials', from: { stage: 'baking' } }],
    },
  ),
  serverless: scaled('Scaled concurrency is left alone where the variant stays serverless.', {
    inputs: { 'endpoint-config-name': 'fraud-v2-serverless' },
    arrange: serverless,
  }),
  'serverless-gets-instances': changed(
    'Scaled concurrency is not restored where the variant gets instances.',
    {
      arrange: serverless,
    },
  ),
  'smoke-test-fails': changed('Scaling stays off until a rollback after a smoke test has ended.', {
    ...smoke,
    arrange: ({ runtime }) => runtime.script('fraud-v2', nonsense),
  }),
  'smoke-test-fails-of-what-serves': changed(
    'Scaling makes way for a rollback by the record, after a smoke test of what serves already.',
    {
      ...smoke,
      arrange: ({ runtime, sagemaker }) => {
        runtime.script('fraud-v2', nonsense);
        sagemaker.addEndpoint('fraud-prod', 'fraud-other');
        const run = { commit: 'abc1234', run: 'https://github.example/runs/1' };
        const record = { previous: 'fraud-v1', current: 'fraud-other', mode: 'deploy' } as const;
        sagemaker.addTags('endpoint', 'fraud-prod', tagsOfRecord({ ...record, ...run }));
      },
    },
  ),
});

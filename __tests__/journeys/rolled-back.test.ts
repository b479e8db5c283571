import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary, travel, travelAgain } from './journey.ts';

const by5xx =
  'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].';
const byLatency = by5xx.replace('fraud-5xx', 'fraud-latency');

describe('a rollback by an alarm', () => {
  it('is told from beginning to end, and fails the step', async () => {
    const inputs = { ...canary, 'poll-interval': '15s' };
    const { run } = await travel({ scenario: 'alarm-in-canary-bake', inputs });
    expect(run.exitCode).toBe(1);
    expect(run.log).toBe(`\
Rolling out fraud-v2 to fraud-prod in eu-west-1
Console: https://eu-west-1.console.aws.amazon.com/sagemaker/home?region=eu-west-1#/endpoints/fraud-prod
09:00:00  Found it InService, serving fraud-v1, 3 instances
09:00:00  What changes from fraud-v1 to fraud-v2:
          AllTraffic › ModelName: fraud-v1 → fraud-v2
          AllTraffic › Image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/models:fraud-v1 → 123456789012.dkr.ecr.eu-west-1.amazonaws.com/models:fraud-v2
          AllTraffic › ModelDataUrl: s3://models-123456789012/fraud-v1/model.tar.gz → s3://models-123456789012/fraud-v2/model.tar.gz
09:00:00  Plan: update fraud-prod from fraud-v1 to fraud-v2
          Expected: 9 min 15 s at the shortest, 1 h 7 min at the worst, with a rollback at its end
          Instance counts and weights: as the configuration says, because no variant is auto-scaled
          Pre-flight remark (size-below-one-instance): A canary of 10% is less than one of the 3 instances of AllTraffic. Traffic moves by whole instances: expect one, which is 33 %. Nothing, if that share is fine; otherwise give the variant more instances.
09:00:00  UpdateEndpoint accepted: canary 10 %, bake 5 min, then 2 min before the old fleet ends; rolls back on fraud-5xx, fraud-latency
          Watching until it has settled, for 1 h 17 min at most.
09:00:05  Provisioning the new fleet: 0 of 3 new instances and 3 old take traffic (0 % new)
09:02:33  Moving traffic: 1 of 3 new instances and 2 old take traffic (33 % new)
09:02:39  Baking at 33 %: 1 of 3 new instances and 2 old take traffic (33 % new)
09:03:24  Moving traffic: 1 of 3 new instances and 2 old take traffic (33 % new)
09:03:30  Rolling back: 0 of 3 new instances and 3 old take traffic (0 % new)
09:04:24  InService on fraud-v1, after 4 min 24 s
Error: Rolled back: fraud-prod still serves fraud-v1
SageMaker's reason: ${by5xx}
Check the alarm and the endpoint's logs, fix the model or the configuration, and roll out again.
Report: https://github.com/acme/fraud/pull/42#issuecomment-3100000001
`);
    expect(run.annotations).toHaveLength(1);
    expect(run.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back': 'true',
      'endpoint-status': 'InService',
      'endpoint-config-name': 'fraud-v1',
      'previous-endpoint-config-name': 'fraud-v1',
      'failure-reason': by5xx,
      'duration-seconds': '264',
    });
  });

  it.each([
    ['while the new fleet is launched', 'alarm-while-launching', by5xx],
    ['in the final bake', 'alarm-in-final-bake', byLatency],
    ['with the status RollingBack on the way', 'rolling-back-shown', by5xx],
    ['with traffic that returns late', 'traffic-returns-late', by5xx],
    ['with both alarms', 'two-alarms', by5xx.replace('fraud-5xx', 'fraud-5xx, fraud-latency')],
  ] as const)('is a rollback %s', async (_, scenario, reason) => {
    const { run, comments } = await travel({ scenario, inputs: canary });
    expect(run.outputs).toMatchObject({
      outcome: 'rolled-back',
      'endpoint-config-name': 'fraud-v1',
      'failure-reason': reason,
    });
    expect(comments[0]?.body).toContain('### Rolled back: `fraud-prod` still serves `fraud-v1`');
    expect(comments[0]?.body).toContain(`\`${reason}\``);
  });

  it('is found in the second step of a linear rollout', async () => {
    const { run } = await travel({
      scenario: 'alarm-in-second-bake',
      inputs: {
        strategy: 'linear',
        'linear-step-size': '1',
        'wait-interval': '2m',
        alarms: 'fraud-latency',
      },
    });
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-reason': byLatency });
    expect(run.log).toContain('Baking at 67 %');
  });

  it('is found in the second batch of a rolling update', async () => {
    const { run } = await travel({
      scenario: 'alarm-in-second-bake',
      inputs: {
        strategy: 'rolling',
        'rolling-batch-size': '1',
        'wait-interval': '2m',
        alarms: 'fraud-latency',
      },
    });
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-reason': byLatency });
  });

  it('passes with a warning where the user says so', async () => {
    const { run } = await travel({
      scenario: 'alarm-in-canary-bake',
      inputs: { ...canary, 'fail-on-rollback': 'false' },
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs.outcome).toBe('rolled-back');
    expect(run.annotations).toEqual([
      { level: 'warning', message: expect.stringMatching(/^Rolled back: fraud-prod still serves/) },
    ]);
  });
});

describe("SageMaker's reason", () => {
  it('may be missing: then the report says so', async () => {
    const { run, comments } = await travel({
      scenario: 'rollback-without-reason',
      inputs: canary,
    });
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-reason': '' });
    expect(run.log).toContain('SageMaker gave no reason.');
    expect(comments[0]?.body).toContain('SageMaker gave no reason.');
  });

  it('of an earlier rollback is not that of this one', async () => {
    const { run } = await travel({
      scenario: 'rollback-without-reason',
      inputs: canary,
      arrange: ({ sagemaker }) => {
        sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { failureReason: byLatency });
      },
    });
    expect(run.outputs.outcome).toBe('rolled-back');
    expect(run.log).toContain(`an earlier failure reason is still shown: ${byLatency}`);
    expect(run.outputs['failure-reason']).not.toContain('fraud-latency');
  });

  it('is doubted where the same text was there before', async () => {
    const { run } = await travel({
      scenario: 'alarm-in-canary-bake',
      inputs: canary,
      arrange: ({ sagemaker }) => {
        sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { failureReason: by5xx });
      },
    });
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-reason': '' });
    expect(run.log).toContain(
      `SageMaker gave no new reason. This text was there before the rollout, so it may belong to an earlier one: ${by5xx}`,
    );
  });

  it('that is stale says nothing about a success', async () => {
    const { run } = await travel({
      scenario: 'stale-reason-then-success',
      inputs: canary,
    });
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'failure-reason': '' });
  });

  it.each([
    ['capacity', /^Unable to provision requested ML compute capacity/],
    ['health-check', /^The primary container for production variant AllTraffic did not pass/],
  ] as const)('is told when no alarm caused it: %s', async (scenario, reason) => {
    const { run } = await travel({ scenario, inputs: canary });
    expect(run.outputs).toMatchObject({
      outcome: 'rolled-back',
      'failure-reason': expect.stringMatching(reason),
    });
  });
});

describe('an endpoint whose rollback had failed, updated again to what it serves a mix of', () => {
  const inputs = { ...canary, 'endpoint-config-name': 'fraud-v1' };
  const broken = (failureReason: string) => {
    return ({ sagemaker }: Simulator) => {
      sagemaker.addEndpoint('fraud-prod', 'fraud-v1', {
        status: 'UpdateRollbackFailed',
        failureReason,
      });
    };
  };

  it('is rolled back where SageMaker rolls that back, although the configuration is the requested one', async () => {
    const { run, updates } = await travel({
      ...{ scenario: 'alarm-in-canary-bake', inputs },
      arrange: broken('An earlier one.'),
    });
    expect(updates).toHaveLength(1);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({
      outcome: 'rolled-back',
      'endpoint-status': 'InService',
      'endpoint-config-name': 'fraud-v1',
      'failure-reason': by5xx,
    });
  });

  it('is rolled back with the very reason of before, which only a success takes away', async () => {
    const { run } = await travel({
      ...{ scenario: 'alarm-in-canary-bake', inputs },
      arrange: broken(by5xx),
    });
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-reason': '' });
    expect(run.log).toContain('The update from fraud-v1 to fraud-v1 was rolled back.');
    expect(run.log).toContain('SageMaker gave no new reason.');
  });

  it('is rolled back where the answer to the call was lost', async () => {
    const { run, updates } = await travel({
      ...{ scenario: 'alarm-in-canary-bake', inputs },
      arrange: (simulator) => {
        broken('An earlier one.')(simulator);
        simulator.sagemaker.inject({ kind: 'lost-answer', operation: 'UpdateEndpoint', calls: 1 });
      },
    });
    expect(updates).toHaveLength(1);
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-reason': by5xx });
  });

  it('is deployed where it succeeds', async () => {
    const { run } = await travel({ inputs, arrange: broken(by5xx) });
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'failure-reason': '' });
  });
});

describe('an end that no rollback fixes', () => {
  it('UpdateRollbackFailed fails, and says to update again', async () => {
    const { run } = await travel({ scenario: 'rollback-fails', inputs: canary });
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      'rolled-back': 'false',
      'endpoint-status': 'UpdateRollbackFailed',
    });
    expect(run.log).toContain('it serves with a mix of old and new instances');
    expect(run.log).toContain('Call UpdateEndpoint again');
  });

  it('and a run that calls it again deploys, once the alarm is OK', async () => {
    const { run, updates } = await travel({
      scenario: 'rollback-fails',
      inputs: canary,
      arrange: async (simulator) => {
        const first = await travelAgain(simulator, { inputs: canary });
        expect(first.run.outputs.outcome).toBe('failed');
        simulator.sagemaker.alarms.set('fraud-5xx', 'OK');
      },
    });
    expect(updates).toHaveLength(1);
    expect(run.outputs.outcome).toBe('deployed');
  });

  it('Failed fails, and says that only deleting helps', async () => {
    const { run } = await travel({ scenario: 'ends-failed', inputs: canary });
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-status': 'Failed' });
    expect(run.log).toContain('Delete it (DeleteEndpoint;');
  });

  it('an endpoint deleted meanwhile fails, and nothing is said to serve', async () => {
    const { run } = await travel({ scenario: 'endpoint-deleted', inputs: canary });
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-config-name': '' });
    expect(run.log).toContain('Endpoint fraud-prod was deleted while it was being updated.');
  });
});

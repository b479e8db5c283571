import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Run } from '../../simulator/runner.ts';
import { canary, travel, travelAgain } from './journey.ts';

describe('a canary that succeeds', () => {
  let run: Run;
  beforeAll(async () => {
    ({ run } = await travel({ inputs: { ...canary, environment: 'production' } }));
  });

  it('is told from beginning to end', () => {
    expect(run.exitCode).toBe(0);
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
09:07:35  Moving traffic: 3 of 3 new instances and 0 old take traffic (100 % new)
09:07:41  Final bake: 3 of 3 new instances and 0 old take traffic (100 % new)
09:09:40  Removing old instances: 3 of 3 new instances and 0 old take traffic (100 % new)
09:09:44  InService on fraud-v2, after 9 min 44 s
          Recorded in the endpoint's tags: fraud-v2 came after fraud-v1
Deployed: fraud-prod serves fraud-v2
Report: https://github.com/acme/fraud/pull/42#issuecomment-3100000001
`);
    expect(run.annotations).toEqual([]);
  });

  it('sets every output of the contract', () => {
    const { report, ...outputs } = run.outputs;
    expect(outputs).toEqual({
      outcome: 'deployed',
      'rolled-back': 'false',
      'endpoint-status': 'InService',
      'endpoint-arn': 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud-prod',
      'endpoint-config-name': 'fraud-v2',
      'previous-endpoint-config-name': 'fraud-v1',
      'failure-reason': '',
      'duration-seconds': '584',
      'pull-requests': '42',
      'comment-url': 'https://github.com/acme/fraud/pull/42#issuecomment-3100000001',
      'console-url':
        'https://eu-west-1.console.aws.amazon.com/sagemaker/home?region=eu-west-1#/endpoints/fraud-prod',
      'has-changes': 'true',
    });
    const typed = JSON.parse(report ?? '');
    expect(typed).toMatchObject({
      ...outputs,
      'rolled-back': false,
      'duration-seconds': 584,
      'pull-requests': [42],
      'has-changes': true,
    });
    expect(typed.phases.map(({ phase }: { phase: string }) => phase)).toEqual([
      'starting',
      'provisioning',
      'shifting-traffic',
      'baking',
      'shifting-traffic',
      'final-bake',
      'removing-old-fleet',
    ]);
  });

  it('documents every member of the output `report`', async () => {
    const { run } = await travel({
      inputs: { ...canary, 'smoke-test-file': 'smoke.yaml' },
      files: { 'smoke.yaml': '- { name: ping, body: "" }' },
    });
    const { phases, ...members } = JSON.parse(run.outputs.report ?? '');
    const [request] = members['smoke-test'].requests;
    const document = readFileSync('docs/report.md', 'utf8');
    const documented = [...document.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    const { 'smoke-test': smokeTest, scaling } = members;
    const parts = [members, { phases }, phases[0], smokeTest, request, scaling];
    const given = new Set(parts.flatMap((part) => Object.keys(part)));
    expect(new Set(documented)).toEqual(given);
  });
});

describe('what is asked of UpdateEndpoint', () => {
  const names = { EndpointName: 'fraud-prod', EndpointConfigName: 'fraud-v2' };
  const asked = async (inputs: Record<string, string>) =>
    (await travel({ inputs: { ...inputs, wait: 'false' } })).updates.map(({ input }) => input);

  it('all at once, with nothing else asked for: nothing else is sent', async () => {
    expect(await asked({})).toEqual([names]);
  });

  it('all at once, with alarms', async () => {
    expect(await asked({ alarms: 'fraud-5xx' })).toEqual([
      {
        ...names,
        DeploymentConfig: {
          BlueGreenUpdatePolicy: {
            TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
          },
          AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] },
        },
      },
    ]);
  });

  it('canary', async () => {
    expect(await asked({ ...canary, 'max-execution-timeout': '1h' })).toEqual([
      {
        ...names,
        DeploymentConfig: {
          BlueGreenUpdatePolicy: {
            TrafficRoutingConfiguration: {
              Type: 'CANARY',
              WaitIntervalInSeconds: 300,
              CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
            },
            TerminationWaitInSeconds: 120,
            MaximumExecutionTimeoutInSeconds: 3600,
          },
          AutoRollbackConfiguration: {
            Alarms: [{ AlarmName: 'fraud-5xx' }, { AlarmName: 'fraud-latency' }],
          },
        },
      },
    ]);
  });

  it('linear', async () => {
    const inputs = { strategy: 'linear', 'linear-step-size': '1', 'wait-interval': '90' };
    expect(await asked(inputs)).toEqual([
      {
        ...names,
        DeploymentConfig: {
          BlueGreenUpdatePolicy: {
            TrafficRoutingConfiguration: {
              Type: 'LINEAR',
              WaitIntervalInSeconds: 90,
              LinearStepSize: { Type: 'INSTANCE_COUNT', Value: 1 },
            },
          },
        },
      },
    ]);
  });

  it('rolling', async () => {
    const inputs = {
      strategy: 'rolling',
      'rolling-batch-size': '50%',
      'rollback-batch-size': '100%',
      'wait-interval': '1m',
    };
    expect(await asked(inputs)).toEqual([
      {
        ...names,
        DeploymentConfig: {
          RollingUpdatePolicy: {
            MaximumBatchSize: { Type: 'CAPACITY_PERCENT', Value: 50 },
            WaitIntervalInSeconds: 60,
            RollbackMaximumBatchSize: { Type: 'CAPACITY_PERCENT', Value: 100 },
          },
        },
      },
    ]);
  });

  it('a whole deployment configuration goes as it is', async () => {
    const document = `
BlueGreenUpdatePolicy:
  TrafficRoutingConfiguration: { Type: ALL_AT_ONCE, WaitIntervalInSeconds: 60 }
  TerminationWaitInSeconds: 30
`;
    expect(await asked({ 'deployment-config': document })).toEqual([
      {
        ...names,
        DeploymentConfig: {
          BlueGreenUpdatePolicy: {
            TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 60 },
            TerminationWaitInSeconds: 30,
          },
        },
      },
    ]);
  });

  it('what is retained', async () => {
    const inputs = {
      'retain-variant-properties': 'true',
      'exclude-retained-properties': 'DesiredWeight',
      'retain-deployment-config': 'true',
    };
    expect(await asked(inputs)).toEqual([
      {
        ...names,
        RetainAllVariantProperties: true,
        ExcludeRetainedVariantProperties: [{ VariantPropertyType: 'DesiredWeight' }],
        RetainDeploymentConfig: true,
      },
    ]);
  });
});

describe('a rollout that there is no need to start', () => {
  it('is unchanged where the configuration serves already, and only reads', async () => {
    const { run, calls, comments } = await travel({
      inputs: { 'endpoint-config-name': 'fraud-v1' },
    });
    expect(run.outputs).toMatchObject({ outcome: 'unchanged', 'has-changes': 'false' });
    expect(run.log).toContain('Unchanged: fraud-prod already serves fraud-v1\n');
    expect(calls).toEqual([
      'DescribeEndpoint',
      'ListTags',
      'DescribeEndpointConfig',
      'DescribeModel',
      'DescribeEndpoint',
    ]);
    expect(comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('### Unchanged: `fraud-prod` already serves `fraud-v1`'),
    ]);
  });

  it('is joined where it runs already, and reported from its start', async () => {
    const { run, updates } = await travel({
      inputs: canary,
      arrange: async (simulator) => {
        const first = await travelAgain(simulator, { inputs: { ...canary, wait: 'false' } });
        expect(first.run.outputs.outcome).toBe('started');
        expect(first.run.log).toContain('Started: fraud-prod is being updated to fraud-v2\n');
        simulator.clock.advanceTo(simulator.clock.now() + 4 * 60_000);
      },
    });
    expect(updates).toEqual([]);
    expect(run.log).toContain('fraud-v2 is being rolled out already, since 09:00:03: joining');
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'previous-endpoint-config-name': 'fraud-v1',
      'duration-seconds': '581',
    });
  });
});

describe('the other strategies are followed to their end', () => {
  it('all at once', async () => {
    const { run } = await travel();
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('UpdateEndpoint accepted: all at once\n');
  });

  it('linear, in three steps', async () => {
    const inputs = { strategy: 'linear', 'linear-step-size': '1', 'wait-interval': '2m' };
    const { run } = await travel({ inputs });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('Baking at 33 %: 1 of 3 new instances and 2 old take traffic');
    expect(run.log).toContain('Baking at 67 %: 2 of 3 new instances and 1 old take traffic');
  });

  it('rolling, in three batches', async () => {
    const inputs = { strategy: 'rolling', 'rolling-batch-size': '1', 'wait-interval': '2m' };
    const { run } = await travel({ inputs });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('Baking at 33 %: 1 of 3 new instances and 2 old take traffic');
    expect(run.log).toContain('Provisioning more instances: 2 of 3 new instances and 1 old');
  });

  it('a canary of two variants', async () => {
    const variant = (VariantName: string) => ({
      VariantName,
      ModelName: 'fraud-v2',
      InstanceType: 'ml.m5.xlarge' as const,
      InitialInstanceCount: 2,
      InitialVariantWeight: 1,
    });
    const { run } = await travel({
      inputs: { ...canary, 'endpoint-name': 'pair', 'endpoint-config-name': 'pair-v2' },
      arrange: ({ sagemaker }) => {
        const serving = { ProductionVariants: [variant('A'), variant('B')] };
        sagemaker.addEndpointConfig('pair-v1', serving);
        sagemaker.addEndpointConfig('pair-v2', serving);
        sagemaker.addEndpoint('pair', 'pair-v1');
      },
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('2 of 4 new instances and 2 old take traffic (50 % new)');
  });
});

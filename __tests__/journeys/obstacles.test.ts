import { describe, expect, it } from '@jest/globals';
import { canary, type JourneyOptions, travel } from './journey.ts';

/** A call by another party, some seconds before the action starts. */
function foreignUpdate(secondsAgo: number): NonNullable<JourneyOptions['arrange']> {
  return ({ sagemaker, clock }) => {
    sagemaker.inject({
      kind: 'foreign-update',
      endpoint: 'fraud-prod',
      when: { afterSeconds: 1 },
      endpointConfigName: 'fraud-v3',
    });
    clock.advanceTo(clock.now() + 1000 * (1 + secondsAgo));
  };
}

describe('an update of another configuration', () => {
  it('is waited for, then ours begins', async () => {
    const { run } = await travel({ arrange: foreignUpdate(30) });
    expect(run.log).toContain(
      'Waiting: the endpoint is Updating (fraud-v3 is being rolled out), and SageMaker takes one update at a time\n',
    );
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'previous-endpoint-config-name': 'fraud-v3',
      'endpoint-config-name': 'fraud-v2',
    });
  });

  it('fails where the user says so, as soon as a second poll agrees, and is named', async () => {
    const { run, updates } = await travel({
      arrange: foreignUpdate(30),
      inputs: { 'if-in-progress': 'fail' },
    });
    expect(updates).toEqual([]);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'duration-seconds': '5' });
    expect(run.log).toContain(
      'Endpoint fraud-prod is Updating: endpoint configuration fraud-v3 is being rolled out.',
    );
    expect(run.log).toContain('or set `if-in-progress: wait`');
  });

  it('is named even in its first seconds, when SageMaker does not show it yet', async () => {
    const { run } = await travel({
      arrange: foreignUpdate(0),
      inputs: { 'if-in-progress': 'fail' },
    });
    expect(run.outputs.outcome).toBe('failed');
    expect(run.log).toContain('endpoint configuration fraud-v3 is being rolled out');
  });

  it('that comes between the poll and the call is waited for too', async () => {
    const { run, updates } = await travel({ scenario: 'foreign-update-before' });
    expect(updates.map(({ error }) => error)).toEqual(['ValidationException', undefined]);
    expect(run.outputs.outcome).toBe('deployed');
  });

  it('that comes between the poll and the call fails where the user says so', async () => {
    const { run, updates } = await travel({
      scenario: 'foreign-update-before',
      inputs: { 'if-in-progress': 'fail' },
    });
    expect(updates.map(({ error }) => error)).toEqual(['ValidationException']);
    expect(run.outputs.outcome).toBe('failed');
    expect(run.log).toContain('endpoint configuration fraud-v3 is being rolled out');
  });

  it('that comes after ours supersedes it, and is not reported as ours', async () => {
    const { run } = await travel({ scenario: 'foreign-update' });
    expect(run.exitCode).toBe(1);
    expect(run.outputs.outcome).toBe('superseded');
    expect(run.log).toContain('Superseded: another update is rolling out fraud-v3 to fraud-prod');
  });

  it('that came and went between two polls supersedes ours as well', async () => {
    const { run } = await travel({
      inputs: { ...canary, alarms: '', 'wait-interval': '1h', 'poll-interval': '30m' },
      arrange: ({ sagemaker }) => {
        sagemaker.inject({ kind: 'failing-deployment', stage: 'baking', afterSeconds: 30 });
        sagemaker.inject({
          kind: 'foreign-update',
          endpoint: 'fraud-prod',
          when: { stage: 'rolled-back', afterSeconds: 60 },
          endpointConfigName: 'fraud-v3',
        });
      },
    });
    expect(run.outputs).toMatchObject({
      outcome: 'superseded',
      'endpoint-config-name': 'fraud-v3',
    });
  });
});

describe('work that names no configuration', () => {
  it('maintenance by AWS is waited for', async () => {
    const { run } = await travel({ scenario: 'system-updating' });
    expect(run.log).toContain('Waiting: the endpoint is SystemUpdating (AWS maintains it)');
    expect(run.outputs.outcome).toBe('deployed');
  });

  it('maintenance by AWS fails at once where the user says so', async () => {
    const { run } = await travel({
      scenario: 'system-updating',
      inputs: { 'if-in-progress': 'fail' },
    });
    expect(run.outputs.outcome).toBe('failed');
    expect(run.log).toContain('Endpoint fraud-prod is SystemUpdating');
  });

  it('auto scaling is waited for', async () => {
    const { run } = await travel({ scenario: 'auto-scaling' });
    expect(run.log).toContain('Waiting: the endpoint is Updating (auto scaling, or an update');
    expect(run.outputs.outcome).toBe('deployed');
  });
});

describe('what SageMaker refuses is named, with the region and the remedy', () => {
  it('no such endpoint', async () => {
    const { run, updates } = await travel({ inputs: { 'endpoint-name': 'fraud-prid' } });
    expect(updates).toEqual([]);
    expect(run.log).toContain(
      'There is no endpoint fraud-prid in eu-west-1. An update needs an endpoint.\nFix `endpoint-name` or the region, or set `create-endpoint: true`',
    );
    expect(run.outputs.outcome).toBe('failed');
  });

  it.each(['warn', 'off'])(
    'no such endpoint: never created unasked, with preflight %s',
    async (preflight) => {
      const { run, calls } = await travel({
        inputs: { 'endpoint-name': 'fraud-prid', preflight },
      });
      expect(calls).not.toContain('CreateEndpoint');
      expect(run.outputs.outcome).toBe('failed');
      expect(run.log).toContain('There is no endpoint fraud-prid in eu-west-1.');
    },
  );

  it('no such configuration, after it was waited for some seconds', async () => {
    const { run } = await travel({ inputs: { 'endpoint-config-name': 'fraud-v9' } });
    expect(run.log).toContain(
      'There is no endpoint configuration fraud-v9 in eu-west-1. SageMaker rolls out configurations that exist.\nFix `endpoint-config-name`',
    );
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-config-name': 'fraud-v1' });
  });

  it('a configuration that was just created is found in the end', async () => {
    const { run } = await travel({
      arrange: ({ sagemaker }) => {
        sagemaker.inject({ kind: 'late-configurations', seconds: 12 });
        sagemaker.addModel('fraud-v4');
        sagemaker.addEndpointConfig('fraud-v4');
      },
      inputs: { 'endpoint-config-name': 'fraud-v4' },
    });
    expect(run.outputs.outcome).toBe('deployed');
  });

  it('no permission', async () => {
    const { run } = await travel({ scenario: 'access-denied' });
    expect(run.log).toContain('The role of this job may not call UpdateEndpoint for fraud-prod');
    expect(run.log).toContain('is not authorized to perform: sagemaker:UpdateEndpoint on resource');
    expect(run.log).toContain(
      'on the endpoint fraud-prod and on the endpoint configuration fraud-v2',
    );
    expect(run.outputs.outcome).toBe('failed');
  });

  it('no quota', async () => {
    const { run } = await travel({ scenario: 'quota' });
    expect(run.log).toContain(
      "The account's quota ml.m5.xlarge for endpoint usage is too small for UpdateEndpoint in eu-west-1 (limit 5, in use 3, asked for 3 more).",
    );
    expect(run.log).toContain("The account-level service limit 'ml.m5.xlarge for endpoint usage'");
    expect(run.outputs.outcome).toBe('failed');
  });

  it('an endpoint that has failed', async () => {
    const { run, updates } = await travel({
      arrange: ({ sagemaker }) => {
        sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { status: 'Failed' });
      },
    });
    expect(updates).toEqual([]);
    expect(run.log).toContain('Endpoint fraud-prod is Failed.');
    expect(run.outputs.outcome).toBe('failed');
  });
});

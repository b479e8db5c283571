import { describe, expect, it } from '@jest/globals';
import { canary, travel, travelAgain } from './journey.ts';

describe('trouble on the way is waited out', () => {
  it.each([
    'throttled',
    'server-errors',
    'stale-reads',
    'late-summary',
    'lingering-summary',
  ] as const)('%s: deployed all the same', async (scenario) => {
    const { run } = await travel({ scenario, inputs: canary });
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'endpoint-status': 'InService',
      'endpoint-config-name': 'fraud-v2',
    });
  });

  it('bad-network: deployed all the same', async () => {
    const { run } = await travel({ scenario: 'bad-network', inputs: canary });
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'endpoint-status': 'InService',
      'endpoint-config-name': 'fraud-v2',
    });
  });

  it('is told once, and so is its end', async () => {
    const { run } = await travel({ scenario: 'server-errors', inputs: canary });
    expect(run.log.match(/failed to answer DescribeEndpoint/g)).toHaveLength(2);
    expect(run.log.match(/AWS answers again/g)).toHaveLength(2);
  });

  it('an UpdateEndpoint whose answer was lost is not repeated: it is looked for, and joined', async () => {
    const { run, updates } = await travel({ scenario: 'lost-answer', inputs: canary });
    expect(updates.map(({ error }) => error)).toEqual(['lost-answer']);
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'previous-endpoint-config-name': 'fraud-v1',
    });
  });

  it('an UpdateEndpoint that never arrived is sent again', async () => {
    const { run, updates } = await travel({
      inputs: canary,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'reset', operation: 'UpdateEndpoint', calls: 1 }),
    });
    expect(updates.map(({ error }) => error)).toEqual(['reset', undefined]);
    expect(run.outputs.outcome).toBe('deployed');
  });

  it('an UpdateEndpoint that was throttled is sent again', async () => {
    const { run, updates } = await travel({
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'throttling', operation: 'UpdateEndpoint', calls: [1, 2] }),
    });
    expect(updates.map(({ error }) => error)).toEqual([
      'ThrottlingException',
      'ThrottlingException',
      undefined,
    ]);
    expect(run.outputs.outcome).toBe('deployed');
  });
});

describe('a watch that ends before the rollout does', () => {
  it('times out, says that the rollout goes on, and a re-run picks it up', async () => {
    let again: string | undefined;
    const { run } = await travel({
      inputs: canary,
      arrange: async (simulator) => {
        const timed = await travelAgain(simulator, { inputs: { ...canary, 'wait-timeout': '4m' } });
        expect(timed.run.outputs).toMatchObject({
          outcome: 'timed-out',
          'endpoint-status': 'Updating',
          'endpoint-config-name': 'fraud-v1',
          'duration-seconds': '240',
        });
        expect(timed.run.exitCode).toBe(1);
        expect(timed.run.log).toContain('The update continues in SageMaker');
        expect(timed.run.log).toContain('Re-run this job: it picks up an update');
        again = timed.comments[0]?.url;
      },
    });
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'comment-url': again });
    expect(run.log).toContain('fraud-v2 is being rolled out already, since 09:00:03: joining');
  });

  it('times out while it waits for another party, and says that nothing was changed', async () => {
    const { run, updates } = await travel({
      inputs: { 'wait-timeout': '1m' },
      arrange: ({ sagemaker, clock }) => {
        sagemaker.inject({
          kind: 'foreign-update',
          endpoint: 'fraud-prod',
          when: { afterSeconds: 1 },
          endpointConfigName: 'fraud-v3',
        });
        clock.advanceTo(clock.now() + 10_000);
      },
    });
    expect(updates).toEqual([]);
    expect(run.outputs.outcome).toBe('timed-out');
    expect(run.log).toContain('No update was requested: this run has changed nothing.');
  });

  it('is unknown when the credentials expire, and says what it last saw', async () => {
    const { run } = await travel({
      inputs: canary,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'expired-credentials', from: { afterSeconds: 240 } }),
    });
    expect(run.outputs).toMatchObject({
      outcome: 'unknown',
      'endpoint-status': 'Updating',
      'endpoint-config-name': 'fraud-v1',
    });
    expect(run.log).toContain('The security token included in the request is expired');
    expect(run.log).toContain('The update continues in SageMaker');
  });

  it('is unknown when SageMaker cannot be reached to the end', async () => {
    const { run } = await travel({
      inputs: { ...canary, 'wait-timeout': '30m' },
      arrange: ({ sagemaker }) =>
        sagemaker.inject({
          kind: 'reset',
          operation: 'DescribeEndpoint',
          from: { stage: 'baking' },
        }),
    });
    expect(run.outputs.outcome).toBe('unknown');
    expect(run.log).toContain('SageMaker in eu-west-1 cannot be reached.');
  });

  it('fails soon where SageMaker was never reached', async () => {
    const { run } = await travel({
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'reset', operation: 'DescribeEndpoint' }),
    });
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-status': '' });
    expect(run.log).toContain('Check the region, and that this runner reaches');
  });

  it('keeps a heartbeat in long silences', async () => {
    const { run } = await travel({
      inputs: { ...canary, 'wait-interval': '20m' },
    });
    expect(run.log).toContain('09:08:48  Baking at 33 %, for 6 min 13 s so far\n');
    expect(run.log).toContain('09:14:57  Baking at 33 %, for 12 min 22 s so far\n');
  });
});

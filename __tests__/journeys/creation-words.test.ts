import { describe, expect, it } from '@jest/globals';
import { travel } from './journey.ts';

const creating = { scenario: 'endpoint-missing', inputs: { 'create-endpoint': 'true' } } as const;

describe('a creation has words of its own', () => {
  it('wait: false says that it is being created, and sets the status and the ARN that SageMaker answers', async () => {
    const { run } = await travel({
      ...creating,
      inputs: { ...creating.inputs, wait: 'false' },
    });
    expect(run.outputs).toMatchObject({
      outcome: 'started',
      'endpoint-status': 'Creating',
      'endpoint-arn': expect.stringMatching(/:endpoint\/fraud-prod$/),
      'endpoint-config-name': '',
    });
    expect(run.log).toContain('Started: fraud-prod is being created on fraud-v2');
    for (const words of ['being updated', 'absent', 'Watching', 'after 0 s']) {
      expect(run.log).not.toContain(words);
    }
  });

  it('cancelled while it is created: the creation continues, and nothing serves yet', async () => {
    const { run } = await travel({ ...creating, cancelAt: 60 });
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', 'endpoint-config-name': '' });
    expect(run.log).toContain(
      'The creation continues in SageMaker. No alarm guards it, and there is nothing to roll back to.',
    );
    expect(run.log).toContain('it picks up a creation that is still running');
    expect(run.summary).toContain('nothing, requested');
  });
});

it("another party's creation is not said to serve, in the plan neither", async () => {
  const { run } = await travel({
    inputs: { mode: 'plan' },
    arrange: ({ sagemaker }) =>
      sagemaker.inject({
        ...{
          kind: 'shown-otherwise',
          endpoint: 'fraud-prod',
          when: { before: 'DescribeEndpoint' },
        },
        ...{ forSeconds: 600, as: { status: 'Creating' } },
      }),
  });
  expect(run.log).toContain('Found it Creating, on fraud-v1');
  expect(run.summary).toContain('nothing yet, would be `fraud-v2`');
  expect(run.outputs['previous-endpoint-config-name']).toBe('');
});

it('wait: false does not say that it watches, and shows the update that it started', async () => {
  const { run } = await travel({ inputs: { wait: 'false' } });
  expect(run.outputs).toMatchObject({ outcome: 'started', 'endpoint-status': 'Updating' });
  expect(run.log).toContain('Not watching it (`wait: false`): it continues in SageMaker.');
  expect(run.log).not.toContain('Watching until');
  expect(run.log).not.toContain('after 0 s');
});

describe("another party's update that does not end", () => {
  const stuck = {
    arrange: ({ sagemaker }) => {
      sagemaker.inject({ kind: 'slow-launch', seconds: 12 * 3600 });
      sagemaker.inject({
        kind: 'foreign-update',
        endpoint: 'fraud-prod',
        when: { before: 'DescribeEndpoint' },
        endpointConfigName: 'fraud-v3',
      });
    },
  } satisfies Partial<Parameters<typeof travel>[0]>;
  it('is waited for no longer than a hosted job lasts, named, and told as one story', async () => {
    const { run, updates } = await travel({ ...stuck });
    expect(updates).toEqual([]);
    expect(run.outputs.outcome).toBe('timed-out');
    expect(Number(run.outputs['duration-seconds'])).toBeLessThan(6 * 3600);
    expect(run.log).toContain(
      'Timed out: another update of fraud-prod has not ended after 5 h 45 min, and fraud-v2 was not rolled out',
    );
    expect(run.log).toContain('It waited for the update to fraud-v3, which is still Updating.');
    expect(run.log).toContain('Still Updating: fraud-v3 is being rolled out');
    expect(run.log).toContain('Re-run this job when the endpoint is InService.');
    expect(run.log).not.toContain('picks up');
  });
});

it('a region that no partition has is a warning at once, and while nothing answers it is said again', async () => {
  const { run } = await travel({
    inputs: { 'aws-region': 'eu-wset-1' },
    arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'reset', operation: 'DescribeEndpoint' }),
  });
  expect(run.annotations[0]?.message).toContain('Did you mean eu-west-1?');
  expect(run.log.match(/cannot be reached/g)?.length ?? 0).toBeGreaterThan(2);
  expect(run.outputs.outcome).toBe('failed');
});

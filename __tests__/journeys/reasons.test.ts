import { describe, expect, it } from '@jest/globals';
import { canary, endOfJob, type JourneyOptions, travel, travelAgain } from './journey.ts';

const reason =
  'The primary container for production variant AllTraffic did not pass the ping health check.';

/** Rolled back in the first bake; the reason is there while that goes on, and not at the end. */
const shownWhileUpdating: JourneyOptions = {
  scenario: 'rollback-without-reason',
  inputs: { ...canary, 'poll-interval': '15s' },
  arrange: ({ sagemaker }) =>
    sagemaker.inject({
      ...{ kind: 'shown-otherwise', endpoint: 'fraud-prod', when: { stage: 'rolling-back' } },
      ...{ forSeconds: 40, as: { failureReason: reason } },
    }),
};

describe('a reason that SageMaker shows while it updates, and not at the end', () => {
  it('is that of the rollback', async () => {
    const { run, comments } = await travel(shownWhileUpdating);
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-reason': reason });
    expect(run.log).toContain(`SageMaker's reason: ${reason}`);
    expect(comments[0]?.body).not.toContain('SageMaker gave no reason');
  });

  it('is that of the rollback in the post step too, where the step was killed meanwhile', async () => {
    const { comments } = await travel({
      ...shownWhileUpdating,
      arrange: async (simulator) => {
        await shownWhileUpdating.arrange?.(simulator);
        const killed = { at: Date.parse('2026-03-02T09:04:00Z'), signal: 'SIGKILL' } as const;
        const options = { ...shownWhileUpdating, signals: [killed] };
        const { run } = await travelAgain(simulator, options);
        simulator.clock.advanceTo(simulator.clock.now() + 600_000);
        await endOfJob(simulator, run, shownWhileUpdating);
      },
    });
    expect(comments.some(({ body }) => body.includes(reason))).toBe(true);
  });
});

it('a creation by another party that is waited for and fails is told with its reason, in the output too', async () => {
  const { run } = await travel({
    scenario: 'endpoint-missing',
    inputs: { 'create-endpoint': 'true' },
    arrange: async (simulator) => {
      simulator.sagemaker.inject({ kind: 'failing-health-check' });
      const another = { 'endpoint-config-name': 'fraud-v1', wait: 'false' };
      await travelAgain(simulator, { inputs: { 'create-endpoint': 'true', ...another } });
    },
  });
  expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-status': 'Failed' });
  expect(run.outputs['failure-reason']).toContain('ping health check');
});

it('an UpdateEndpoint that is throttled for minutes is told in one line', async () => {
  const { run } = await travel({
    arrange: ({ sagemaker }) =>
      sagemaker.inject({ kind: 'throttling', operation: 'UpdateEndpoint', calls: [1, 8] }),
  });
  expect(run.outputs.outcome).toBe('deployed');
  expect(run.log.match(/is throttling this account/g)).toHaveLength(1);
});

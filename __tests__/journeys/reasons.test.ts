import { describe, expect, it } from '@jest/globals';
import {
  canary,
  endOfJob,
  inFreshWorld,
  type JourneyOptions,
  travel,
  travelAgain,
} from './journey.ts';

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

  it('is told where the watch ends before the update does', async () => {
    const cancelAt: JourneyOptions['cancelAt'] = ({ clock }) => clock.now() + 225_000;
    const { run, comments } = await travel({ ...shownWhileUpdating, cancelAt });
    expect(run.outputs.outcome).toBe('cancelled');
    expect(run.log).toContain(`SageMaker shows this reason so far: ${reason}`);
    expect(comments[0]?.body).toContain('SageMaker shows this reason so far:');
  });

  it('is that of the rollback in the post step too, where the step was killed meanwhile', () =>
    inFreshWorld(shownWhileUpdating, async (simulator) => {
      // Two polls have shown the reason by then.
      const moment = { stage: 'rolling-back', afterSeconds: 35 } as const;
      const main = await travelAgain(simulator, {
        ...shownWhileUpdating,
        killWhen: (kill) => simulator.sagemaker.when(moment, kill),
      });
      expect(main.run.signal).toBe('SIGKILL');
      simulator.clock.advanceTo(simulator.clock.now() + 600_000);
      const post = await endOfJob(simulator, main.run, shownWhileUpdating);
      expect(post.comments[0]?.body).toContain(reason);
    }));
});

import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';

const reason =
  'The primary container for production variant AllTraffic did not pass the ping health check.';
const inputs = { ...canary, 'poll-interval': '15s' };

tell('reasons', {
  'shown-while-updating': {
    title:
      'A reason that SageMaker shows while it rolls back, and not at the end, is that of the rollback; so it is where the watch ends before.',
    scenario: 'rollback-without-reason',
    given: 'The reason is shown for 40 s from the rollback on.',
    inputs,
    arrange: ({ sagemaker }) =>
      sagemaker.inject({
        ...{ kind: 'shown-otherwise', endpoint: 'fraud-prod', when: { stage: 'rolling-back' } },
        ...{ forSeconds: 40, as: { failureReason: reason } },
      }),
    variations: {
      'the job is cancelled meanwhile': { cancelAt: ({ clock }) => clock.now() + 225_000 },
      'the step is killed meanwhile, and its post step ends the job': {
        signals: [{ at: ({ clock }) => clock.now() + 230_000, signal: 'SIGKILL' }],
        next: [
          {
            given: 'Ten minutes later.',
            step: 'post',
            inputs,
            arrange: ({ clock }) => clock.advanceTo(clock.now() + 600_000),
          },
        ],
      },
    },
  },
});

import type { Fault } from '../../simulator/github/faults.ts';
import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Variation } from './transcript.ts';

/** From shortly before the rollout's end. */
const from = Date.parse('2026-03-02T09:04:22Z');

/** GitHub has this trouble with edits for so many seconds. */
function trouble(fault: Fault, seconds = 120): Variation {
  const until = from + 1000 * seconds;
  const edits = { method: 'PATCH', path: '/issues/comments/*', from, until };
  return {
    given: `GitHub has ${JSON.stringify(fault)} for ${seconds} s from the end of the rollout on.`,
    arrange: ({ github }) => github.addFault({ ...fault, ...edits }),
  };
}

const limit = (retryAfterSeconds: number) =>
  ({ kind: 'secondary-rate-limit', retryAfterSeconds }) as const;

tell('last-comment', {
  'rolled-back': {
    title:
      'The last comment waits as long as GitHub asks, and what it cannot be written for is told; then the post step writes it.',
    scenario: 'alarm-in-canary-bake',
    inputs: canary,
    next: [{ step: 'post', inputs: canary }],
    variations: {
      'a secondary limit asks to wait a minute': trouble(limit(60), 60),
      'a 429 asks to wait a minute': trouble(
        { kind: 'too-many-requests', retryAfterSeconds: 60 },
        60,
      ),
      'the primary limit resets in four minutes': trouble(
        { kind: 'primary-rate-limit', resetAfterSeconds: 240 },
        240,
      ),
      'GitHub fails for two minutes': trouble({ kind: 'server-error', status: 502 }),
      'GitHub asks to wait for six minutes': trouble(limit(360), 350),
      'GitHub hangs for two minutes': trouble({ kind: 'hang' }),
      'GitHub is hidden behind a page for two minutes': trouble({ kind: 'page' }),
      'GitHub refuses the last edit once': trouble({ kind: 'forbidden', calls: 1 }),
      'GitHub asks to wait for longer than a day': trouble(limit(100_000), 100_000),
      'an earlier edit meets a limit': {
        given: 'GitHub limits the second edit.',
        arrange: ({ github }) =>
          github.addFault({
            ...{ ...limit(5), calls: 2 },
            ...{ method: 'PATCH', path: '/issues/comments/*' },
          }),
      },
    },
  },
});

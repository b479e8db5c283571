import { describe, expect, it } from '@jest/globals';
import {
  canary,
  endOfJob,
  inFreshWorld,
  type Journey,
  type JourneyOptions,
  travel,
  travelAgain,
  type Way,
} from './journey.ts';

/** Everything that anyone sees of a run, word for word and to the second; its journal is no one's to see. */
function seen({ run, comments, updates, calls, invocations }: Journey) {
  const { temporary: _, state, ...told } = run;
  const { journal: __, ...kept } = state;
  const bodies = comments.map(({ body }) => body);
  return { run: { ...told, state: kept }, comments: bodies, updates, calls, invocations };
}

/** A run that ends in the middle, and the post step. */
function cutOff(as: Way, options: JourneyOptions) {
  return inFreshWorld({}, async (simulator) => {
    const main = await travelAgain(simulator, { as, inputs: canary, ...options });
    const post = await endOfJob(simulator, main.run, { as, inputs: canary });
    return { main: seen(main), post: seen(post), ends: simulator.clock.now() };
  });
}

/** Most journeys are not worth a process: this says that they would be the same in one. */
describe('a journey by a call is that of the bundle as a process', () => {
  it.each([
    ['lost-answer', { ...canary, environment: 'production' }],
    ['rollback-fails', canary],
    ['access-denied', { comment: 'false', 'no-input': '' }],
  ] as const)('%s with %j', async (scenario, inputs) => {
    const there = await travel({ as: 'process', scenario, inputs });
    const here = await travel({ as: 'call', scenario, inputs });
    expect(seen(here)).toEqual(seen(there));
  });

  it.each<[string, JourneyOptions]>([
    ['is cancelled in a bake', { cancelAt: ({ clock }) => clock.now() + 240_000 }],
    [
      'is killed in a bake',
      { signals: [{ at: ({ clock }) => clock.now() + 240_000, signal: 'SIGKILL' }] },
    ],
  ])('with the post step, where it %s', async (_, options) => {
    expect(await cutOff('call', options)).toEqual(await cutOff('process', options));
  });

  it('refuses what only a process can have', async () => {
    const env = { NODE_OPTIONS: '--no-warnings' };
    await expect(travel({ as: 'call', env })).rejects.toThrow("needs `as: 'process'`");
  });
});

import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { World } from '../../src/ports.ts';
import { newRun, stageOf } from '../../src/run/run.ts';
import { noAttempts, sendUpdate } from '../../src/start/update.ts';
import { endpoint } from '../domain/snapshots.ts';
import { read } from '../inputs/workflow.ts';

const reason = new Error('The job was cancelled (SIGTERM).');

/** Calls UpdateEndpoint in a job that is cancelled while `update` has no answer yet. */
function cancelledIn(update: () => Promise<void>) {
  const controller = new AbortController();
  const told: string[] = [];
  const world = {
    endpoints: {
      update: () => {
        controller.abort(reason);
        return update();
      },
    },
    clock: { now: () => 0 },
    tell: ({ kind }: { kind: string }) => told.push(kind),
    cancelled: controller.signal,
  } as unknown as World;
  const request = read().rollout;
  const run = newRun(request, world);
  const poll = { snapshot: endpoint(), missing: undefined, at: 0, agrees: false };
  const answer = sendUpdate(run, request, poll, noAttempts());
  return { run, told, answer };
}

describe('a signal while UpdateEndpoint is called', () => {
  it('is heard at once, though the call is never answered', async () => {
    const { run, answer } = cancelledIn(() => new Promise(() => {}));
    await expect(answer).rejects.toBe(reason);
    expect(stageOf(run)).toBe('perhaps-requested');
  });

  it('counts before a failure that comes with it', async () => {
    const throttled = new Problem('throttled', phrase`Too many calls.`, { remedy: phrase`Wait.` });
    const { run, told, answer } = cancelledIn(() => Promise.reject(throttled));
    await expect(answer).rejects.toBe(reason);
    expect(stageOf(run)).toBe('perhaps-requested');
    expect(told).toEqual(['sent']);
  });
});

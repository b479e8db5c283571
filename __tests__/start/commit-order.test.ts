import { expect, it } from '@jest/globals';
import { tagsOfRecord } from '../../src/domain/record.ts';
import type { World } from '../../src/ports.ts';
import { newRun } from '../../src/run/run.ts';
import { readCommitOrder } from '../../src/start/commit-order.ts';
import { endpoint } from '../domain/snapshots.ts';
import { read } from '../inputs/workflow.ts';

const [older, own] = ['a'.repeat(40), 'b'.repeat(40)];

/** What is known of the order of this run's commit and of the recorded one, and what GitHub was asked. */
async function orderOf(recorded: string, commit = own) {
  const run = 'https://github.com/acme/fraud/actions/runs/1';
  const asked: string[] = [];
  const tags = tagsOfRecord({
    ...{ previous: undefined, current: 'fraud-v1', mode: 'deploy' },
    ...{ commit: recorded, branch: 'main', run },
  });
  const world = {
    endpoints: { tags: async () => tags },
    origin: { commit, branch: 'main', run },
    commits: {
      relation: async (base: string, head: string) => {
        asked.push(`${base}...${head}`);
        return 'behind';
      },
    },
    clock: { now: () => 0, sleep: () => new Promise(() => undefined) },
    tell: () => undefined,
    cancelled: new AbortController().signal,
  } as unknown as World;
  const order = await readCommitOrder(newRun(read({}).rollout, world), endpoint());
  return { kind: order.kind, asked };
}

it('asks GitHub how the commit of the run is related to the recorded one', async () => {
  expect(await orderOf(older)).toEqual({ kind: 'older', asked: [`${older}...${own}`] });
});

it.each([
  ['the recorded one', '../../../user?', own],
  ['the recorded one', 'abc1234', own],
  ['its own', older, 'main'],
])('asks GitHub nothing where %s is not the id of a commit: %s, %s', async (_, base, head) => {
  expect(await orderOf(base, head)).toEqual({ kind: 'not-compared', asked: [] });
});

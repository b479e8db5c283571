import type { CommitOrder } from '../domain/commit-order.ts';
import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import { lookUp } from '../run/look-up.ts';
import { recordBefore } from '../run/record.ts';
import type { Run } from '../run/run.ts';

/** What keeps GitHub from answering is not waited out for long: the rollout does not need to know. */
const tries = 2;

/** SHA-1 today; GitHub prepares for SHA-256. A tag may hold any other text. */
const commitId = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/** How the commit of this run is related to the recorded one. Only a cancelled job is thrown. */
export async function readCommitOrder(run: Run, before: Snapshot): Promise<CommitOrder> {
  const { asked, world } = run;
  const { commit: own, branch, run: url } = world.origin;
  const { kind } = asked.source;
  const isConcerned =
    asked.ifOlderCommit === 'fail' && !asked.redeploy && kind !== 'back' && kind !== 'nothing';
  if (!isConcerned || branch === undefined || isAbsent(before)) return notCompared;
  const record = await recordBefore(run, before);
  const recorded = record?.commit ?? '';
  if (record?.branch !== branch || recorded === own) return notCompared;
  if (![recorded, own].every((commit) => commitId.test(commit))) return notCompared;
  if (record.run !== undefined && homeOf(record.run) !== homeOf(url)) {
    return { kind: 'other-repository', recorded, run: record.run };
  }
  const found = await lookUp(run, () => world.commits.relation(recorded, own), tries);
  if (found.kind === 'missing') return notCompared;
  if (found.kind === 'not-readable') {
    const { problem } = found;
    // GitHub forgets commits that no branch has any more.
    if (problem.code === 'github-not-found') return { kind: 'unrelated', own, recorded };
    return { kind: 'not-known', recorded, problem };
  }
  return { kind: orders[found.value], own, recorded };
}

const notCompared: CommitOrder = { kind: 'not-compared' };

const orders = {
  behind: 'older',
  ahead: 'newer',
  identical: 'newer',
  diverged: 'unrelated',
} as const;

/** The repository of a workflow run. */
function homeOf(run: string): string {
  return run.replace(/\/actions\/runs\/\d+$/, '');
}

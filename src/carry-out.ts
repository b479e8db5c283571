import { cleanUp } from './deletion/clean-up.ts';
import { deleteFailed } from './deletion/replace-failed.ts';
import { afterRollout } from './deletion/tasks.ts';
import type { Outcome } from './domain/outcome.ts';
import { examiningContainers } from './explain/examine-containers.ts';
import { type OutOfTime, outcomeOfFailure, outcomeOfTimeout, unlessInDoubt } from './run/ending.ts';
import { lookUpNew } from './run/look-up.ts';
import { leaveRecord, servedBefore } from './run/record.ts';
import { count, latestOf, type Run, tell } from './run/run.ts';
import { putScalingBack } from './scaling/put-back.ts';
import { smokeTesting } from './smoke/smoke-test.ts';
import { begin } from './start/begin.ts';
import type { Beginning } from './start/beginning.ts';
import type { FindTarget } from './start/target.ts';
import { follow } from './watch/follow.ts';

/**
 * The whole of a run that changes something: begin, follow, smoke-test, record; however it ends, auto
 * scaling that was saved is restored, and its end is told. After a success older versions are deleted,
 * where that is asked for.
 */
export async function carryOut(run: Run, findTarget: FindTarget): Promise<Outcome> {
  const outcome = await toTheEnd(run, findTarget).catch((thrown) => outcomeOfFailure(run, thrown));
  await putScalingBack(run);
  const { keepVersions } = run.asked;
  if (outcome.kind === 'deployed' && keepVersions !== undefined) {
    await cleanUp(run, afterRollout(run, keepVersions));
  }
  tell(run, { kind: 'ended', outcome, snapshot: latestOf(run) });
  return outcome;
}

async function toTheEnd(run: Run, findTarget: FindTarget): Promise<Outcome> {
  const beginning = await beginInTheEnd(run, findTarget);
  if (beginning.kind === 'out-of-time') return outcomeOfTimeout(run, beginning);
  if (beginning.kind === 'ended') return smokeTesting(run, beginning.outcome);
  if (beginning.kind === 'running' && run.asked.watch === 'start-only') return started(run);
  const followed = await examiningContainers(run, () => follow(run, beginning.before));
  const served = { snapshot: followed.before, until: followed.updatedAt };
  const before = servedBefore(run, beginning.before, served);
  const outcome = unlessInDoubt(run, await smokeTesting(run, followed.outcome, before));
  if (outcome.kind === 'deployed') await leaveRecord(run, before);
  return outcome;
}

/** Begins; where a failed endpoint is in the way it is deleted first, and then all is looked at anew. */
async function beginInTheEnd(
  run: Run,
  findTarget: FindTarget,
): Promise<Exclude<Beginning, { kind: 'to-replace' }> | OutOfTime> {
  for (;;) {
    const beginning = await begin(run, findTarget);
    if (beginning.kind !== 'to-replace') return beginning;
    const outOfTime = await deleteFailed(run, beginning.before);
    if (outOfTime) return outOfTime;
  }
}

/** Not watched, but polled once: what it has become has a status and an ARN. What cannot be read is left out. */
async function started(run: Run): Promise<Outcome> {
  const { endpoints } = run.world;
  const poll = () => endpoints.poll(run.asked.endpointName);
  const seen = await lookUpNew(run, poll, 1).catch(() => undefined);
  if (seen?.kind === 'found') count(run, seen.value);
  return { kind: 'started' };
}

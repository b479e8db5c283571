import { isRunning, type Snapshot } from '../domain/endpoint.ts';
import type { Outcome } from '../domain/outcome.ts';
import { intruder } from '../domain/turn-back.ts';
import { brokenProblem } from '../domain/watch.ts';
import { looks } from './look.ts';
import type { Run } from './run.ts';

/** How long the endpoint is looked at, at least, once nothing of ours runs any more. */
const leastSeconds = 600;

/**
 * Whether the endpoint still serves what was requested: nothing, where it does, settled and with
 * nothing pending; else the outcome. `out-of-time`: it did not settle.
 */
export async function confirm(run: Run): Promise<Outcome | 'out-of-time' | undefined> {
  const { endpointConfigName } = run.request;
  watchLonger(run);
  for await (const look of looks(run)) {
    if (look.kind === 'gone') {
      run.latest = undefined;
      return { kind: 'failed', problem: look.problem, reason: { kind: 'none' } };
    }
    const { snapshot } = look;
    if (isOlder(snapshot, run.latest)) continue;
    run.latest = snapshot;
    const by = intruder(endpointConfigName, snapshot);
    if (by !== undefined) return { kind: 'superseded', by };
    if (isRunning(snapshot)) continue;
    if (snapshot.status !== 'InService') {
      return { kind: 'failed', problem: brokenProblem(snapshot), reason: { kind: 'none' } };
    }
    if (!snapshot.pending) return undefined;
  }
  return 'out-of-time';
}

/** The watch's own time may be up. */
export function watchLonger(run: Run): void {
  run.deadline = Math.max(run.deadline, run.world.clock.now() + 1000 * leastSeconds);
}

/** DescribeEndpoint may answer with an older state than it did before. */
export function isOlder(look: Snapshot, latest: Snapshot | undefined): boolean {
  return latest !== undefined && look.lastModified < latest.lastModified;
}

import { secondsToAgree } from '../domain/agreement.ts';
import { notUnderstood } from '../domain/broken.ts';
import {
  doubtfulLookSeconds,
  retryInSeconds,
  secondsToNextLook,
  unscheduledPollSeconds,
} from '../domain/cadence.ts';
import { isPuzzling, type Snapshot } from '../domain/endpoint.ts';
import { type Problem, problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { inTime } from '../run/in-time.ts';
import { type Run, stageOf, tell } from '../run/run.ts';

/** One answer to "how is the endpoint?". */
export type Look =
  | { readonly kind: 'seen'; readonly snapshot: Snapshot }
  | { readonly kind: 'gone'; readonly problem: Problem };

/**
 * Once an update may be running, credentials that are refused are asked for again for so long: a
 * file, a container or GitHub may offer others, and a role that was just changed takes a moment.
 */
const secondsToRenewCredentials = 120;

/** A status that is not known yet may be a step of an update: so long it is waited for what comes of it. */
const secondsToUnderstand = 900;

/**
 * Looks at the endpoint until the run's deadline, the last time right at it. Failures that pass
 * are waited out and told; others are thrown, and so is the reason of a cancelled job.
 *
 * @throws Problem `unknown-status`, where the status says nothing for too long, or to the end.
 */
export async function* looks(run: Run): AsyncGenerator<Look, void> {
  const { clock } = run.world;
  let puzzle: { readonly snapshot: Snapshot; readonly since: Instant } | undefined;
  const seconds = () => (puzzle ? (clock.now() - puzzle.since) / 1000 : 0);
  for await (const look of answers(run)) {
    const isPuzzle = look.kind === 'seen' && isPuzzling(look.snapshot);
    const since = puzzle?.since ?? clock.now();
    puzzle = isPuzzle ? { snapshot: look.snapshot, since } : undefined;
    if (puzzle && seconds() >= secondsToUnderstand) break;
    yield look;
  }
  if (puzzle && !run.hindrance) throw notUnderstood(puzzle.snapshot, seconds());
}

async function* answers(run: Run): AsyncGenerator<Look, void> {
  const { clock, cancelled } = run.world;
  let failures = 0;
  let refusedSince: Instant | undefined;
  for (;;) {
    const look = await lookOnce(run);
    refusedSince = isRefused(look) ? (refusedSince ?? clock.now()) : undefined;
    if (look.kind === 'hindered') {
      if (refusedSince !== undefined && isRefusedToTheEnd(run, refusedSince)) throw look.problem;
      failures += 1;
      hinder(run, look.problem, failures);
    } else {
      if (failures > 0) tell(run, { kind: 'resumed' });
      failures = 0;
      run.hindrance = undefined;
      yield look;
    }
    const secondsLeft = (run.deadline - clock.now()) / 1000;
    if (secondsLeft <= 0) return;
    const pause =
      run.nextLookSeconds ?? Math.min(unscheduledPollSeconds, run.request.pollIntervalSeconds);
    run.nextLookSeconds = undefined;
    await clock.sleep(Math.min(pause, secondsLeft), cancelled);
  }
}

/** Looks again when something is due in the update that runs. */
export function lookWhenDue(run: Run): void {
  const { course, request, world } = run;
  run.nextLookSeconds = secondsToNextLook(course, world.clock.now(), request.pollIntervalSeconds);
}

/** Looks again soon: this look has told nothing that counts. */
export function lookSoon(run: Run): void {
  run.nextLookSeconds = Math.min(doubtfulLookSeconds, run.request.pollIntervalSeconds);
}

/** Looks again in a moment, to see whether that agrees with this look. */
export function lookToAgree(run: Run): void {
  run.nextLookSeconds = secondsToAgree;
}

/** Puts off the next look after the `failures`-th failure in a row; the same trouble is told once. */
export function hinder(run: Run, problem: Problem, failures: number): void {
  const seconds = retryInSeconds(problem, failures);
  if (run.hindrance?.code !== problem.code) {
    tell(run, { kind: 'hindered', problem, retryInSeconds: seconds });
  }
  run.hindrance = problem;
  run.nextLookSeconds = seconds;
}

type Hindered = { readonly kind: 'hindered'; readonly problem: Problem };

function isRefused(look: Look | Hindered): look is Hindered {
  return look.kind === 'hindered' && look.problem.code === 'credentials';
}

function isRefusedToTheEnd(run: Run, since: Instant): boolean {
  const seconds = (run.world.clock.now() - since) / 1000;
  return stageOf(run) === 'nothing-requested' || seconds >= secondsToRenewCredentials;
}

async function lookOnce({ request, world, deadline }: Run): Promise<Look | Hindered> {
  try {
    const look = () => world.endpoints.look(request.endpointName);
    return { kind: 'seen', snapshot: await inTime(world, deadline, look) };
  } catch (thrown) {
    world.cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.code === 'endpoint-not-found') return { kind: 'gone', problem };
    if (problem.passes || problem.code === 'credentials') return { kind: 'hindered', problem };
    throw problem;
  }
}

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
export type Poll =
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
 * polls the endpoint until the run's deadline, the last time right at it. Failures that pass
 * are waited out and told; others are thrown, and so is the reason of a cancelled job.
 *
 * @throws Problem `unknown-status`, where the status says nothing for too long, or to the end.
 */
export async function* polls(run: Run): AsyncGenerator<Poll, void> {
  const { clock } = run.world;
  let puzzle: { readonly snapshot: Snapshot; readonly since: Instant } | undefined;
  const seconds = () => (puzzle ? (clock.now() - puzzle.since) / 1000 : 0);
  for await (const poll of answers(run)) {
    const isPuzzle = poll.kind === 'seen' && isPuzzling(poll.snapshot);
    const since = puzzle?.since ?? clock.now();
    puzzle = isPuzzle ? { snapshot: poll.snapshot, since } : undefined;
    if (puzzle && seconds() >= secondsToUnderstand) break;
    yield poll;
  }
  if (puzzle && !run.hindrance) throw notUnderstood(puzzle.snapshot, seconds());
}

async function* answers(run: Run): AsyncGenerator<Poll, void> {
  const { clock, cancelled } = run.world;
  let failures = 0;
  let refusedSince: Instant | undefined;
  for (;;) {
    const poll = await lookOnce(run);
    refusedSince = isRefused(poll) ? (refusedSince ?? clock.now()) : undefined;
    if (poll.kind === 'hindered') {
      if (refusedSince !== undefined && isRefusedToTheEnd(run, refusedSince)) throw poll.problem;
      failures += 1;
      hinder(run, poll.problem, failures);
    } else {
      if (failures > 0) tell(run, { kind: 'resumed' });
      failures = 0;
      run.hindrance = undefined;
      yield poll;
    }
    const secondsLeft = (run.deadline - clock.now()) / 1000;
    if (secondsLeft <= 0) return;
    const pause =
      run.nextPollSeconds ?? Math.min(unscheduledPollSeconds, run.request.pollIntervalSeconds);
    run.nextPollSeconds = undefined;
    await clock.sleep(Math.min(pause, secondsLeft), cancelled);
  }
}

/** Looks again when something is due in the update that runs. */
export function lookWhenDue(run: Run): void {
  const { course, request, world } = run;
  run.nextPollSeconds = secondsToNextLook(course, world.clock.now(), request.pollIntervalSeconds);
}

/** Looks again soon: this poll has told nothing that counts. */
export function lookSoon(run: Run): void {
  run.nextPollSeconds = Math.min(doubtfulLookSeconds, run.request.pollIntervalSeconds);
}

/** Looks again in a moment, to see whether that agrees with this poll. */
export function pollToAgree(run: Run): void {
  run.nextPollSeconds = secondsToAgree;
}

/** Puts off the next poll after the `failures`-th failure in a row; the same trouble is told once. */
export function hinder(run: Run, problem: Problem, failures: number): void {
  const seconds = retryInSeconds(problem, failures);
  if (run.hindrance?.code !== problem.code) {
    tell(run, { kind: 'hindered', problem, retryInSeconds: seconds });
  }
  run.hindrance = problem;
  run.nextPollSeconds = seconds;
}

type Hindered = { readonly kind: 'hindered'; readonly problem: Problem };

function isRefused(poll: Poll | Hindered): poll is Hindered {
  return poll.kind === 'hindered' && poll.problem.code === 'credentials';
}

function isRefusedToTheEnd(run: Run, since: Instant): boolean {
  const seconds = (run.world.clock.now() - since) / 1000;
  return stageOf(run) === 'nothing-requested' || seconds >= secondsToRenewCredentials;
}

async function lookOnce({ request, world, deadline }: Run): Promise<Poll | Hindered> {
  try {
    const poll = () => world.endpoints.poll(request.endpointName);
    return { kind: 'seen', snapshot: await inTime(world, deadline, poll) };
  } catch (thrown) {
    world.cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.code === 'endpoint-not-found') return { kind: 'gone', problem };
    if (problem.passes || problem.code === 'credentials') return { kind: 'hindered', problem };
    throw problem;
  }
}

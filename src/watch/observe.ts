import { agree } from '../domain/agreement.ts';
import { notUnderstood } from '../domain/broken.ts';
import {
  doubtfulPollSeconds,
  heartbeatSeconds,
  retryInSeconds,
  unscheduledPollSeconds,
} from '../domain/cadence.ts';
import { absentEndpoint, isAbsent, isPuzzling, type Snapshot } from '../domain/endpoint.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import type { OutOfTime } from '../run/ending.ts';
import { inTime } from '../run/in-time.ts';
import { deadlineOf, latestOf, type Run, stageOf, tell } from '../run/run.ts';
import { isDeleted } from './deletion.ts';

/** One answer of DescribeEndpoint. */
export interface Poll {
  /** Absent where SageMaker knows no such endpoint. */
  readonly snapshot: Snapshot;
  /** What SageMaker says where it knows no such endpoint. */
  readonly missing: Problem | undefined;
  readonly at: Instant;
  /** Whether it shows the same as the last poll that counts. */
  readonly agrees: boolean;
}

/** Another poll is needed. */
export interface Again {
  readonly kind: 'again';
  /** Undefined: after the usual time. */
  readonly seconds?: number | undefined;
  /** What keeps the run from going on: why it ends where there is no time for another poll. */
  readonly hindrance?: Problem | undefined;
}

/** What a poll leads to: the end of the loop, or another poll. */
export type Next<T> = Again | { readonly kind: 'end'; readonly value: T };

export function again(seconds?: number): Again {
  return { kind: 'again', seconds };
}

export function end<T>(value: T): Next<T> {
  return { kind: 'end', value };
}

/** How the endpoint is observed. */
export interface Watch {
  /** When to stop, as it is known after each poll: the last poll comes right then. By default as the run says. */
  readonly until?: (() => Instant) | undefined;
  /** `is-doubted` where the endpoint is there, or being created: a poll that finds none does not count until it is deleted. */
  readonly missing: 'counts' | 'is-doubted';
}

/**
 * Once an update may be running, credentials that are refused are asked for again for so long: a
 * file, a container or GitHub may offer others, and a role that was just changed takes a moment.
 */
const secondsToRenewCredentials = 120;

/** A status that is not known yet may be a step of an update: so long it is waited for what comes of it. */
const secondsToUnderstand = 900;

/** What the polls so far have left open. */
interface Open {
  /** Polls in a row that have failed, and since when they were refused their credentials. */
  failures: number;
  refusedSince: Instant | undefined;
  hindrance: Problem | undefined;
  /** The last poll that shows a status which says nothing, and the time of the first in a row. */
  puzzle: { readonly snapshot: Snapshot; readonly since: Instant } | undefined;
  /** When the polls in a row have found no endpoint, since one was seen. */
  missedAt: readonly Instant[];
}

/**
 * Polls the endpoint until `take` says that it is over, or the time is up. Failures that pass are
 * told and retried with backoff; others are thrown, and so is the reason of a cancelled job.
 *
 * @throws Problem `unknown-status`, where the status says nothing for too long, or to the end.
 */
export async function observe<T>(
  run: Run,
  { until = () => deadlineOf(run), missing }: Watch,
  take: (poll: Poll) => Next<T> | Promise<Next<T>>,
): Promise<T | OutOfTime> {
  const { clock, cancelled } = run.world;
  const open: Open = {
    ...{ failures: 0, refusedSince: undefined, hindrance: undefined },
    ...{ puzzle: undefined, missedAt: [] },
  };
  for (;;) {
    const polled = await pollOnce(run, until());
    const next =
      polled instanceof Problem
        ? afterFailure(run, open, polled)
        : (doubted(run, polled, { open, missing }) ?? (await take(polled)));
    if (next.kind === 'end') return next.value;
    open.hindrance = next.hindrance;
    const secondsLeft = (until() - clock.now()) / 1000;
    if (secondsLeft <= 0) break;
    const usual = Math.min(unscheduledPollSeconds, run.asked.pollIntervalSeconds);
    await clock.sleep(Math.min(next.seconds ?? usual, secondsLeft), cancelled);
  }
  if (open.puzzle && !open.hindrance) throw unknownStatus(open.puzzle, clock.now());
  return { kind: 'out-of-time', hindrance: open.hindrance };
}

/**
 * A call failed in a way that passes, the `failures`-th time in a row: the next poll waits. It is told,
 * unless `last` was the same trouble and it was told lately.
 */
export function backOff(run: Run, problem: Problem, failures: number, last?: Problem): Again {
  const seconds = retryInSeconds(problem, failures);
  const silence = run.world.clock.now() - run.told.at;
  if (last?.code !== problem.code || silence >= 1000 * heartbeatSeconds) {
    tell(run, { kind: 'hindered', problem, retryInSeconds: seconds });
  }
  return { kind: 'again', seconds, hindrance: problem };
}

/** Another poll soon: this one has told nothing that counts. */
export function againSoon({ asked }: Run): Again {
  return again(Math.min(doubtfulPollSeconds, asked.pollIntervalSeconds));
}

/** The answer, or what keeps from it: that may pass, or others may give credentials. */
async function pollOnce(run: Run, until: Instant): Promise<Poll | Problem> {
  const { asked, world } = run;
  const name = asked.endpointName;
  const pollOf = (snapshot: Snapshot, missing?: Problem): Poll => {
    const agrees = agree(latestOf(run), snapshot);
    return { snapshot, missing, at: world.clock.now(), agrees };
  };
  try {
    return pollOf(await inTime(world, until, () => world.endpoints.poll(name)));
  } catch (thrown) {
    world.cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.code === 'endpoint-not-found') return pollOf(absentEndpoint(name), problem);
    if (problem.passes || problem.code === 'credentials') return problem;
    throw problem;
  }
}

/** @throws Problem where credentials are refused to the end. */
function afterFailure(run: Run, open: Open, problem: Problem): Again {
  const now = run.world.clock.now();
  open.refusedSince = problem.code === 'credentials' ? (open.refusedSince ?? now) : undefined;
  if (open.refusedSince !== undefined) {
    const seconds = (now - open.refusedSince) / 1000;
    const isToTheEnd = stageOf(run) === 'nothing-requested' || seconds >= secondsToRenewCredentials;
    if (isToTheEnd) throw problem;
  }
  open.failures += 1;
  return backOff(run, problem, open.failures, open.hindrance);
}

/** Takes an answer in; another poll, where this one does not count yet. @throws Problem `unknown-status` */
function doubted(
  run: Run,
  { snapshot, missing: problem, at }: Poll,
  { open, missing }: Pick<Watch, 'missing'> & { readonly open: Open },
): Again | undefined {
  if (open.failures > 0) tell(run, { kind: 'resumed' });
  Object.assign(open, { failures: 0, refusedSince: undefined });
  open.puzzle = isPuzzling(snapshot) ? { snapshot, since: open.puzzle?.since ?? at } : undefined;
  if (open.puzzle && at - open.puzzle.since >= 1000 * secondsToUnderstand) {
    throw unknownStatus(open.puzzle, at);
  }
  if (!problem) open.missedAt = [];
  if (!problem || missing === 'counts') return undefined;
  const { start, before, latest } = run.told.state;
  if (latest && !isAbsent(latest)) open.missedAt = [...open.missedAt, at];
  return isDeleted(open.missedAt, start && before) ? undefined : againSoon(run);
}

function unknownStatus({ snapshot, since }: NonNullable<Open['puzzle']>, at: Instant): Problem {
  return notUnderstood(snapshot, (at - since) / 1000);
}

import { heartbeatSeconds } from '../domain/cadence.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import type { Event } from '../domain/event.ts';
import { hostedJobSeconds, longestWatchSeconds, worstCaseSeconds } from '../domain/expectation.ts';
import { advance, type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import type { ModelPackage } from '../domain/models/model-package.ts';
import type { Stage } from '../domain/outcome.ts';
import type { Progress } from '../domain/phase.ts';
import type { Instant, RolloutRequest } from '../domain/request.ts';
import { resolvedBy } from '../domain/resolved-request.ts';
import { retentionFor } from '../domain/scaling.ts';
import { stageOf as stageIn } from '../domain/stage.ts';
import type { Tag } from '../domain/tags.ts';
import type { World } from '../ports.ts';
import { type KnownScaling, nothingKnown } from './known-scaling.ts';

/** The endpoint's tags as they were found, and the snapshot to which they belong. */
export interface KnownTags {
  readonly endpoint: Snapshot;
  readonly tags: readonly Tag[];
}

/** One run of the action. How far it has come is in its events alone: the functions below derive the rest. */
export interface Run {
  /** The request as it came, before anything was looked up. */
  readonly asked: RolloutRequest;
  readonly world: World;
  readonly startedAt: Instant;
  /** What its events amount to, and when the last was told: only `tell` and `count` change it. */
  readonly told: { state: Lifecycle; at: Instant };
  /** The endpoint's tags, as they were last read. */
  tags: KnownTags | undefined;
  scaling: KnownScaling;
  /** Packages of the model registry, by what names them: what was found first is what is rolled out. */
  readonly packages: Map<string, ModelPackage>;
}

/** A run of the request; `earlier` is what a process before this one has told of the same run. */
export function newRun(asked: RolloutRequest, world: World, earlier: readonly Event[] = []): Run {
  const startedAt = world.clock.now();
  const state = { ...lifecycleOf(earlier), latest: undefined };
  return {
    ...{ asked, world, startedAt, told: { state, at: startedAt } },
    ...{ tags: undefined, scaling: nothingKnown, packages: new Map() },
  };
}

/** How far the run has come. */
export function stageOf({ told }: Run): Stage {
  return stageIn(told.state);
}

/** The last poll of this process that counts. */
export function latestOf({ told }: Run): Snapshot | undefined {
  return told.state.latest;
}

/** The request as it stands: with what was looked up since it came. */
export function requestOf({ asked, told, scaling }: Run): RolloutRequest {
  const { retention } = retentionFor(asked.retention, scaling.scaled);
  return { ...resolvedBy(told.state, asked), retention };
}

/** An endpoint that no one has seen yet is not waited for as long as a rollout. */
const secondsToReachTheEndpoint = 600;

/** How long the endpoint is observed, at least, once nothing of ours runs any more. */
export const secondsAfterwards = 600;

/** Before GitHub ends the job: what the step waited for is told then. */
const secondsToTell = 900;

/** While nothing of ours runs: the longest update that may be in the way, within what the job has. */
function secondsOfAJob({ isHostedRunner }: World): number {
  return isHostedRunner
    ? Math.min(longestWatchSeconds, hostedJobSeconds - secondsToTell)
    : longestWatchSeconds;
}

/** When to stop polling, by what was told. */
export function deadlineOf({ asked, world, startedAt, told: { state } }: Run): Instant {
  const { watchedSince, watchedUntil, smokeRollback, smokeTestedAt } = state;
  const { waitTimeoutSeconds } = asked;
  const latest = startedAt + 1000 * (waitTimeoutSeconds ?? secondsOfAJob(world));
  if (watchedSince === undefined) {
    return Math.min(latest, startedAt + 1000 * secondsToReachTheEndpoint);
  }
  if (watchedUntil !== undefined && smokeRollback) return watchedUntil;
  const until = (waitTimeoutSeconds === undefined ? watchedUntil : undefined) ?? latest;
  return smokeTestedAt === undefined
    ? until
    : Math.max(until, smokeTestedAt + 1000 * secondsAfterwards);
}

/** How long an update that was accepted is watched, from now on. */
export function watchSecondsOf(
  run: Run,
  { waitTimeoutSeconds, deployment }: RolloutRequest,
  before: Snapshot,
  launchSeconds = run.told.state.plan?.launchSeconds,
): number {
  if (waitTimeoutSeconds === undefined) return worstCaseSeconds(deployment, before, launchSeconds);
  return Math.max(0, Math.round((deadlineOf(run) - run.world.clock.now()) / 1000));
}

/** Tells what happened, now. */
export function tell({ told, world }: Run, event: Untimed<Event>): void {
  told.at = world.clock.now();
  const timed = { ...event, at: told.at };
  told.state = advance(told.state, timed);
  world.tell(timed);
}

type Untimed<E> = E extends Event ? Omit<E, 'at'> : never;

/** Takes a poll that counts into account; undefined: the endpoint was deleted. Only this run hears of it. */
export function count({ told }: Run, latest: Snapshot | undefined): void {
  told.state = { ...told.state, latest };
}

/** Tells that nothing has changed, when nothing has been told for long. */
export function breakSilence(run: Run, progress: Progress | undefined): void {
  const silence = run.world.clock.now() - run.told.at;
  const snapshot = latestOf(run);
  if (snapshot && silence >= 1000 * heartbeatSeconds)
    tell(run, { kind: 'quiet', snapshot, progress });
}

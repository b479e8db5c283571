import { heartbeatSeconds } from '../domain/cadence.ts';
import { type Course, courseFrom } from '../domain/course.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import type { Event } from '../domain/event.ts';
import {
  deploymentConfigOf,
  longestWatchSeconds,
  worstCaseSeconds,
} from '../domain/expectation.ts';
import { usualLaunchSeconds } from '../domain/launch.ts';
import { advance, type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import type { Stage } from '../domain/outcome.ts';
import type { Progress } from '../domain/phase.ts';
import type { Problem } from '../domain/problem.ts';
import type { Deployment, Instant, RolloutRequest } from '../domain/request.ts';
import { stageOf as stageIn } from '../domain/stage.ts';
import type { World } from '../ports.ts';
import { type KnownScaling, nothingKnown } from './known-scaling.ts';
import type { KnownTags } from './tags.ts';

/** One run of the action, as its steps hand it on: what was asked for, and how far it has come. */
export interface Run {
  request: RolloutRequest;
  /** The request as it came, before anything was looked up. */
  readonly asked: RolloutRequest;
  readonly world: World;
  readonly startedAt: Instant;
  lastToldAt: Instant;
  /** When to stop looking. */
  deadline: Instant;
  /** When to look next, once; undefined: after the poll interval. */
  nextPollSeconds: number | undefined;
  /** How far the update that runs has come: ours, or one that is waited for. */
  course: Course;
  /** How far it has come, by its events: the only place that is kept. Runs of one process share it. */
  readonly told: { state: Lifecycle };
  /** Since when the update that is followed is seen to roll back. */
  rollsBackSince: Instant | undefined;
  /** The longest time in which the new instances start, by their configuration. */
  launchSeconds: number;
  /** When the endpoint was last looked at, before anything was begun. */
  polledAt: Instant;
  /** The last poll that counts. */
  latest: Snapshot | undefined;
  /** The endpoint before the update that is followed, as the polls since have shown it. */
  before: Snapshot | undefined;
  /** The endpoint's tags, as they were read before anything was begun. */
  tags: KnownTags | undefined;
  /** When the update that is followed was called, by SageMaker's clock; undefined: no poll has shown it. */
  updatedAt: Instant | undefined;
  /** The serving configuration, where this run found it deleted. */
  deletedConfig: string | undefined;
  /** Whether the configuration is still to be created, as last told. */
  makesConfig: boolean;
  /** The serving configuration for which the rollout was last planned. */
  preparedFor: string | undefined;
  /** What keeps us from seeing the endpoint at present. */
  hindrance: Problem | undefined;
  /** Why AWS has not answered a call of this run yet that changes something. */
  unheard: Problem | undefined;
  scaling: KnownScaling;
  /** What has to be put right at the end, however this run ends, by its name. */
  readonly undo: Map<string, () => Promise<void>>;
}

/** How far the run has come. */
export function stageOf({ told }: Run): Stage {
  return stageIn(told.state);
}

/** An endpoint that no one has seen yet is not waited for as long as a rollout. */
const secondsToReachTheEndpoint = 600;

/** A run of the request; `earlier` is what a process before this one has told of the same run. */
export function newRun(request: RolloutRequest, world: World, earlier: readonly Event[] = []): Run {
  const startedAt = world.clock.now();
  return {
    request,
    asked: request,
    world,
    startedAt,
    lastToldAt: startedAt,
    deadline: startedAt + 1000 * Math.min(secondsToReachTheEndpoint, watchSeconds(request)),
    nextPollSeconds: undefined,
    course: courseFrom(undefined, startedAt),
    told: { state: lifecycleOf(earlier) },
    rollsBackSince: undefined,
    launchSeconds: usualLaunchSeconds,
    polledAt: startedAt,
    latest: undefined,
    before: undefined,
    tags: undefined,
    updatedAt: undefined,
    deletedConfig: undefined,
    makesConfig: false,
    preparedFor: undefined,
    hindrance: undefined,
    unheard: undefined,
    scaling: nothingKnown,
    undo: new Map(),
  };
}

/** The endpoint can be seen: whatever is being done to it is waited for. */
export function reached(run: Run, snapshot: Snapshot): void {
  run.deadline = run.startedAt + 1000 * watchSeconds(run.request);
  tell(run, { kind: 'found', snapshot });
}

function watchSeconds({ waitTimeoutSeconds }: RolloutRequest): number {
  return waitTimeoutSeconds ?? longestWatchSeconds;
}

/**
 * What has been done that may not stay so is registered where it is done: no path forgets it. The
 * same name counts once. What is registered has a time limit of its own, and throws nothing.
 */
export function undoAtTheEnd(run: Run, name: string, undo: () => Promise<void>): void {
  run.undo.set(name, undo);
}

/** Puts right what was registered, the last first. Nothing that goes wrong here changes the outcome. */
export async function undoAll({ undo }: Run): Promise<void> {
  for (const putRight of [...undo.values()].toReversed()) await putRight().catch(() => undefined);
  undo.clear();
}

/** An update of ours runs: how it goes, the endpoint as it was found, and since when. */
interface Started {
  readonly deployment: Deployment;
  readonly before: Snapshot;
  readonly startedAt: Instant;
}

/** From here on an update of ours runs: answers how long it will be watched, in seconds. */
export function startWatch(run: Run, { deployment, before, startedAt }: Started): number {
  const now = run.world.clock.now();
  const worstCase = worstCaseSeconds(deployment, before, run.launchSeconds);
  if (run.request.waitTimeoutSeconds === undefined) run.deadline = now + 1000 * worstCase;
  run.course = courseFrom(deploymentConfigOf(deployment, before), Math.min(startedAt, now));
  return Math.max(0, Math.round((run.deadline - now) / 1000));
}

/** Tells what happened, now. */
export function tell(run: Run, event: Untimed<Event>): void {
  run.lastToldAt = run.world.clock.now();
  const told = { ...event, at: run.lastToldAt };
  run.told.state = advance(run.told.state, told);
  run.world.tell(told);
}

type Untimed<E> = E extends Event ? Omit<E, 'at'> : never;

/** Tells that nothing has changed, when nothing has been told for long. */
export function breakSilence(run: Run, progress: Progress | undefined): void {
  const silence = run.world.clock.now() - run.lastToldAt;
  if (run.latest && silence >= 1000 * heartbeatSeconds) {
    tell(run, { kind: 'quiet', snapshot: run.latest, progress });
  }
}

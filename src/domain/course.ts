import type { DeploymentConfig } from './deployment-config.ts';
import { isSameProgress, type Progress } from './phase.ts';
import type { Instant } from './request.ts';

/** How far an update has come, in our own time: what is due next is told from it. */
export interface Course {
  /** Undefined: SageMaker's default, all at once. */
  readonly config: DeploymentConfig | undefined;
  readonly startedAt: Instant;
  readonly progress: Progress | undefined;
  /** When the phase that is seen began. */
  readonly phaseBegan: Instant;
  /** The last poll; undefined: no one has looked since the update began. */
  readonly polledAt: Instant | undefined;
}

/** An update that began at `startedAt`, and of which nothing was seen yet. */
export function courseFrom(config: DeploymentConfig | undefined, startedAt: Instant): Course {
  return { config, startedAt, progress: undefined, phaseBegan: startedAt, polledAt: undefined };
}

/** Takes the progress that a poll at `at` has shown into account. */
export function courseAfter(course: Course, progress: Progress | undefined, at: Instant): Course {
  if (!progress || isSamePhase(course.progress, progress)) return { ...course, polledAt: at };
  const phaseBegan = within(progress.since ?? at, course.polledAt, at);
  return { ...course, progress, phaseBegan, polledAt: at };
}

function isSamePhase(before: Progress | undefined, now: Progress): boolean {
  return before !== undefined && isSameProgress(before, now) && before.since === now.since;
}

/** SageMaker's clock and ours may differ: what we saw ourselves bounds what it says. */
function within(since: Instant, before: Instant | undefined, at: Instant): Instant {
  return Math.min(at, Math.max(since, before ?? since));
}

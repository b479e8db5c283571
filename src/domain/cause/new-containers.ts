import { isRunning } from '../endpoint.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { RolloutPhase } from '../phase.ts';
import type { Instant } from '../request.ts';

/** A log stream, which begins with the first line of a container. */
export interface LogStream {
  readonly name: string;
  readonly createdAt: Instant;
}

/** When the containers were started that are read. */
export interface StartedWithin {
  readonly since: Instant;
  /** The first sign of a rollback: from there on the old model may be launched again. */
  readonly until: Instant;
}

const goingBack: readonly RolloutPhase[] = ['rolling-back', 'smoke-rollback'];

/** Between the call and the first sign of a rollback; undefined where no update of ours ever ran. */
export function startedSinceTheCall(account: Lifecycle): StartedWithin | undefined {
  const { start, startedAt, phases, latest, containerEvidence } = account;
  if (!start || startedAt === undefined) return undefined;
  // The call sets LastModifiedTime, by the clock that also tells when a stream was created.
  const polled =
    latest && isRunning(latest) && !account.smokeRollback ? latest.lastModified : startedAt;
  const called = account.calledAt ?? polled;
  const back = phases.find(({ phase }) => goingBack.includes(phase));
  return {
    since: containerEvidence?.since ?? called,
    until: back ? back.from + account.skewMs : Number.POSITIVE_INFINITY,
  };
}

export function isStartedWithin(
  { since, until }: StartedWithin,
  { createdAt }: LogStream,
): boolean {
  return since <= createdAt && createdAt < until;
}

const beforeTraffic: readonly RolloutPhase[] = ['starting', 'creating', 'provisioning'];

/** Whether the new fleet is launched, and has never come so far as to take traffic. */
export function isStarting({ phases }: Pick<Lifecycle, 'phases'>): boolean {
  return phases.every(({ phase }) => beforeTraffic.includes(phase));
}

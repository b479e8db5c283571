import { isRunning, type Snapshot } from './endpoint.ts';
import type { Instant } from './request.ts';
import type { UpdateCall } from './update-call.ts';

/** What tells the clock of this runner from that of AWS, by which alarms and log streams are dated. */
export interface Times {
  /** When the update was called, by SageMaker's clock; undefined: no poll has shown it to run. */
  readonly calledAt: Instant | undefined;
  /** When a poll first showed the update to roll back, by our own clock: it began before that. */
  readonly turnedBackBy: Instant | undefined;
  /** How far the clock of AWS is ahead of that of this runner, in milliseconds; 0 where that is not known. */
  readonly skewMs: number;
}

export const noTimes: Times = { calledAt: undefined, turnedBackBy: undefined, skewMs: 0 };

/** The call sets LastModifiedTime, which stays until the update ends. */
export function calledAtBy(
  { before }: { readonly before: Snapshot | undefined },
  poll: Snapshot,
): Instant | undefined {
  const isOfTheCall = isRunning(poll) && poll.lastModified > (before?.lastModified ?? 0);
  return isOfTheCall ? poll.lastModified : undefined;
}

/** How an update was called. */
export interface Called extends Times {
  readonly start: 'requested' | 'joined' | undefined;
  readonly update: UpdateCall;
}

/** A call may take some seconds, and be sent again: less than this says nothing of the clocks. */
const leastSkewMs = 60_000;

/** How far they are apart, by the update that was called then by the clock of AWS. */
export function skewBy(
  { start, update: { sentAt } }: Called,
  calledAt: Instant | undefined,
): number {
  if (start !== 'requested' || calledAt === undefined || sentAt === undefined) return 0;
  const skew = calledAt - sentAt;
  return Math.abs(skew) < leastSkewMs ? 0 : skew;
}

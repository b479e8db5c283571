import { inFlightOf, isRunning, type Snapshot } from './endpoint.ts';
import type { Progress } from './phase.ts';
import type { Instant } from './request.ts';

/** What is known while an update is watched. */
export interface Watching {
  /** The configuration that is being rolled out. */
  readonly requested: string;
  /** The last poll before the update was requested or joined. */
  readonly before: Snapshot;
  /** When the update was asked for, by our own clock; undefined: by another party, or no one knows. */
  readonly calledAt: Instant | undefined;
  /** The newest poll that counts. */
  readonly latest: Snapshot;
  readonly progress: Progress | undefined;
  /** The newest start of a status of a variant that was shown since the last modification. */
  readonly startShown: Instant | undefined;
  /** Whether the update was rolling back when it was last seen to run. */
  readonly rollsBack: boolean;
  /** SageMaker's reason, where it was shown while the update ran: at the end it may be missing. */
  readonly reasonShown: string | undefined;
  /** When the watch began: at the first poll after the call, or earlier. */
  readonly since: Instant | undefined;
  /** Whether a poll has shown the update itself: it, by its configuration, in flight. */
  readonly isShown: boolean;
  /** Whether a poll, though not believed yet, has shown that it serves or broke, and none since that it runs. */
  readonly hasEnded: boolean;
  /** Since when every poll shows the state from before the update, although the update was seen. */
  readonly doubtfulSince: Instant | undefined;
}

export function watchFrom(requested: string, before: Snapshot, calledAt?: Instant): Watching {
  const unseen = {
    progress: undefined,
    since: undefined,
    reasonShown: undefined,
    startShown: undefined,
  };
  const isShown = shows(requested, before);
  const doubtfulSince = undefined;
  const flags = { isShown, hasEnded: false, rollsBack: false };
  return { requested, before, calledAt, latest: before, ...flags, ...unseen, doubtfulSince };
}

/** Whether the snapshot names the configuration as the one in flight. */
export function shows(requested: string, snapshot: Snapshot): boolean {
  return isRunning(snapshot) && inFlightOf(snapshot).configName === requested;
}

/**
 * The reason that has been shown while the update ran, by one more poll. An earlier update's is none: one
 * that began after the last poll has set LastModifiedTime.
 */
export function reasonShownBy(
  { before, reasonShown }: Pick<Watching, 'before' | 'reasonShown'>,
  poll: Snapshot,
): string | undefined {
  if (!isRunning(before) && poll.lastModified <= before.lastModified) return reasonShown;
  const isNew =
    isRunning(poll) && poll.failureReason && poll.failureReason !== before.failureReason;
  return isNew ? poll.failureReason : reasonShown;
}

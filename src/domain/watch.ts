import { isAbsent, isCreatedAgain, isRunning, type Snapshot, trafficOf } from './endpoint.ts';
import type { Outcome } from './outcome.ts';
import { isSameProgress, type Progress, progressOf, statusesOf } from './phase.ts';
import type { Instant } from './request.ts';
import { outcomeOf } from './watch-end.ts';
import { reasonShownBy, shows, type Watching } from './watching.ts';

/** What one more poll tells. */
export interface Sight {
  readonly watching: Watching;
  /** Set when the phase or the traffic changed. */
  readonly progress?: Progress;
  /** Set when the rollout is over. */
  readonly outcome?: Outcome;
}

/** No answer is older than that: so long polls are doubted where they cannot be told from stale ones. */
export const secondsToBelieve = 120;

/**
 * Takes one poll, made at `at`, into account. DescribeEndpoint may answer with an older state than it did
 * before: such a poll tells nothing, neither of progress nor of the end.
 */
export function see(watched: Watching, poll: Snapshot, at: Instant): Sight {
  const since = watched.since ?? at;
  if (isOlder(poll, watched)) return { watching: { ...watched, since } };
  const watching = { ...watched, since, before: beforeOf(watched, poll) };
  // One that was created again before our call is the one that was updated.
  const isAfterTheCall = poll.createdAt >= (watching.calledAt ?? 0);
  if (isAfterTheCall && isCreatedAgain(poll, knownEndpoint(watching))) {
    const outcome = { kind: 'superseded', by: poll.configName, how: 'created-again' } as const;
    return { watching: { ...watching, latest: poll }, outcome };
  }
  if (showsTheStateBefore(watching, poll)) return doubt(watching, poll, at);
  const isShown = watching.isShown || shows(watching.requested, poll);
  const hasEnded = watching.hasEnded && !isShown;
  const reasonShown = reasonShownBy(watching, poll);
  const shown = { isShown, hasEnded, reasonShown, startShown: startShownBy(watching, poll) };
  const seen = { ...watching, ...shown, latest: poll, doubtfulSince: undefined };
  const outcome = outcomeOf(watching, poll);
  if (outcome) {
    return isPerhapsEarlier(watching, poll, at)
      ? unbelieved(watching, poll, outcome)
      : { watching: seen, outcome };
  }
  const previous = progressBefore(watching, poll);
  const progress = progressOf(poll, previous);
  const rollsBack =
    progress.phase === 'settling' ? watching.rollsBack : progress.phase === 'rolling-back';
  const now = { ...seen, progress, rollsBack };
  if (previous && isSameProgress(progress, previous)) return { watching: now };
  return { watching: now, progress };
}

/**
 * Once the requested configuration serves, another party's update to the same may follow between two
 * polls: that its new fleet has less traffic is no rollback of ours.
 */
function progressBefore(
  { requested, latest, progress }: Watching,
  poll: Snapshot,
): Progress | undefined {
  const isOnTheSame = requested === poll.configName && isRunning(latest) && isRunning(poll);
  if (!progress || !isOnTheSame || poll.lastModified <= latest.lastModified) return progress;
  const phase = progress.phase === 'rolling-back' ? 'starting' : progress.phase;
  return { ...progress, phase, traffic: trafficOf(poll) };
}

/** The endpoint that is updated. One that is created is known once it was seen: old answers tell of one before. */
function knownEndpoint({ before, isShown, latest }: Watching): Snapshot | undefined {
  return isAbsent(before) && !isShown ? undefined : latest;
}

/**
 * LastModifiedTime is set by the call and by the end of an update; between them the variants'
 * statuses tell the order. What runs since the time at which nothing did, and is not ours, was over by then.
 */
function isOlder(poll: Snapshot, { requested, latest, startShown }: Watching): boolean {
  if (poll.lastModified !== latest.lastModified) return poll.lastModified < latest.lastModified;
  if (!isRunning(poll)) return false;
  if (!poll.pending) return poll.status === latest.status && latest.pending !== undefined;
  if (!isRunning(latest) && poll.pending.configName !== requested) return true;
  const since = newestStart(poll);
  return since !== undefined && startShown !== undefined && since < startShown;
}

/** Some polls name no status: the newest start counts that any has shown since the last modification. */
function startShownBy({ latest, startShown }: Watching, poll: Snapshot): Instant | undefined {
  const since = newestStart(poll);
  return poll.lastModified === latest.lastModified ? (since ?? startShown) : since;
}

function newestStart(snapshot: Snapshot): number | undefined {
  const starts = statusesOf(snapshot).flatMap(({ since }) => (since === undefined ? [] : [since]));
  return starts.length > 0 ? Math.max(...starts) : undefined;
}

/** Settled, on the old configuration, and not modified since: from before the call, perhaps. */
function showsTheStateBefore({ before }: Watching, poll: Snapshot): boolean {
  return (
    poll.lastModified === before.lastModified &&
    poll.configName === before.configName &&
    !isRunning(poll) &&
    (poll.status === before.status || (poll.status === 'InService' && !poll.pending))
  );
}

/** While ours runs, what serves is what served before it: others may have updated since that poll. */
function beforeOf(watching: Watching, poll: Snapshot): Snapshot {
  const { requested, before, isShown, latest, calledAt = 0 } = watching;
  const { configName, status } = poll;
  if (configName === before.configName || status === 'Creating') return before;
  const isFirstSinceTheCall = latest.lastModified < calledAt && poll.lastModified >= calledAt;
  if (isFirstSinceTheCall && isRunning(poll)) return { ...before, configName };
  // Once ours was shown, another to the same configuration may have come after it. What was modified
  // last before our call was an earlier one, whose old answer came late.
  const oursWasShown = isShown && latest.lastModified >= calledAt;
  if (configName === requested && oursWasShown) return before;
  return shows(requested, poll) ? { ...before, configName } : before;
}

/**
 * What others did between the last poll before the call and the call itself ended before ours began:
 * while nothing has shown ours, an old answer about that looks like the end of ours. So it does where
 * theirs, to the same configuration, was taken for ours; but the call sets LastModifiedTime. A clock
 * of ours that is fast makes the first two minutes doubtful, no more.
 */
function isPerhapsEarlier(
  { isShown, calledAt = 0, since = 0 }: Watching,
  { lastModified }: Snapshot,
  at: Instant,
): boolean {
  return (!isShown || lastModified < calledAt) && at - since < 1000 * secondsToBelieve;
}

/** Once it has served or broken, whatever else serves was not rolled back to: someone came after it. */
function unbelieved(watching: Watching, poll: Snapshot, { kind }: Outcome): Sight {
  const hasEnded = poll.configName === watching.requested || kind === 'failed';
  return { watching: { ...watching, hasEnded: watching.hasEnded || hasEnded } };
}

/**
 * Before the update was seen running, such a poll is only early. Afterwards it may be a rollback
 * that left the time untouched: believed when it persists.
 */
function doubt(watching: Watching, poll: Snapshot, at: Instant): Sight {
  if (!watching.progress && !isRunning(watching.before)) return { watching };
  const doubtfulSince = watching.doubtfulSince ?? at;
  const outcome = outcomeOf(watching, poll);
  const isBelieved = at - doubtfulSince >= 1000 * secondsToBelieve;
  if (!outcome || !isBelieved) return { watching: { ...watching, doubtfulSince } };
  return { watching: { ...watching, doubtfulSince, latest: poll }, outcome };
}

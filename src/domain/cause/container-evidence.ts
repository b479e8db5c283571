import type { Problem } from '../problem.ts';
import type { Instant } from '../request.ts';
import type { Shown } from './log-readers.ts';

/** What the containers that were started since the call have logged. */
export interface ContainerEvidence {
  /** `missing`: no container ever wrote a line. */
  readonly logGroup: 'found' | 'missing' | 'not-read';
  /** Those that fail come first; of all others the newest. */
  readonly containers: readonly ExaminedContainer[];
  /** So many more were started since the call. */
  readonly more: number;
  /** Whether all log streams of the endpoint were looked at: an old one may have more than is read. */
  readonly isComplete: boolean;
  /** When the update was called, by AWS's clock where that is known. */
  readonly since: Instant;
  /** Who may read the lines: those that no reader may see are not here. */
  readonly shownTo: Shown;
  /** What could not be read: it is not asked for again in this run, unless it was throttled. */
  readonly unread: Problem | undefined;
}

export interface ExaminedContainer {
  /** The log stream, such as `AllTraffic/i-0123456789abcdef0`. */
  readonly stream: string;
  readonly startedAt: Instant;
  /** So many others failed in the same way: they are not listed. */
  readonly alike: number;
  /** What its lines tell, also where none of them may be shown. */
  readonly condition: Condition;
  /**
   * The last meaningful lines, by time, as far as every reader may see them: nothing in them is
   * trusted, secrets are redacted.
   */
  readonly lines: readonly LogLine[];
  /** The same, where none but the readers of the job summary may see them. */
  readonly summaryLines: readonly LogLine[];
}

/** `failing`: it logs failures, of which none says that it has ended. */
export type Condition = 'died' | 'failing' | 'no-failure';

export interface LogLine {
  /** When it was last written. */
  readonly at: Instant;
  readonly text: string;
  /** Whether it is known to tell of a failure, or of the container's end. */
  readonly kind: 'death' | 'failure' | 'other';
  /** How often it was written, but for the numbers in it. */
  readonly times: number;
}

/** What is known where nothing could be read. */
export function unreadEvidence(since: Instant, unread: Problem): ContainerEvidence {
  return {
    ...{ logGroup: 'not-read', containers: [], more: 0, isComplete: false },
    ...{ since, shownTo: 'no-one', unread },
  };
}

/** Whether it is known that none of them has written a line. */
export function isSilent(evidence: ContainerEvidence | undefined): boolean {
  if (!evidence) return false;
  const { logGroup, containers, isComplete } = evidence;
  return logGroup === 'missing' || (logGroup === 'found' && containers.length === 0 && isComplete);
}

const byGravity: readonly Condition[] = ['no-failure', 'failing', 'died'];

/** The worst that any of them tells. */
export function worstOf({ containers }: Pick<ContainerEvidence, 'containers'>): Condition {
  const gravities = containers.map(({ condition }) => byGravity.indexOf(condition));
  return byGravity[Math.max(0, ...gravities)] ?? 'no-failure';
}

/**
 * Whether the logs may be read, after what was read before: a call that is denied raises an alert in
 * an audited account, and one that hangs holds up the report, each time.
 */
export function mayBeRead(before: ContainerEvidence | undefined): boolean {
  const { unread } = before ?? {};
  return !unread || unread.code === 'throttled' || unread.code === 'unavailable';
}

/** Whether the reading tells what the one before it did not. */
export function tellsMore(
  reading: ContainerEvidence,
  before: ContainerEvidence | undefined,
): boolean {
  if (reading.unread && !mayBeRead(reading)) return true;
  const gravity = byGravity.indexOf(worstOf(reading));
  return gravity > (before ? byGravity.indexOf(worstOf(before)) : 0);
}

/** Those to be shown: where some fail, the others are not worth a line. */
export function failingOrAll({ containers }: ContainerEvidence): readonly ExaminedContainer[] {
  const failing = containers.filter(({ condition }) => condition !== 'no-failure');
  return failing.length > 0 ? failing : containers;
}

import type { Problem } from '../problem.ts';
import type { Instant } from '../request.ts';

/** What the containers that were started since the call have logged. */
export interface ContainerEvidence {
  /** `missing`: no container ever wrote a line. */
  readonly logGroup: 'found' | 'missing' | 'not-read';
  readonly containers: readonly ExaminedContainer[];
  /** What could not be read: it is not asked for again in this run. */
  readonly unread: Problem | undefined;
}

export interface ExaminedContainer {
  /** The log stream, such as `AllTraffic/i-0123456789abcdef0`. */
  readonly stream: string;
  readonly startedAt: Instant;
  /** The last meaningful lines, by time: nothing in them is trusted, secrets are redacted. */
  readonly lines: readonly LogLine[];
}

export interface LogLine {
  readonly at: Instant;
  readonly text: string;
  /** Whether it is known to tell of a failure. */
  readonly kind: 'failure' | 'other';
}

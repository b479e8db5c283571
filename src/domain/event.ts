import type { InFlight, Snapshot } from './endpoint.ts';
import type { Configuration } from './endpoint-config.ts';
import type { Outcome } from './outcome.ts';
import type { Progress } from './phase.ts';
import type { Problem } from './problem.ts';
import type { Instant } from './request.ts';

/** What happened in a rollout, in order. Log, comment, summary and outputs read this list only. */
export type Event =
  /** The first look at the endpoint. */
  | { readonly kind: 'found'; readonly at: Instant; readonly snapshot: Snapshot }
  /** Something else is being done to the endpoint: it has to settle first. */
  | { readonly kind: 'waiting'; readonly at: Instant; readonly inFlight: InFlight }
  /** Who let the job into its environment, as far as the token may know. */
  | {
      readonly kind: 'approved';
      readonly at: Instant;
      /** Logins. */
      readonly by: readonly string[];
      /** How long the job waited; undefined where that cannot be known. */
      readonly waitedSeconds: number | undefined;
    }
  /** What serves and what is to serve. */
  | {
      readonly kind: 'compared';
      readonly at: Instant;
      readonly before: Configuration;
      readonly after: Configuration;
    }
  | { readonly kind: 'not-compared'; readonly at: Instant; readonly problem: Problem }
  /** SageMaker accepted UpdateEndpoint. */
  | {
      readonly kind: 'requested';
      readonly at: Instant;
      readonly before: Snapshot;
      readonly watchSeconds: number;
    }
  /** The requested configuration was already being rolled out. */
  | {
      readonly kind: 'joined';
      readonly at: Instant;
      readonly before: Snapshot;
      readonly startedAt: Instant;
      readonly watchSeconds: number;
    }
  /** A phase or the traffic changed. */
  | {
      readonly kind: 'progressed';
      readonly at: Instant;
      readonly progress: Progress;
      readonly snapshot: Snapshot;
    }
  /** Nothing has changed for a while. */
  | {
      readonly kind: 'quiet';
      readonly at: Instant;
      readonly snapshot: Snapshot;
      readonly progress: Progress | undefined;
    }
  /** A call failed in a way that passes; it is tried again. */
  | {
      readonly kind: 'hindered';
      readonly at: Instant;
      readonly problem: Problem;
      readonly retryInSeconds: number;
    }
  /** Calls work again. */
  | { readonly kind: 'resumed'; readonly at: Instant }
  | {
      readonly kind: 'ended';
      readonly at: Instant;
      readonly outcome: Outcome;
      /** The last look that counts. */
      readonly snapshot: Snapshot | undefined;
    };

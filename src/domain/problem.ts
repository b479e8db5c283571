/**
 * What can go wrong, by name.
 *
 * `throttled`, `unavailable` and `unreachable` pass by themselves: whoever only looks tries again.
 */
export type ProblemCode =
  | 'invalid-inputs'
  | 'endpoint-not-found'
  | 'endpoint-config-not-found'
  | 'serving-config-not-found'
  | 'model-not-found'
  | 'endpoint-failed'
  | 'endpoint-deleting'
  | 'update-in-progress'
  | 'already-exists'
  | 'config-differs'
  | 'no-way-back'
  | 'scaling-not-saved'
  | 'scaling-not-put-back'
  | 'preflight'
  | 'smoke-test-failed'
  | 'not-tried-out'
  | 'access-denied'
  | 'quota-exceeded'
  | 'credentials'
  | 'region-missing'
  | 'throttled'
  | 'unavailable'
  | 'unreachable'
  | 'refused'
  | 'github-not-found'
  | 'unexpected';

/**
 * An error that a tired person can act on: what happened to which thing, and what to do next.
 * What was thrown first is kept as `cause`.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** What to do next: whole sentences. */
  readonly remedy: string;
  /** The other side's own words: they may hold anything. */
  readonly said: string | undefined;
  /** How long the other side asked to be left alone, in seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    message: string,
    details: {
      readonly remedy: string;
      readonly said?: string | undefined;
      readonly cause?: unknown;
      readonly retryAfterSeconds?: number | undefined;
    },
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.remedy = details.remedy;
    this.said = details.said;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  /** Whether trying the same again later can help. */
  get passes(): boolean {
    return this.code === 'throttled' || this.code === 'unavailable' || this.code === 'unreachable';
  }
}

/** Whatever was thrown, also a non-Error, as a Problem. */
export function problemFrom(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem('unexpected', 'Something failed that this action does not expect.', {
    remedy:
      'Please report this with the log. Re-running the job is safe: it picks up an update that is already running.',
    said,
    cause: thrown,
  });
}

import { inLines } from './text/log.ts';
import { type Phrase, phrase, textOf } from './text/phrase.ts';

/**
 * What can go wrong, by name.
 *
 * Those in `passing` pass by themselves: a call that only reads is retried.
 */
export type ProblemCode =
  | 'invalid-inputs'
  | 'endpoint-not-found'
  | 'endpoint-config-not-found'
  | 'serving-config-not-found'
  | 'model-not-found'
  | 'component-not-found'
  | 'model-package-not-found'
  | 'no-approved-package'
  | 'endpoint-failed'
  | 'endpoint-deleting'
  | 'unknown-status'
  | 'update-in-progress'
  | 'already-exists'
  | 'config-differs'
  | 'model-differs'
  | 'content-replaced'
  | 'content-unknown'
  | 'no-rollback-target'
  | 'not-confirmed'
  /** What is in use would take too many calls to find out. */
  | 'too-much-to-read'
  | 'scaling-not-saved'
  | 'scaling-not-restored'
  | 'preflight'
  | 'smoke-test-failed'
  | 'not-smoke-tested'
  | 'access-denied'
  | 'quota-exceeded'
  | 'credentials'
  | 'region-missing'
  | 'throttled'
  | 'unavailable'
  | 'unreachable'
  /** What came is no answer of AWS: a proxy's page, half of a body. */
  | 'unreadable'
  | 'refused'
  | 'github-not-found'
  | 'file-refused'
  | 'unexpected';

const passing: readonly ProblemCode[] = ['throttled', 'unavailable', 'unreachable', 'unreadable'];

/** Whether trying the same again later can help. */
export function passes(code: ProblemCode): boolean {
  return passing.includes(code);
}

/**
 * An error that a tired person can act on: what happened to which thing, and what to do next.
 * What was thrown first is kept as `cause`.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** What happened to which thing; `message` is the same as plain text. */
  readonly what: Phrase;
  /** What it consists of, where that is several things. */
  readonly points: readonly Phrase[];
  /** What to do next: whole sentences. */
  readonly remedy: Phrase;
  /** What running the same job again does after that; undefined: nothing that helps. Said once, with the outcome. */
  readonly rerun: Phrase | undefined;
  /** The other side's own words: they may hold anything. */
  readonly said: string | undefined;
  /** How long the other side asked to be left alone, in seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    what: Phrase,
    details: {
      readonly points?: readonly Phrase[];
      readonly remedy: Phrase;
      readonly rerun?: Phrase | undefined;
      readonly said?: string | undefined;
      readonly cause?: unknown;
      readonly retryAfterSeconds?: number | undefined;
    },
  ) {
    const { points = [], cause } = details;
    super(inLines([what, ...points.map(listItem)]), { cause });
    this.code = code;
    this.what = what;
    this.points = points;
    this.remedy = details.remedy;
    this.rerun = details.rerun;
    this.said = details.said;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  /** Whether trying the same again later can help. */
  get passes(): boolean {
    return passes(this.code);
  }
}

/** One of several things, as a line of its own. */
export function listItem(words: Phrase): Phrase {
  return phrase`- ${words}`;
}

/** Whatever was thrown, also a non-Error, as a Problem. */
export function problemFrom(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem('unexpected', phrase`An unexpected error occurred.`, {
    remedy: phrase`Please report this with the log.`,
    rerun: phrase`Re-running this job is safe: it picks up an update that is already running.`,
    said: wordsOf(thrown),
    cause: thrown,
  });
}

/** What it says of itself; undefined where it says nothing, or cannot be asked. */
function wordsOf(thrown: unknown): string | undefined {
  try {
    if (thrown === undefined || thrown === null) return undefined;
    return textOf(thrown instanceof Error ? thrown.message : thrown);
  } catch {
    return undefined;
  }
}

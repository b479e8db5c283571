import type { JsonValue } from './json.ts';
import type { Match } from './pattern.ts';
import type { Problem } from './problem.ts';

/** Requests to try once the endpoint serves what was asked for. */
export interface SmokeTest {
  readonly requests: readonly SmokeRequest[];
  /** How long a request that fails is tried again. */
  readonly timeoutSeconds: number;
  /** Whether what is sent and answered may be shown, cut short. */
  readonly show: boolean;
  readonly onFailure: 'rollback' | 'fail';
}

/** What is sent, and what has to come back. */
export interface SmokeRequest {
  readonly name: string;
  readonly payload: Payload;
  readonly contentType: string;
  readonly accept: string | undefined;
  /** The one variant that is asked; undefined: each of them. */
  readonly variant: string | undefined;
  /** The model of a multi-model endpoint. */
  readonly targetModel: string | undefined;
  readonly expected: Expected;
}

export type Payload =
  | { readonly kind: 'body'; readonly bytes: Uint8Array }
  /** Of an asynchronous endpoint, which answers into S3. */
  | { readonly kind: 'in-s3'; readonly location: string };

/** What the answer has to be; what is undefined may be anything. */
export interface Expected {
  readonly statuses: readonly number[];
  /** The answer holds this: objects may have more members, lists may not have more entries. */
  readonly json: JsonValue | undefined;
  /** How far a number in `json` may be off. */
  readonly tolerance: number;
  /** A regular expression, in which a dot is any sign. */
  readonly matches: string | undefined;
  readonly latencyMs: number | undefined;
}

/** One request to one variant. */
export interface SmokeCall {
  readonly request: SmokeRequest;
  /** Undefined: whichever SageMaker takes. */
  readonly variant: string | undefined;
}

/** What came back. */
export type Answer =
  /** The model's own answer, an error of its own included. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  /** An asynchronous endpoint has the request in its queue; what the model says comes later. */
  | { readonly kind: 'accepted'; readonly outputLocation: string }
  /** SageMaker says that the model is still being loaded. */
  | { readonly kind: 'not-ready' };

/** In what an answer differs from what was expected. */
export type Mismatch =
  | { readonly kind: 'not-ready' }
  /** 0: the model gave no answer in the time that SageMaker gives it. */
  | { readonly kind: 'status'; readonly status: number; readonly expected: readonly number[] }
  | { readonly kind: 'latency'; readonly latencyMs: number; readonly mostMs: number }
  | { readonly kind: 'no-json' }
  | {
      readonly kind: 'json';
      /** Such as `scores[0].label`; empty: the whole. */
      readonly path: string;
      /** As JSON, cut short; undefined where it may not be shown. */
      readonly values: { readonly expected: string; readonly found: string } | undefined;
    }
  | {
      readonly kind: 'no-match';
      /** Undefined where it may not be shown. */
      readonly pattern: string | undefined;
      readonly match: Exclude<Match, 'found'>;
    };

/** What became of a call, after all its attempts. */
export interface SmokeResult {
  readonly name: string;
  readonly variant: string | undefined;
  readonly attempts: number;
  /** Tries that the model answered, rightly or not. */
  readonly answers: number;
  /** Of the last try, as this job sees it. */
  readonly latencyMs: number | undefined;
  readonly result: TrialResult;
  /** Beginnings of what was sent and of the last answer; undefined where they may not be shown. */
  readonly content: { readonly sent: string; readonly answered: string } | undefined;
}

export type TrialResult =
  | { readonly kind: 'passed' }
  /** An asynchronous endpoint took it; no one has seen the model's answer. */
  | { readonly kind: 'accepted' }
  | { readonly kind: 'failed'; readonly mismatches: readonly Mismatch[] }
  /** No answer of the model's was seen: it has not failed. */
  | { readonly kind: 'not-sent'; readonly problem: Problem };

/** The calls that the requests stand for: each variant is asked, where there are several. */
export function callsOf(
  requests: readonly SmokeRequest[],
  variants: readonly string[],
): readonly SmokeCall[] {
  return requests.flatMap((request): readonly SmokeCall[] => {
    if (request.payload.kind === 'in-s3') return [{ request, variant: undefined }];
    if (request.variant !== undefined) return [{ request, variant: request.variant }];
    if (variants.length < 2) return [{ request, variant: undefined }];
    return variants.map((variant) => ({ request, variant }));
  });
}

/** What all trials together say: what a model did wrong counts before what could not be seen. */
export function verdictOn(smokeResults: readonly SmokeResult[]): 'passed' | 'failed' | 'not-sent' {
  if (smokeResults.some(({ result }) => result.kind === 'failed')) return 'failed';
  return smokeResults.some(({ result }) => result.kind === 'not-sent') ? 'not-sent' : 'passed';
}

import type { Instant, SimulatedClock } from '../clock.ts';
import type { SlowBody } from '../slow-body.ts';
import { type StruckCalls, strikes } from '../struck-calls.ts';
import {
  exhausted,
  notAccessible,
  notFound,
  type Reply,
  refusal,
  serverError,
  tooMuchAtOnce,
} from './reply.ts';

/** Which requests a fault strikes. Requests are counted from 1, from when the fault is there. */
interface Requests {
  readonly method?: string;
  // The end of the path, without a query: '/issues/*/comments'. A star stands for one segment.
  readonly path?: string;
  /** All, unless named. */
  readonly calls?: StruckCalls;
  readonly from?: Instant;
  readonly until?: Instant;
}

/** Something that goes wrong with requests, as data. */
export type Fault = Requests &
  (
    | { readonly kind: 'forbidden' }
    | { readonly kind: 'not-found' }
    | { readonly kind: 'validation-failed' }
    /** 429 with `retry-after`. */
    | { readonly kind: 'too-many-requests'; readonly retryAfterSeconds: number }
    /** 403 with `retry-after`. */
    | { readonly kind: 'secondary-rate-limit'; readonly retryAfterSeconds: number }
    /** 403 with nothing remaining until the reset. */
    | { readonly kind: 'primary-rate-limit'; readonly resetAfterSeconds: number }
    | { readonly kind: 'server-error'; readonly status: 500 | 502 | 503 | 504 }
    /** Nothing is done: something between answers 200 with a page of HTML. */
    | { readonly kind: 'page' }
    /** The connection breaks before the request took effect. */
    | { readonly kind: 'reset' }
    /** The request takes effect, then the connection breaks. */
    | { readonly kind: 'lost-answer' }
    | { readonly kind: 'hang' }
    /** The request takes effect; of its answer come the headers, and half of the body or a byte a second. */
    | { readonly kind: SlowBody }
    /** The request takes effect, and is answered so long afterwards in simulated time. */
    | { readonly kind: 'slow'; readonly seconds: number }
    /** Someone deletes the comment of the request just before it. */
    | { readonly kind: 'comment-deleted' }
  );

interface Active {
  readonly fault: Fault;
  readonly pattern: RegExp | undefined;
  seen: number;
}

/** The faults in force, each counting what it has seen. */
export class Faults {
  readonly #clock: SimulatedClock;
  readonly #active: Active[] = [];

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  add(fault: Fault): void {
    const pattern = fault.path === undefined ? undefined : endingIn(fault.path);
    this.#active.push({ fault, pattern, seen: 0 });
  }

  /** The first fault that strikes this request; every fault that concerns it counts it. */
  striking(method: string, path: string): Fault | undefined {
    const now = this.#clock.now();
    return this.#active
      .filter(
        ({ fault, pattern }) =>
          (fault.method ?? method) === method && (pattern?.test(path) ?? true),
      )
      .filter(({ fault: { from, until } }) => (from ?? now) <= now && now < (until ?? Infinity))
      .filter(counts)
      .map(({ fault }) => fault)[0];
  }
}

/** What a struck request is answered instead, where it is answered at once. */
export function replyTo(fault: Fault, now: Instant, page: string): Reply | undefined {
  switch (fault.kind) {
    case 'forbidden':
      return notAccessible(page);
    case 'not-found':
      return notFound(page);
    case 'validation-failed':
      return refusal(422, 'Validation Failed', page, []);
    case 'too-many-requests':
      return tooMuchAtOnce(429, fault.retryAfterSeconds);
    case 'secondary-rate-limit':
      return tooMuchAtOnce(403, fault.retryAfterSeconds);
    case 'primary-rate-limit':
      return exhausted(Math.ceil(now / 1000) + fault.resetAfterSeconds);
    case 'server-error':
      return serverError(fault.status);
    case 'page':
      return {
        status: 200,
        page: '<html><body>Blocked</body></html>',
        headers: { 'content-type': 'text/html' },
      };
    case 'reset':
    case 'lost-answer':
    case 'hang':
    case 'stalled-answer':
    case 'dripping-answer':
    case 'slow':
    case 'comment-deleted':
      return undefined;
  }
}

function counts(active: Active): boolean {
  active.seen += 1;
  return strikes(active.fault.calls, active.seen);
}

function endingIn(path: string): RegExp {
  const segments = path.split('/').map((part) => (part === '*' ? '[^/]+' : literally(part)));
  return new RegExp(`${segments.join('/')}$`);
}

function literally(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

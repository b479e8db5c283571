import type { Phrase } from '../domain/text/phrase.ts';
import type { Stack } from './answer-checks.ts';
import type { JobProxy } from './proxy.ts';

/** Whose credentials a call goes with, and through what: an error has to name it. */
export interface Way {
  readonly proxy: string | undefined;
  /** The role whose session it is; undefined: the credentials of the environment. */
  readonly role: string | undefined;
  /** What the job's variables tell of its credentials, should they not be accepted. */
  readonly suspicion: Phrase | undefined;
}

const ways = new WeakMap<object, Way>();

/** Remembers for what was thrown how its call went. */
export function markWay(thrown: unknown, way: Way): void {
  if (typeof thrown === 'object' && thrown !== null) ways.set(thrown, way);
}

export function wayOf(thrown: unknown): Way {
  const known = typeof thrown === 'object' && thrown !== null ? ways.get(thrown) : undefined;
  return known ?? { proxy: undefined, role: undefined, suspicion: undefined };
}

interface Sent {
  readonly request: {
    readonly protocol: string;
    readonly hostname: string;
    readonly port?: number | undefined;
  };
}

/** Notes which proxy is on the way of the calls of a client; the answer tells that of the last. */
export function watchWay(stack: Stack, proxy: JobProxy): () => string | undefined {
  let last: string | undefined;
  const note = (next: (args: Sent) => Promise<unknown>) => (args: Sent) => {
    last = proxy.onTheWayTo(args.request);
    return next(args);
  };
  stack.add(note, { step: 'finalizeRequest', name: 'noteProxy' });
  return () => last;
}

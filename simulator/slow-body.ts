import type { SimulatedClock } from './clock.ts';
import type { Answer } from './http.ts';

/** How a body can come: half of it and then nothing, or a byte a second in simulated time. */
export type SlowBody = 'stalled-answer' | 'dripping-answer';

/** The answer with its headers at once, and its body like that. */
export function inPieces(
  { status, headers, body = '' }: Extract<Answer, { readonly kind: 'answer' }>,
  how: SlowBody,
  clock: SimulatedClock,
): Answer {
  const bytes = Buffer.from(body as Uint8Array);
  const pieces = how === 'stalled-answer' ? stalling(bytes) : dripping(bytes, clock);
  return { kind: 'pieces', status, ...(headers && { headers }), pieces };
}

/** Whether the fault lets a body come slowly. */
export function isSlow<F extends { readonly kind: string }>(
  fault: F | undefined,
): fault is F & { readonly kind: SlowBody } {
  return fault?.kind === 'stalled-answer' || fault?.kind === 'dripping-answer';
}

async function* stalling(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, Math.floor(bytes.length / 2));
  await new Promise(() => {});
}

async function* dripping(bytes: Uint8Array, clock: SimulatedClock): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1) {
    yield bytes.subarray(at, at + 1);
    await new Promise<void>((later) => clock.at(clock.now() + 1000, later));
  }
}

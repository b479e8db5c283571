import { unless } from '../cancellation.ts';
import type { ChangingCall } from '../domain/changing-call.ts';
import { type ProblemCode, problemFrom } from '../domain/problem.ts';
import { type Run, tell } from './run.ts';

/** Failures that are no answer of AWS's: the call may have taken effect. */
const noAnswer: readonly ProblemCode[] = [
  ...(['unavailable', 'unreachable', 'unreadable', 'unexpected'] as const),
];

/**
 * Sends a call that changes something, and tells that it was sent and what became of it.
 *
 * @throws Problem where it was refused, or its answer was lost; the reason of a cancelled job
 */
export async function change(
  run: Run,
  call: ChangingCall,
  send: () => Promise<void>,
): Promise<void> {
  const { cancelled } = run.world;
  tell(run, { kind: 'sent', call });
  try {
    await unless(cancelled, send());
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    tell(run, { kind: mayHaveTakenEffect(problem) ? 'lost' : 'refused', call, problem });
    throw problem;
  }
  tell(run, { kind: 'answered', call });
}

/** Whether no answer tells that the call was refused. */
export function mayHaveTakenEffect({ code }: { readonly code: ProblemCode }): boolean {
  return noAnswer.includes(code);
}

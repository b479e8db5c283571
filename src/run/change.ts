import { unless } from '../cancellation.ts';
import type { ChangingCall } from '../domain/changing-call.ts';
import { type Problem, type ProblemCode, problemFrom } from '../domain/problem.ts';
import type { World } from '../ports.ts';
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
export function change(run: Run, call: ChangingCall, send: () => Promise<void>): Promise<void> {
  const { cancelled } = run.world;
  const told: Told = (event) => tell(run, { ...event, call });
  return tellOf(told, cancelled, () => unless(cancelled, send()));
}

/**
 * The same where no run hears of it, and also after the job was cancelled.
 *
 * @throws as `change`
 */
export function changeIn(
  { cancelled, clock, tell: hear }: World,
  call: ChangingCall,
  send: () => Promise<void>,
): Promise<void> {
  const told: Told = (event) => hear({ ...event, at: clock.now(), call });
  return tellOf(told, cancelled, () => (cancelled.aborted ? send() : unless(cancelled, send())));
}

/** Hears what becomes of a call. */
type Told = (
  event:
    | { readonly kind: 'sent' | 'answered' }
    | { readonly kind: 'refused' | 'lost'; readonly problem: Problem },
) => void;

async function tellOf(
  told: Told,
  cancelled: AbortSignal,
  send: () => Promise<void>,
): Promise<void> {
  told({ kind: 'sent' });
  try {
    await send();
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    told({ kind: mayHaveTakenEffect(problem) ? 'lost' : 'refused', problem });
    throw problem;
  }
  told({ kind: 'answered' });
}

/** Whether no answer tells that the call was refused. */
export function mayHaveTakenEffect({ code }: { readonly code: ProblemCode }): boolean {
  return noAnswer.includes(code);
}

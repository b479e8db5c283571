import type { Instant } from '../clock.ts';
import type { RunOptions } from './options.ts';

/** A signal that reaches the step at a simulated instant. */
export interface TimedSignal {
  readonly at: Instant;
  readonly signal: NodeJS.Signals;
}

/** How the runner cancels a step: it asks, asks again, and kills. */
const cancelling = [
  { afterSeconds: 0, signal: 'SIGINT' },
  { afterSeconds: 7.5, signal: 'SIGTERM' },
  { afterSeconds: 10, signal: 'SIGKILL' },
] as const;

/** The signals of a run. */
export function signalsOf(options: RunOptions): TimedSignal[] {
  const { simulator, cancelAt, signals = [] } = options;
  const instantOf = (at: Instant | ((simulator: RunOptions['simulator']) => Instant)) =>
    typeof at === 'function' ? at(simulator) : at;
  const asked = signals.map(({ at, signal }) => ({ at: instantOf(at), signal }));
  if (cancelAt === undefined) return asked;
  const start = instantOf(cancelAt);
  return [
    ...asked,
    ...cancelling.map(({ afterSeconds, signal }) => ({ at: start + afterSeconds * 1000, signal })),
  ];
}

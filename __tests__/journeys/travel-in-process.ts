import type { Simulator } from '../../simulator/simulator.ts';
import { type Journey, type JourneyOptions, travel, travelAgain } from './journey.ts';

export type InProcessOptions = Omit<JourneyOptions, 'as'>;

/** `travel` by a call. */
export function travelInProcess(options: InProcessOptions = {}): Promise<Journey> {
  return travel({ ...options, as: 'call' });
}

/** `travelAgain` by a call. */
export function travelAgainInProcess(
  simulator: Simulator,
  options: InProcessOptions = {},
): Promise<Journey> {
  return travelAgain(simulator, { ...options, as: 'call' });
}

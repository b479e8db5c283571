import type { Run } from '../run/run.ts';

/** Reads the history of the rollout's alarms, and the datapoints around the one that tripped. */
export async function examineAlarms(_run: Run, _signal: AbortSignal): Promise<void> {}

import type { InputReader } from './reader.ts';

/** `poll-interval: auto`: the deployment's own schedule says when to poll, and never later than this. */
const autoPollSeconds = 120;

export function readPollInterval(reader: InputReader): number {
  const seconds = reader.durationOr('poll-interval', 'auto', { leastSeconds: 1 });
  return seconds === 'auto' ? autoPollSeconds : seconds;
}

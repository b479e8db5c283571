const longestDelayMilliseconds = 2 ** 31 - 1;

/** As Node reads a delay: what is no proper number of milliseconds is one millisecond. */
export function readDelay(delay: unknown): number {
  const milliseconds = Number(delay);
  if (milliseconds > longestDelayMilliseconds) {
    process.emitWarning(
      `${milliseconds} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`,
      'TimeoutOverflowWarning',
    );
    return 1;
  }
  return milliseconds >= 1 ? Math.trunc(milliseconds) : 1;
}

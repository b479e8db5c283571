/** Preloaded into the action's process: once it has begun, no timer wakes it that is longer than a few seconds. */
process.on('newListener', (event) => {
  if (event !== 'SIGTERM') return;
  const { setTimeout } = globalThis;
  globalThis.setTimeout = ((wake: () => void, milliseconds: number) => {
    const timer = setTimeout(wake, milliseconds);
    if (milliseconds > 5_000) clearTimeout(timer);
    return timer;
  }) as typeof setTimeout;
});

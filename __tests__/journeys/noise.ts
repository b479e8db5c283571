/**
 * Preloaded into the action's process: once it has begun, everything that a library can print is
 * printed, and all of it would be a command to the runner.
 */
const command = 'x\n::stop-commands::noise\r::add-mask::fraud\n  ::error::noise ##[add-mask]fraud';

process.on('newListener', (event) => {
  if (event === 'SIGTERM') setImmediate(makeNoise);
});

function makeNoise(): void {
  const { log, info, warn, error, debug, dir, table, trace } = console;
  for (const print of [log, info, warn, error, debug, dir, table, trace]) print(command);
  console.group(command);
  console.groupEnd();
  process.stdout.write(`${command}\n`);
  process.stderr.write(Buffer.from(command));
  process.emitWarning(command);
  process.emitWarning(command, { type: command, code: command, detail: command });
  process.emitWarning(command, 'DeprecationWarning');
  for (let count = 0; count < 12; count += 1) {
    new EventTarget();
    process.stdin.on(`::error::${count}` as 'end', () => undefined);
    process.stdin.on('::error::noise' as 'end', () => undefined);
  }
  Promise.reject(new Error(command));
  setImmediate(() => {
    throw Object.assign(new Error(command), { name: command });
  });
  // Values that say nothing of themselves.
  Promise.reject(undefined);
  setImmediate(() => {
    const mute = () => {
      throw new Error(command);
    };
    throw { toJSON: mute, toString: mute };
  });
}

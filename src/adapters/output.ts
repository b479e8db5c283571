import { AsyncLocalStorage } from 'node:async_hooks';

/** What of the process prints, or makes Node print. */
export interface Outlets {
  readonly stdout: Stream;
  readonly stderr: Stream;
  on(event: 'warning', hear: (warning: Error) => void): unknown;
  on(event: 'uncaughtException' | 'unhandledRejection', hear: (thrown: unknown) => void): unknown;
  removeAllListeners(event: 'warning'): unknown;
}

interface Stream {
  // biome-ignore lint/suspicious/noExplicitAny: the forms of a stream's write have nothing in common.
  write(...args: any[]): boolean;
  on(event: 'error', hear: () => void): unknown;
}

/** Who hears what others print. */
export interface Listener {
  /** A line that a library printed, or a warning of Node's. */
  readonly foreignLine: (line: string) => void;
  /** What is thrown where nothing catches it. */
  readonly stray: (thrown: unknown) => void;
}

const ours = new AsyncLocalStorage<true>();

/** Lets what is printed meanwhile reach the runner as it is, commands too. */
export function asOurs<T>(print: () => T): T {
  return ours.run(true, print);
}

/**
 * Takes everything off the process's outputs that is not printed by `asOurs`: libraries and Node
 * itself print texts of files and answers in their warnings, and the runner obeys each line that
 * looks like a command. Outputs that are closed are no reason to end.
 */
export function guardOutputs(outlets: Outlets, { foreignLine, stray }: Listener): void {
  for (const stream of [outlets.stdout, outlets.stderr]) {
    const write = stream.write.bind(stream);
    stream.on('error', () => undefined);
    stream.write = (...args) => {
      if (ours.getStore()) return write(...args);
      for (const line of linesOf(textOf(args[0]))) if (line.trim()) foreignLine(line);
      const done = args.findLast((arg) => typeof arg === 'function');
      if (done) queueMicrotask(done);
      return true;
    };
  }
  outlets.removeAllListeners('warning');
  outlets.on('warning', ({ name, message }) => {
    for (const line of linesOf(`${name}: ${message}`)) foreignLine(line);
  });
  outlets.on('uncaughtException', stray);
  outlets.on('unhandledRejection', stray);
}

function textOf(chunk: unknown): string {
  return chunk instanceof Uint8Array ? new TextDecoder().decode(chunk) : String(chunk);
}

/** The lines of a text, wherever the runner ends one. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/);
}

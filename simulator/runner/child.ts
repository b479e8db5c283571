import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLines } from './lines.ts';

/** As `NODE_COMPILE_CACHE`: a program is compiled once, not in each of hundreds of processes. */
export const compileCache = join(tmpdir(), 'sagemaker-rollout-compiled');

/** A program to run, and how long it may take on the wall clock. */
export interface Program {
  readonly file: string;
  readonly nodeOptions: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly limitSeconds: number;
  readonly onLine: (line: string) => void;
}

/** How a program ended, and all that it printed. */
export interface Ending {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that has been started. */
export class Child {
  readonly #program: Program;
  readonly #process: ChildProcess;
  #exceeded = false;

  constructor(program: Program) {
    this.#program = program;
    const { file, nodeOptions, folder: cwd, environment: env } = program;
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    this.#process = spawn(node24(), [...nodeOptions, file], { cwd, env, stdio: [...stdio] });
  }

  /** Delivers a signal, unless the program has ended. */
  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** Whatever it prints from now on, it finds its pipes closed. */
  closeOutputs(): void {
    for (const stream of [this.#process.stdout, this.#process.stderr]) stream?.destroy();
  }

  async end(): Promise<Ending> {
    const { stdout, stderr } = this.#process;
    const { limitSeconds, onLine } = this.#program;
    if (!stdout || !stderr) throw new Error('The program has no output');
    const timer = setTimeout(() => {
      this.#exceeded = true;
      this.kill('SIGKILL');
    }, limitSeconds * 1000);
    const closed = new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      this.#process.once('error', reject);
      this.#process.once('close', (exitCode, signal) => resolve([exitCode, signal]));
    });
    const printed = Promise.all([readLines(stdout, onLine), readLines(stderr, onLine)]);
    const [[exitCode, signal], [out, err]] = await Promise.all([closed, printed]).finally(() =>
      clearTimeout(timer),
    );
    if (this.#exceeded) throw new Error(exceeded(limitSeconds, out, err));
    return { exitCode, signal, stdout: out, stderr: err };
  }
}

function exceeded(seconds: number, stdout: string, stderr: string): string {
  return `The step had not ended after ${seconds} s on the wall clock. It had printed:\n${stdout}\n--- stderr:\n${stderr}`;
}

/** The action's own runtime: this one, or that of the `node` package. */
function node24(): string {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  return fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
}

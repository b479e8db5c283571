import { readActionMetadata } from '../../../simulator/runner/action-metadata.ts';
import type { RunOptions } from '../../../simulator/runner/options.ts';
import { signalsOf } from '../../../simulator/runner/signals.ts';
import { inStep, type Step } from '../../../simulator/runner/step.ts';
import { afterMain, type Run, thisRepository } from '../../../simulator/runner.ts';
import { Secrets } from '../../../src/adapters/secrets.ts';
import type { Host } from '../../../src/host.ts';
import { hostBy } from '../../../src/main.ts';
import { post, step } from '../../../src/step.ts';
import type { TimeInProcess } from '../time-in-process.ts';
import { Life } from './life.ts';
import { RunnerInMemory } from './runner-in-memory.ts';
import { inSurroundings } from './surroundings.ts';

type Part = (host: Host) => Promise<boolean>;

/**
 * As `runAction`, without a process: the step itself, called in simulated time, over the real
 * adapters. What is left out is what belongs to a process: entering and leaving it, the toolkit's
 * files, the bundle, and timers that are not the host's.
 */
export function callAction(options: RunOptions): Promise<Run> {
  return call(step, options);
}

/** As `runPost`, without a process. */
export function callPost(main: Run, options: RunOptions): Promise<Run> {
  return call(post, afterMain(main, options));
}

const metadata = readActionMetadata(thisRepository);

async function call(part: Part, options: RunOptions): Promise<Run> {
  refuseProcessOptions(options);
  return inStep(await metadata, options, (place) =>
    inSurroundings(options.simulator.clock, place.variables, (time) =>
      live(part, { step: place, time, options }),
    ),
  );
}

interface Call {
  readonly step: Step;
  readonly time: TimeInProcess;
  readonly options: RunOptions;
}

/** Calls the part with a life of its own, which a signal or its result ends. */
async function live(part: Part, { step, time, options }: Call): Promise<Run> {
  const life = new Life();
  const job = new AbortController();
  const secrets = new Secrets();
  const runner = new RunnerInMemory(step, secrets);
  const host = hostBy(step.variables, {
    secrets,
    runner: life.bound(runner),
    clock: life.clock(time),
    cancelled: job.signal,
  });
  options.killWhen?.(() => life.kill());
  for (const { at, signal } of signalsOf(options)) {
    const arrive = () => {
      if (signal === 'SIGKILL') life.kill();
      else job.abort(new Error(`The job was cancelled (${signal}).`));
    };
    const wait = Math.max(0, at - time.now()) / 1000;
    time.sleep(wait, life.end).then(arrive, () => undefined);
  }
  const passed = await life.until(part(life.holding(host)));
  life.kill();
  const ending =
    passed === undefined
      ? ({ exitCode: null, signal: 'SIGKILL' } as const)
      : { exitCode: passed ? 0 : 1, signal: null };
  return { ...ending, ...runner.seen() };
}

/** A journey that needs a process says so, rather than pass without what it is about. */
function refuseProcessOptions({
  entry,
  actionFolder,
  time,
  pace,
  env = {},
  closeOutputsWhen,
}: RunOptions): void {
  const isForProcesses =
    entry ?? actionFolder ?? time ?? pace ?? closeOutputsWhen ?? env.NODE_OPTIONS;
  if (isForProcesses !== undefined) throw new Error("This journey needs `as: 'process'`");
  // As the kernel refuses to start a process: MAX_ARG_STRLEN.
  const tooLong = Object.values(env).some((value) => Buffer.byteLength(value ?? '') >= 131_072);
  if (tooLong) throw new Error('spawn E2BIG');
}

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ActionMetadata, readActionMetadata } from './runner/action-metadata.ts';
import { Child, compileCache, type Ending, type Program } from './runner/child.ts';
import type { Command } from './runner/command.ts';
import type { RunOptions } from './runner/options.ts';
import { signalsOf, type TimedSignal } from './runner/signals.ts';
import { inStep, type Step } from './runner/step.ts';
import type { Annotation } from './runner/step-log.ts';

/** What became of a step. */
export interface Run extends Ending {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What it left in the temporary folder of the job, by names. */
  readonly temporary: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** What the step set for the steps after it. */
  readonly exportedEnv: Readonly<Record<string, string>>;
  /** What a person sees in the web log. */
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly masked: readonly string[];
  readonly commands: readonly Command[];
}

/** The folder of this repository's action. */
export const thisRepository = fileURLToPath(new URL('..', import.meta.url));
const preload = new URL('./in-simulated-time.ts', import.meta.url).href;

/** Runs the action as a step of a workflow. */
export async function runAction(options: RunOptions): Promise<Run> {
  const metadata = await readActionMetadata(options.actionFolder ?? thisRepository);
  return runStep(options.entry ?? metadata.runs.main, metadata, options);
}

/** Runs what the action does at the post step, with what its main part left. */
export async function runPost(main: Run, options: RunOptions): Promise<Run> {
  const metadata = await readActionMetadata(options.actionFolder ?? thisRepository);
  const entry = options.entry ?? metadata.runs.post;
  if (!entry) throw new Error('action.yml has no runs.post');
  return runStep(entry, metadata, afterMain(main, options));
}

/** The options of the post step: it finds in its environment what the main part has left. */
export function afterMain(
  { state, exportedEnv, temporary }: Pick<Run, 'state' | 'exportedEnv' | 'temporary'>,
  options: RunOptions,
): RunOptions {
  const kept = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
  const env = { ...exportedEnv, ...Object.fromEntries(kept), ...options.env };
  return { temporary, ...options, env };
}

function runStep(entry: string, metadata: ActionMetadata, options: RunOptions): Promise<Run> {
  return inStep(metadata, options, async (step) => {
    const signals = signalsOf(options);
    const ending = await carryOut(
      {
        file: resolve(options.actionFolder ?? thisRepository, entry),
        nodeOptions: timeOf(options) === 'wall' ? [] : ['--import', preload],
        folder: step.place.workspace,
        environment: { ...timeVariables(options, signals), ...step.variables },
        limitSeconds: options.limitSeconds ?? 300,
        onLine: (line) => step.log.read(line),
      },
      signals,
      options,
    );
    return collect(ending, step);
  });
}

async function carryOut(
  program: Program,
  signals: readonly TimedSignal[],
  options: RunOptions,
): Promise<Ending> {
  const { clock } = options.simulator;
  const child = new Child(program);
  options.killWhen?.(() => child.kill('SIGKILL'));
  options.closeOutputsWhen?.(() => child.closeOutputs());
  for (const { at, signal } of signals) clock.at(at, () => child.kill(signal));
  // A clock that runs by itself does what is due only when it is asked for the time.
  const asking = timeOf(options) === 'wall' ? setInterval(() => clock.now(), 20) : undefined;
  try {
    return await child.end();
  } finally {
    clearInterval(asking);
  }
}

/** What a program needs to live in simulated time. */
function timeVariables(
  options: RunOptions,
  signals: readonly TimedSignal[],
): Readonly<Record<string, string>> {
  const { simulator, pace } = options;
  return {
    ...(timeOf(options) === 'simulated' && { NODE_COMPILE_CACHE: compileCache }),
    SIMULATOR_URL: simulator.url,
    ...(pace !== undefined && { SIMULATOR_PACE: String(pace) }),
    ...(signals.length > 0 && { SIMULATOR_STOPS: signals.map(({ at }) => at).join(',') }),
  };
}

async function collect(ending: Ending, { log, place }: Step): Promise<Run> {
  const outputs = { ...log.set('set-output'), ...(await place.files.values('OUTPUT', log)) };
  const state = { ...log.set('save-state'), ...(await place.files.values('STATE', log)) };
  const exportedEnv = await place.files.values('ENV', log);
  const summary = await place.files.summary(log);
  const temporary = await place.temporaryFiles();
  const { text, annotations, masked, commands } = log;
  return {
    ...ending,
    ...{ outputs, state, exportedEnv, summary, temporary },
    ...{ log: text, annotations, masked, commands },
  };
}

function timeOf({ time, simulator }: RunOptions): 'simulated' | 'wall' {
  return time ?? (simulator.clock.stepped ? 'simulated' : 'wall');
}

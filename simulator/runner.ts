import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ActionMetadata } from './runner/action-metadata.ts';
import {
  inputEnvironment,
  readActionMetadata,
  unexpectedInputs,
} from './runner/action-metadata.ts';
import { Child, compileCache, type Ending, type Program } from './runner/child.ts';
import type { Command } from './runner/command.ts';
import { stepEnvironment } from './runner/environment.ts';
import { push } from './runner/event.ts';
import { idTokenEnvironment } from './runner/id-token.ts';
import type { RunOptions } from './runner/options.ts';
import { signalsOf, type TimedSignal } from './runner/signals.ts';
import { type Annotation, StepLog } from './runner/step-log.ts';
import { Workplace } from './runner/workplace.ts';

/** What became of a step. */
export interface Run extends Ending {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  /** What the step set for the steps after it. */
  readonly exportedEnv: Readonly<Record<string, string>>;
  /** What a person sees in the web log. */
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly masked: readonly string[];
  readonly commands: readonly Command[];
}

const thisRepository = fileURLToPath(new URL('..', import.meta.url));
const preload = new URL('./in-simulated-time.ts', import.meta.url).href;
const tokenWithoutGitHub = 'ghs_simulated';

/** Runs the action as a step of a workflow. */
export async function runAction(options: RunOptions): Promise<Run> {
  const leave = options.besideOthers ? options.simulator.programs?.join() : undefined;
  try {
    const metadata = await readActionMetadata(options.actionFolder ?? thisRepository);
    return await runStep(options.entry ?? metadata.runs.main, metadata, options);
  } finally {
    leave?.();
  }
}

/** Runs what the action does at the end of the job, with what its main part left. */
export async function runPost(main: Run, options: RunOptions): Promise<Run> {
  const metadata = await readActionMetadata(options.actionFolder ?? thisRepository);
  const entry = options.entry ?? metadata.runs.post;
  if (!entry) throw new Error('action.yml has no runs.post');
  const state = Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value]);
  const env = { ...main.exportedEnv, ...Object.fromEntries(state), ...options.env };
  return runStep(entry, metadata, { ...options, env });
}

async function runStep(entry: string, metadata: ActionMetadata, options: RunOptions): Promise<Run> {
  const place = await Workplace.create();
  try {
    await place.checkOut(options.files ?? {});
    await writeFile(place.eventPath, JSON.stringify((options.event ?? push()).payload));
    const log = new StepLog([tokenOf(options)], options.onLine);
    const message = unexpectedInputs(metadata, options.inputs ?? {});
    if (message) log.annotate({ level: 'warning', message });
    const signals = signalsOf(options);
    const ending = await carryOut(
      {
        file: resolve(options.actionFolder ?? thisRepository, entry),
        nodeOptions: timeOf(options) === 'wall' ? [] : ['--import', preload],
        folder: place.workspace,
        environment: environmentOf(metadata, options, place, signals),
        limitSeconds: options.limitSeconds ?? 300,
        onLine: (line) => log.read(line),
      },
      signals,
      options,
    );
    return await collect(ending, log, place);
  } finally {
    await place.remove();
  }
}

async function carryOut(
  program: Program,
  signals: readonly TimedSignal[],
  options: RunOptions,
): Promise<Ending> {
  const { clock } = options.simulator;
  const child = new Child(program);
  options.killWhen?.(() => child.kill('SIGKILL'));
  for (const { at, signal } of signals) clock.at(at, () => child.kill(signal));
  // A clock that runs by itself does what is due only when it is asked for the time.
  const asking = timeOf(options) === 'wall' ? setInterval(() => clock.now(), 20) : undefined;
  try {
    return await child.end();
  } finally {
    clearInterval(asking);
  }
}

function environmentOf(
  metadata: ActionMetadata,
  options: RunOptions,
  place: Workplace,
  signals: readonly TimedSignal[],
): Record<string, string> {
  const { simulator, pace, inputs = {}, event = push() } = options;
  const environment: Record<string, string | undefined> = {
    ...stepEnvironment(event, { ...place, simulatorUrl: simulator.url }),
    ...inputEnvironment(metadata, inputs, tokenOf(options)),
    ...place.files.environment,
    NODE_COMPILE_CACHE: timeOf(options) === 'wall' ? undefined : compileCache,
    ...idTokenEnvironment(options),
    SIMULATOR_URL: simulator.url,
    SIMULATOR_SHARED: options.besideOthers ? 'true' : undefined,
    SIMULATOR_PACE: pace === undefined ? undefined : String(pace),
    SIMULATOR_STOPS: signals.map(({ at }) => at).join(',') || undefined,
    ...options.env,
  };
  const set = Object.entries(environment).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Record<string, string>;
}

async function collect(ending: Ending, log: StepLog, place: Workplace): Promise<Run> {
  const outputs = { ...log.set('set-output'), ...(await place.files.values('OUTPUT', log)) };
  const state = { ...log.set('save-state'), ...(await place.files.values('STATE', log)) };
  const exportedEnv = await place.files.values('ENV', log);
  const summary = await place.files.summary(log);
  const { text, annotations, masked, commands } = log;
  return {
    ...ending,
    ...{ outputs, state, exportedEnv, summary },
    ...{ log: text, annotations, masked, commands },
  };
}

function tokenOf({ simulator }: RunOptions): string {
  return simulator.github?.token ?? tokenWithoutGitHub;
}

function timeOf({ time, simulator }: RunOptions): 'simulated' | 'wall' {
  return time ?? (simulator.clock.stepped ? 'simulated' : 'wall');
}

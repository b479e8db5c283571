import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction } from '../../simulator/runner.ts';
import { loadScenario } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import type { MemorySample } from './memory-probe.ts';

/** What the bundle costs as a process, measured side by side on this machine. */
export interface ProcessMeasures {
  /** Of the code that is loaded at the start, and of all. */
  readonly bytes: { readonly atTheStart: number; readonly all: number };
  /** Medians, in milliseconds of the wall clock. */
  readonly emptyNodeMs: number;
  readonly firstCallMs: number;
  /** Every simulated hour of one watch. */
  readonly memory: readonly MemorySample[];
}

const bundle = 'dist/index.js';
/** What all entries of the bundle load at the start. */
const heart = 'main.js';
const times = 11;
const node24 = 'node_modules/node/bin/node';

export async function measureProcesses(): Promise<ProcessMeasures> {
  const empty: number[] = [];
  const first: number[] = [];
  for (let time = 0; time < times; time += 1) {
    empty.push(await millisecondsOfEmptyNode());
    first.push(await millisecondsToFirstCall());
  }
  return {
    bytes: await bytesOfCode(),
    emptyNodeMs: median(empty),
    firstCallMs: median(first),
    memory: await memoryOfEightHours(),
  };
}

async function bytesOfCode(): Promise<ProcessMeasures['bytes']> {
  const files = (await readdir('dist')).filter((name) => /\.c?js$/.test(name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(`dist/${file}`)).size));
  const atTheStart = sizes[files.indexOf(heart)] ?? Number.NaN;
  return { atTheStart, all: sizes.reduce((all, size) => all + size) };
}

async function millisecondsOfEmptyNode(): Promise<number> {
  const start = performance.now();
  await new Promise((resolve) => spawn(node24, ['-e', '']).once('close', resolve));
  return performance.now() - start;
}

/** From the start of the process to its first request; then it is ended. */
async function millisecondsToFirstCall(): Promise<number> {
  const simulator = await startSimulator();
  try {
    const called = new Promise<number>((resolve) =>
      simulator.sagemaker.onRequest(() => resolve(performance.now())),
    );
    const start = performance.now();
    const child = spawn(node24, [bundle], { env: environmentOf(simulator), stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const calledAt = await Promise.race([called, ended.then(() => undefined)]);
    child.kill('SIGKILL');
    await ended;
    if (calledAt === undefined) throw new Error('The bundle ended without any call.');
    return calledAt - start;
  } finally {
    await simulator.close();
  }
}

function environmentOf({ url }: Simulator): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIDSIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    'INPUT_ENDPOINT-NAME': 'fraud-prod',
    'INPUT_ENDPOINT-CONFIG-NAME': 'fraud-v2',
    INPUT_COMMENT: 'false',
    GITHUB_REPOSITORY: 'acme/fraud',
  };
}

/** A linear rollout of three long steps and a long end, watched every 15 seconds, comment and all. */
async function memoryOfEightHours(): Promise<readonly MemorySample[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const file = join(folder, 'memory');
  const simulator = await startSimulator();
  try {
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    for (const version of ['fraud-v1', 'fraud-v2']) widen(simulator, version);
    simulator.github.addPullRequest({ number: 42 });
    const run = await runAction({
      simulator,
      entry: 'scripts/bench/memory-probe.ts',
      env: { BENCH_MEMORY_FILE: file },
      limitSeconds: 300,
      inputs: {
        'endpoint-name': 'fraud-wide',
        'endpoint-config-name': 'fraud-wide-v2',
        strategy: 'linear',
        'linear-step-size': '10%',
        'wait-interval': '50m',
        'termination-wait': '45m',
        alarms: 'fraud-5xx',
        preflight: 'warn',
      },
    });
    if (run.outputs.outcome !== 'deployed') throw new Error(`It ended: ${run.log}`);
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    return lines.map((line) => JSON.parse(line));
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true });
  }
}

/** An endpoint of ten instances, so that there are ten steps. */
function widen({ sagemaker }: Simulator, model: string): void {
  const name = model.replace('fraud', 'fraud-wide');
  const variant = {
    VariantName: 'AllTraffic',
    ModelName: model,
    InstanceType: 'ml.m5.xlarge',
    InitialInstanceCount: 10,
  } as const;
  sagemaker.addEndpointConfig(name, { ProductionVariants: [variant] });
  if (model === 'fraud-v1') sagemaker.addEndpoint('fraud-wide', name);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

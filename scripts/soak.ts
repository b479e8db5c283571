import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { playCleanUp } from '../__tests__/properties/clean-up-play.ts';
import { scenes } from '../__tests__/properties/clean-up-scenes.ts';
import { kinds } from '../__tests__/properties/kinds.ts';
import type { Scenario } from '../__tests__/properties/scenario.ts';

/**
 * A million random rollouts through the real use case, on two processors: `npm run test:soak`.
 * `-- --runs 200000 --seed 7 --workers 1` changes that; a seed and a number of workers give the same runs again.
 * `-- --of clean-ups` plays clean-ups in random regions instead.
 */
interface Share {
  readonly of: Topic;
  readonly seed: number;
  readonly runs: number;
}

/** What a worker reports: so many more runs, or the first that went wrong. */
interface News {
  readonly runs: number;
  readonly wrong: string | undefined;
}

const topics = { rollouts: rolloutsThatGoWrong, 'clean-ups': cleanUpsThatGoWrong };
type Topic = keyof typeof topics;

const runsAtOnce = 1000;
const secondsBetweenLines = 10;

async function work({ of, seed, runs }: Share, report: (change: News) => void): Promise<void> {
  for (let done = 0, round = 0; done < runs; done += runsAtOnce, round += 1) {
    const numRuns = Math.min(runsAtOnce, runs - done);
    const wrong = await topics[of]({ seed: seed + round, numRuns });
    report({ runs: numRuns, wrong });
    if (wrong !== undefined) return;
  }
}

interface Round {
  readonly seed: number;
  readonly numRuns: number;
}

async function rolloutsThatGoWrong({ seed, numRuns }: Round): Promise<string | undefined> {
  for (const { name, scenarios, property, ofTen } of kinds) {
    const holds = fc.asyncProperty<[Scenario]>(scenarios, async (scenario) => {
      await property(scenario);
    });
    const result = await fc.check(holds, { seed, numRuns: Math.round((ofTen / 10) * numRuns) });
    if (result.failed) return messageOf(name, result);
  }
  return undefined;
}

async function cleanUpsThatGoWrong(round: Round): Promise<string | undefined> {
  const holds = fc.asyncProperty(scenes, async (scene) => {
    const { wrong } = await playCleanUp(scene);
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });
  const result = await fc.check(holds, round);
  return result.failed ? messageOf('a clean-up', result) : undefined;
}

/** The smallest scenario that goes wrong, and how. */
function messageOf<Played>(kind: string, result: fc.RunDetails<[Played]>): string {
  const { errorInstance } = result;
  const how = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `In ${kind}\n${fc.defaultReportMessage(result)}\n\n${how}`;
}

/** @returns whether nothing went wrong. */
async function soak({ of, seed, runs }: Share, workers: number): Promise<boolean> {
  const start = Date.now();
  console.log(`${runs} runs on ${workers} workers, seed ${seed}`);
  let done = 0;
  let isRight = true;
  const say = () => {
    const seconds = Math.round((Date.now() - start) / 1000);
    console.log(`${done} of ${runs} runs after ${seconds} s`);
  };
  const timer = setInterval(say, 1000 * secondsBetweenLines);
  const shares = Array.from({ length: workers }, (_, index) => {
    // Far enough apart that no two workers come to the same seed.
    const share: Share = { of, seed: seed + 1_000_000 * index, runs: Math.ceil(runs / workers) };
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.on('message', (change: News) => {
      done += change.runs;
      if (change.wrong === undefined) return;
      isRight = false;
      console.error(change.wrong);
    });
    return new Promise((resolve, reject) => worker.on('error', reject).on('exit', resolve));
  });
  await Promise.all(shares).finally(() => clearInterval(timer));
  say();
  return isRight;
}

if (isMainThread) {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: `${Date.now() % 1_000_000_000}` },
      workers: { type: 'string', default: '2' },
      of: { type: 'string', default: 'rollouts' },
    },
  });
  const of = Object.keys(topics).find((topic): topic is Topic => topic === values.of);
  if (!of) throw new Error(`--of ${values.of}: write one of ${Object.keys(topics).join(', ')}.`);
  const share = { of, seed: Number(values.seed), runs: Number(values.runs) };
  const isRight = await soak(share, Number(values.workers));
  console.log(isRight ? 'Nothing went wrong.' : 'Something went wrong: see above.');
  process.exitCode = isRight ? 0 : 1;
} else {
  await work(workerData, (change) => parentPort?.postMessage(change));
}

import {
  every,
  intervalOfAsManyCalls,
  type Measure,
  measure,
  ours,
  waiter,
  watchAll,
} from './measure.ts';
import type { ProcessMeasures } from './processes.ts';
import { type BenchRollout, benchRollouts } from './rollouts.ts';
import type { Watched } from './watch.ts';

/** Each rollout is watched so often, every time with other durations. */
export const times = 20;
/** The default. */
export const recommended = 'auto';
export const pollIntervals = [recommended, '15s', '30s', '1m', '5m'] as const;

/** One way of looking in numbers; the README has the first columns of it. */
export function cadenceCells(title: string, runs: readonly Watched[], looking = ours) {
  const all = measure(runs, looking);
  const share = all.calls / measure(runs, waiter).calls;
  const asMany = looking === waiter ? undefined : measure(runs, every(intervalOfAsManyCalls(runs)));
  return [
    title,
    all.callsAnHour.toFixed(0),
    looking === waiter ? '' : `${(100 * share).toFixed(0)} %`,
    seconds(all.delays.deployed),
    seconds(all.delays.rolledBack),
    asMany ? `${seconds(asMany.delays.deployed)}, ${seconds(asMany.delays.rolledBack)}` : '',
    seconds(all.delays.turned),
    seconds(all.delays.shifts),
  ];
}

/** All ways of looking: a table of the first columns for the README, and the whole one. */
export async function cadenceTables() {
  const rows: string[][] = [];
  for (const interval of pollIntervals) {
    const runs = (await watchAll(benchRollouts, times, interval)).flat();
    if (rows.length === 0) rows.push(cadenceCells('Waiter, every 30 s', runs, waiter));
    rows.push(cadenceCells(titleOf(interval), runs));
  }
  const upTo = (count: number) =>
    [...table(columns.slice(0, count)), ...rows.map((cells) => readmeRow(cells, count))].join('\n');
  return { cadence: upTo(readmeColumns), frontier: upTo(columns.length) };
}

export function readmeRow(cells: readonly string[], count = readmeColumns): string {
  return row(cells.slice(0, count));
}

export function titleOf(interval: string): string {
  return `\`poll-interval: ${interval}\`${interval === recommended ? ', the default' : ''}`;
}

const columns = [
  'Polls',
  'Calls an hour',
  'Of the waiter’s',
  'Deployed, known after',
  'Rolled back, known after',
  'Both, by a constant interval of as many calls',
  'Start of a rollback, known after',
  'Traffic moves, known after',
];
const readmeColumns = 6;

/** Rollout by rollout, at the recommended interval. */
export async function rolloutsTable(): Promise<string> {
  const all = await watchAll(benchRollouts, times, recommended);
  const rows = benchRollouts.map((rollout, index) => rolloutRow(rollout, all[index] ?? []));
  const heads = ['Rollout', 'Takes', 'Calls', 'Waiter’s calls', 'End known after', 'Waiter'];
  return [...table(heads), ...rows].join('\n');
}

function rolloutRow({ name }: BenchRollout, runs: readonly Watched[]): string {
  const [we, they] = [measure(runs, ours), measure(runs, waiter)];
  const lengths = runs.map(({ from, until }) => (until - from) / 60_000);
  const end = ({ delays }: Measure) =>
    seconds(Number.isNaN(delays.deployed) ? delays.rolledBack : delays.deployed);
  return row([
    name,
    `${Math.min(...lengths).toFixed(0)} to ${Math.max(...lengths).toFixed(0)} min`,
    (we.calls / runs.length).toFixed(1),
    (they.calls / runs.length).toFixed(1),
    end(we),
    end(they),
  ]);
}

/** The bundle as a process. */
export function processTable(measures: ProcessMeasures): string {
  const { bundleBytes, emptyNodeMs, firstCallMs, memory } = measures;
  const [first, last] = [memory[0], memory.at(-1)];
  if (!first || !last) throw new Error('The memory was never looked at.');
  const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  return [
    ...table(['As a process', '']),
    row(['`dist/main.js`', `${bundleBytes.toLocaleString('en')} bytes`]),
    row(['An empty Node process, start to end', `${emptyNodeMs.toFixed(0)} ms`]),
    row(['The bundle, start to first AWS call', `${firstCallMs.toFixed(0)} ms`]),
    row(['Heap after one simulated hour of watching', mebibytes(first.heapBytes)]),
    row([`Heap after ${memory.length} hours`, mebibytes(last.heapBytes)]),
    row(['Resident after one hour', mebibytes(first.residentBytes)]),
    row([`Resident after ${memory.length} hours`, mebibytes(last.residentBytes)]),
  ].join('\n');
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

function table(columns: readonly string[]): readonly string[] {
  return [row(columns), row(columns.map(() => '---'))];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

import { measure, ours, waiter, watchAll } from './measure.ts';
import type { ProcessMeasures } from './processes.ts';
import { benchRollouts } from './rollouts.ts';
import type { Watched } from './watch.ts';

/** Each rollout is watched so often, every time with other durations. */
export const times = 20;
/** The default. */
export const recommended = 'auto';
export const pollIntervals = [recommended, '15s', '30s', '1m', '5m'] as const;

/** One way of polling in numbers. */
function cells(title: string, runs: readonly Watched[], polling = ours): readonly string[] {
  const { calls, callsAnHour, delays } = measure(runs, polling);
  const share = calls / measure(runs, waiter).calls;
  return [
    title,
    callsAnHour.toFixed(0),
    polling === waiter ? '' : percent(share),
    seconds(delays.deployed),
    seconds(delays.rolledBack),
    seconds(delays.turned),
    seconds(delays.shifts),
  ];
}

/** All ways of polling, and what the README says of the default. */
export async function cadenceTables() {
  const rows: string[] = [];
  const claims: string[] = [];
  for (const interval of pollIntervals) {
    const runs = (await watchAll(benchRollouts, times, interval)).flat();
    if (interval === recommended) {
      claims.push(claim(runs));
      rows.push(row(cells('Waiter, every 30 s', runs, waiter)));
    }
    rows.push(cadenceRow(interval, runs));
  }
  return { cadence: claims.join(''), frontier: [...table(columns), ...rows].join('\n') };
}

export function cadenceRow(interval: string, runs: readonly Watched[]): string {
  const isDefault = interval === recommended ? ', the default' : '';
  return row(cells(`\`poll-interval: ${interval}\`${isDefault}`, runs));
}

/** How the default compares with the waiter, in a sentence. */
export function claim(runs: readonly Watched[]): string {
  const [we, they] = [measure(runs, ours), measure(runs, waiter)];
  const after = (end: 'deployed' | 'rolledBack') =>
    `${seconds(we.delays[end])} instead of ${seconds(they.delays[end])}`;
  return `\`auto\` takes ${percent(we.calls / they.calls)} of the waiter's calls; that a rollout is deployed is known after ${after('deployed')}, that it is rolled back after ${after('rolledBack')}.`;
}

const columns = [
  'Polls',
  'Calls an hour',
  'Of the waiter’s',
  'Deployed, known after',
  'Rolled back, known after',
  'Start of a rollback, known after',
  'Traffic moves, known after',
];

/** The bundle as a process. */
export function processTable(measures: ProcessMeasures): string {
  const { bytes, emptyNodeMs, firstCallMs, memory } = measures;
  const [first, last] = [memory[0], memory.at(-1)];
  if (!first || !last) throw new Error('The memory was never measured.');
  const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  return [
    ...table(['As a process', '']),
    row(['`dist/main.js`, loaded at the start', `${bytes.atTheStart.toLocaleString('en')} bytes`]),
    row(['All code in `dist/`', `${bytes.all.toLocaleString('en')} bytes`]),
    row(['An empty Node process, start to end', `${emptyNodeMs.toFixed(0)} ms`]),
    row([
      'The bundle, start to first AWS call',
      `${firstCallMs.toFixed(0)} ms, ${(firstCallMs / emptyNodeMs).toFixed(1)} times that`,
    ]),
    row(['Heap after one simulated hour of watching', mebibytes(first.heapBytes)]),
    row([`Heap after ${memory.length} hours`, mebibytes(last.heapBytes)]),
    row(['Resident after one hour', mebibytes(first.residentBytes)]),
    row([`Resident after ${memory.length} hours`, mebibytes(last.residentBytes)]),
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
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

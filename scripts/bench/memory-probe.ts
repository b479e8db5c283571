/**
 * Runs the bundle, and writes down what memory it holds at every full hour of its own (simulated)
 * time, garbage taken away: one line of JSON an hour into BENCH_MEMORY_FILE.
 */
import { appendFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface MemorySample {
  readonly heapBytes: number;
  readonly residentBytes: number;
}

const file = process.env.BENCH_MEMORY_FILE;
if (!file) throw new Error('BENCH_MEMORY_FILE is not set: where to write?');
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

setInterval(() => {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  const sample: MemorySample = { heapBytes: heapUsed, residentBytes: rss };
  appendFileSync(file, `${JSON.stringify(sample)}\n`);
}, 3_600_000);

const bundle = new URL('../../dist/index.js', import.meta.url).href;
await import(bundle);

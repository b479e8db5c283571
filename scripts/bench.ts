/**
 * Measures what the action costs and how late it learns, in simulated time, beside the waiter of
 * the AWS SDKs; and what the bundle costs as a process. `--write` puts the tables into README.md
 * and docs/bench.md, `--cadence` leaves the processes out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { measureProcesses } from './bench/processes.ts';
import { cadenceTables, processTable } from './bench/tables.ts';

const asked = process.argv.slice(2);
const tables = new Map<string, string>(Object.entries(await cadenceTables()));
if (!asked.includes('--cadence')) tables.set('processes', processTable(await measureProcesses()));

for (const table of tables.values()) console.log(`\n${table}`);
if (asked.includes('--write')) for (const file of ['README.md', 'docs/bench.md']) write(file);

function write(file: string): void {
  let text = readFileSync(file, 'utf8');
  for (const [name, content] of tables) {
    const pattern = new RegExp(
      `(<!-- ${name}: by npm run bench -->\n)[\\s\\S]*?(<!-- /${name} -->)`,
    );
    text = text.replace(pattern, (_, start, end) => `${start}\n${content}\n\n${end}`);
  }
  writeFileSync(file, text);
}

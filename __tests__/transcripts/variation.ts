import { diff } from 'node:util';

/** Times pass over a difference: what is only later or earlier than usual is not told. */
const withoutTimes = (line: string) => line.replaceAll(/(?<!\d)\d\d:\d\d:\d\d/g, 'hh:mm:ss');

/** What differs in a transcript from the usual one, line by line, each stretch under its heading. */
export function differences(usual: string, other: string): string {
  const [before, after] = [usual.split('\n'), other.split('\n')];
  const told: string[] = [];
  let [run, heading, shown] = ['', '', ''];
  let [i, j] = [0, 0];
  for (const [operation] of diff(before.map(withoutTimes), after.map(withoutTimes))) {
    const line = (operation < 0 ? after[j] : before[i]) ?? '';
    if (operation >= 0) i += 1;
    if (operation <= 0) j += 1;
    if (/^# (Run|The post)/.test(line)) run = heading = line.replace('# ', '');
    if (/^##+ /.test(line)) heading = line.replace(/^#+ /, run && `${run}: `);
    if (operation === 0) continue;
    if (heading !== shown) told.push(`@@ ${heading}`);
    shown = heading;
    told.push(`${operation < 0 ? '+' : '-'}${line}`);
  }
  return told.join('\n');
}

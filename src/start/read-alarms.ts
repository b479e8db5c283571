import type { Alarm } from '../domain/alarms/alarm.ts';
import { compositeRule } from '../domain/alarms/composite.ts';
import { alarmsOf } from '../domain/deployment-config.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import { deploymentConfigOf } from '../domain/expectation.ts';
import type { Facts } from '../domain/preflight/facts.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { lookUp } from '../run/look-up.ts';
import { type Run, requestOf } from '../run/run.ts';

type ByName = Facts['alarms'];

/** Composite alarms of composite alarms are read no deeper, and no more alarms than one call takes. */
const mostLevels = 3;
const mostChildren = 100;

/** The alarms that the deployment names, and those that composite ones among them are made of. */
export async function readAlarms(
  run: Run,
  before: Snapshot,
): Promise<Pick<Facts, 'alarms' | 'childAlarms'>> {
  const names = alarmsOf(deploymentConfigOf(requestOf(run).deployment, before));
  const alarms = await readByName(run, names);
  const known = new Map(Object.entries(alarms));
  for (let level = 0; level < mostLevels; level += 1) {
    const unread = childrenOf(known).slice(0, mostChildren + names.length - known.size);
    if (unread.length === 0) break;
    for (const [name, alarm] of Object.entries(await readByName(run, unread))) {
      known.set(name, alarm);
    }
  }
  const children = [...known].filter(([name]) => !names.includes(name));
  return { alarms, childAlarms: Object.fromEntries(children) };
}

/** Names in the rules of composite alarms that have not been looked up. */
function childrenOf(known: ReadonlyMap<string, LookedUp<Alarm>>): readonly string[] {
  const named = [...known.values()].flatMap((alarm) =>
    alarm.kind === 'found' && alarm.value.kind === 'composite'
      ? compositeRule(alarm.value.rule).names
      : [],
  );
  return [...new Set(named)].filter((name) => !known.has(name));
}

async function readByName(run: Run, names: readonly string[]): Promise<ByName> {
  if (names.length === 0) return {};
  const answer = await lookUp(run, () => run.world.alarms.read(names));
  const alarms = names.map((name): [string, LookedUp<Alarm>] => {
    if (answer.kind !== 'found') return [name, answer];
    const value = answer.value.get(name);
    return [name, value ? { kind: 'found', value } : { kind: 'missing' }];
  });
  return Object.fromEntries(alarms);
}

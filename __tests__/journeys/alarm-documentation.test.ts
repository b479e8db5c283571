import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { AlarmDefinition } from '../../simulator/account/alarms.ts';
import { alarmRules } from './alarm-rules.ts';
import { askPlan } from './asked.ts';
import { guardedBy } from './defined-alarms.ts';

const page = readFileSync('docs/alarms.md', 'utf8');

interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Properties: AlarmDefinition & { readonly AlarmName: string } }>
  >;
}

describe('the page about alarms', () => {
  it('has a set of alarms of which nothing is to be said', async () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const { Resources } = parse(yaml) as Template;
    const alarms = Object.values(Resources).map(({ Properties: { AlarmName, ...definition } }) => [
      AlarmName,
      definition,
    ]);
    expect(alarms).toHaveLength(2);
    const { found } = await askPlan(guardedBy(Object.fromEntries(alarms)));
    expect(found).toEqual([]);
  });

  it('explains every finding about them', () => {
    const [, findings = ''] = page.split('## The findings');
    const ids = new Set(alarmRules.map(({ id }) => id).filter((id) => id !== 'alarm-exists'));
    expect([...ids].filter((id) => !findings.includes(`| \`${id}\` |`))).toEqual([]);
  });
});

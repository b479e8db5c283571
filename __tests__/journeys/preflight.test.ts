import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { askPlan } from './asked.ts';
import { rules } from './preflight-rules.ts';

/** Rules that a plan never meets: their journeys are those of the rollback. */
const ofTheWayBack = ['went-back-already'];

describe('a rule of the pre-flight', () => {
  it.each(rules)('$id: its $level is found where it is so', async ({ id, level, trips }) => {
    const { found, fails, calls, findings } = await askPlan(trips);
    expect(found).toContain(`${level} ${id}`);
    expect(fails).toBe(found.some((finding) => finding.startsWith('error ')));
    expect(calls.filter((call) => !/^(Describe|List)/.test(call))).toEqual([]);
    for (const { seen, why, remedy } of findings) {
      for (const words of [seen, why, remedy]) expect(String(words)).toMatch(/^\S.*\S$/);
    }
  });

  it.each(rules)('$id: and not where it is not', async ({ id, passes }) => {
    const { findings, outcome } = await askPlan(passes);
    expect(findings.filter((finding) => finding.id === id)).toEqual([]);
    expect(outcome.kind).toBe('planned');
  });

  it('is never without its journeys', () => {
    const folder = new URL('../../src/domain/preflight/', import.meta.url);
    const ids = readdirSync(folder).flatMap((file) =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bid(?: =|:) '([^']+)'/g)].map(
        ([, id]) => id,
      ),
    );
    expect(new Set([...rules.map(({ id }) => id), ...ofTheWayBack])).toEqual(new Set(ids));
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { SavedScaling } from '../../src/domain/saved-form.ts';
import { savedIn, tagsOfSaved } from '../../src/domain/saved-scaling.ts';
import { tagViolationsOf } from '../../src/domain/tags.ts';
import { scaled } from './scaled-variants.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const saved: SavedScaling = {
  targets: [
    scaled(),
    scaled({ variant: 'Zweite', dimension: 'sagemaker:variant:DesiredProvisionedConcurrency' }),
  ],
  instances: { AllTraffic: 5 },
};
const tags = tagsOfSaved(saved, digest);

describe('saved scaling in tags', () => {
  it('comes back as it was, in any order and among other tags', () => {
    const mixed = [{ Key: 'team', Value: 'fraud' }, ...tags.toReversed()];
    expect(savedIn(mixed, digest)).toEqual({
      saved,
      keys: tags.map(({ Key }) => Key).toReversed(),
      refused: [],
    });
  });

  it('keeps to the rules of tags, whatever stands in it', () => {
    const name = 'ÄÖ "quoted" \u{1f680} $(rm) '.repeat(9);
    const odd = { ...saved, targets: [scaled({ policies: [{ ...policy, name }] })] };
    const written = tagsOfSaved(odd, digest);
    expect(tagViolationsOf(written)).toEqual([]);
    expect(savedIn(written, digest).saved).toEqual(odd);
  });

  it('has the same tags for the same content, so that a re-run writes nothing new', () => {
    expect(tagsOfSaved(structuredClone(saved), digest)).toEqual(tags);
    expect(tags[0]?.Key).toMatch(/^sagemaker-rollout:scaling:[0-9a-f]{12}:1-of-\d$/);
  });

  it.each(tags.map((_, index) => index))('counts for nothing without tag %i', (index) => {
    const half = tags.toSpliced(index, 1);
    const refused = [{ keys: half.map(({ Key }) => Key), why: 'incomplete', saved: undefined }];
    expect(savedIn(half, digest)).toEqual({ saved: undefined, keys: [], refused });
  });

  it('counts for nothing where someone changed it', () => {
    const changed = tags.with(0, { Key: tags[0]?.Key ?? '', Value: `A${tags[0]?.Value.slice(1)}` });
    expect(savedIn(changed, digest)).toMatchObject({
      saved: undefined,
      keys: [],
      refused: [{ why: 'incomplete' }],
    });
  });

  it('of two runs is merged, each variant once', () => {
    const other = { targets: [scaled({ variant: 'Third' })], instances: { Third: 2 } };
    const both = savedIn([...tags, ...tagsOfSaved(other, digest)], digest).saved;
    expect(both?.targets.map(({ variant }) => variant)).toEqual(['AllTraffic', 'Zweite', 'Third']);
    expect(both?.instances).toEqual({ AllTraffic: 5, Third: 2 });
  });
});

const [policy = { name: '', type: '', configuration: {}, alarms: [] }] = scaled().policies;

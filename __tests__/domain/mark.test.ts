import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { namesFor } from '../../src/domain/config-name.ts';
import { isOwn, markIn, withMark } from '../../src/domain/mark.ts';

const nameOf = namesFor('fraud', (text) => createHash('sha256').update(text).digest('hex'));
const content = { ProductionVariants: [{ VariantName: 'live', ModelName: 'fraud-v1' }] };
const mark = { endpointName: 'fraud', run: 'https://github.com/a/b/actions/runs/1' };

describe('the mark on what the action creates', () => {
  it('is read back from the tags as it was written, beside those of the user', () => {
    const newestModelAt = Date.UTC(2026, 2, 2);
    const tags = withMark([{ Key: 'team', Value: 'risk' }], { ...mark, newestModelAt });
    expect(tags).toHaveLength(4);
    expect(markIn(tags)).toEqual({ ...mark, newestModelAt });
  });

  it('is left out where the user gives as many tags as a resource takes', () => {
    const tags = Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
    expect(withMark(tags, mark)).toEqual(tags);
    expect(markIn(tags)).toBeUndefined();
  });

  it('proves nothing where the name is not made of the content', () => {
    const name = nameOf({ content, run: mark.run });
    expect(isOwn({ name, content }, mark, nameOf)).toBe(true);
    expect(isOwn({ name, content: { ...content, KmsKeyId: 'k' } }, mark, nameOf)).toBe(false);
    expect(isOwn({ name, content }, { endpointName: 'fraud' }, nameOf)).toBe(false);
    expect(isOwn({ name: 'fraud-v1', content }, mark, nameOf)).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { RolloutRecord } from '../../src/domain/record.ts';
import { runsSince, servesSince } from '../../src/domain/serving-since.ts';
import { at, endpoint, lastWeek, pending, updating, variant } from './snapshots.ts';

const image = (resolvedAt: number | undefined) => ({
  ...{ specified: 'fraud:1', resolved: 'fraud@sha256:1', resolvedAt },
});
const resolved = (...times: readonly (number | undefined)[]) =>
  times.map((time) => ({ ...variant(3, 3), images: [image(time)] }));
const record = (since: number | undefined, current = 'fraud-v1'): RolloutRecord => ({
  ...{ previous: 'fraud-v0', current, mode: 'deploy', commit: undefined, run: undefined, since },
});

describe('since when the endpoint serves what it serves', () => {
  it('is its last modification, where nothing else is known', () => {
    expect(servesSince(endpoint(), undefined)).toBe(lastWeek);
  });

  it('is the earliest time at which an image of a variant was resolved, of a shadow variant too', () => {
    const variants = resolved(lastWeek - 300, undefined, lastWeek - 200);
    expect(servesSince(endpoint({ variants }), undefined)).toBe(lastWeek - 300);
    const shadowVariants = resolved(lastWeek - 400);
    expect(servesSince(endpoint({ variants, shadowVariants }), undefined)).toBe(lastWeek - 400);
  });

  it('is the time of the record of what serves, before all else', () => {
    const variants = resolved(lastWeek - 300);
    expect(servesSince(endpoint({ variants }), record(lastWeek - 500))).toBe(lastWeek - 500);
    expect(servesSince(endpoint({ variants }), record(lastWeek - 100))).toBe(lastWeek - 100);
  });

  it.each([
    ['of another configuration', record(lastWeek - 500, 'fraud-v2')],
    ['without a time', record(undefined)],
  ])('is not that of a record %s', (_, told) => {
    expect(servesSince(endpoint({ variants: resolved(lastWeek - 300) }), told)).toBe(
      lastWeek - 300,
    );
  });

  it('is never later than the last modification, whatever a record or an image says', () => {
    const variants = resolved(at(0));
    expect(servesSince(endpoint({ variants }), undefined)).toBe(lastWeek);
    expect(servesSince(endpoint({ variants }), record(at(5)))).toBe(lastWeek);
  });
});

describe('since when something runs under a name', () => {
  const moving = updating({ pending: pending('fraud-v2'), variants: resolved(lastWeek - 300) });

  it('is the call, for what is being rolled out', () => {
    expect(runsSince('fraud-v2', moving, undefined)).toBe(at(0));
  });

  it('is what it was, for what serves meanwhile', () => {
    expect(runsSince('fraud-v1', moving, undefined)).toBe(lastWeek - 300);
  });

  it('is not known of a name under which nothing runs', () => {
    expect(runsSince('fraud-v3', moving, undefined)).toBeUndefined();
  });

  it('is the creation, for an endpoint that is being created', () => {
    const creating = endpoint({ status: 'Creating', variants: [], lastModified: at(0) });
    expect(runsSince('fraud-v1', creating, undefined)).toBe(at(0));
  });
});

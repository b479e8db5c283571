import { describe, expect, it } from '@jest/globals';
import { type RolloutRecord, recordIn, recordKeys, tagsOfRecord } from '../../src/domain/record.ts';

const record: RolloutRecord = {
  previous: 'fraud-v1',
  current: 'fraud-v2',
  mode: 'rollback',
  commit: 'c0ffee1234567890c0ffee1234567890c0ffee12',
  run: 'https://ghe.example:8443/acme/fraud_2.0/actions/runs/7',
  since: Date.parse('2026-03-02T09:00:00.544Z'),
  previousSince: Date.parse('2026-02-27T16:30:00Z'),
};

describe('the record of a rollout', () => {
  it('comes back from its tags, whatever cannot be combined with them', () => {
    const others = [{ Key: 'team', Value: 'fraud' }];
    expect(recordIn([...others, ...tagsOfRecord(record)])).toEqual(record);
  });

  it('of a created endpoint has no previous configuration', () => {
    const created = { ...record, previous: undefined, previousSince: undefined };
    expect(tagsOfRecord(created).map(({ Key }) => Key)).not.toContain(recordKeys.previous);
    expect(recordIn(tagsOfRecord(created))).toEqual(created);
  });

  it.each(['https://example/~fraud', 'x'.repeat(257), '<run>'])('holds no tag of %j', (run) => {
    expect(recordIn(tagsOfRecord({ ...record, run }))).toEqual({ ...record, run: undefined });
  });

  it.each([
    ['there is none', []],
    ['it names nothing', [{ Key: recordKeys.previous, Value: 'fraud-v1' }]],
    ['a name is none', tagsOfRecord({ ...record, current: 'fraud v2' })],
    ['a name is too long', tagsOfRecord({ ...record, current: `a${'-b'.repeat(32)}` })],
    ['the previous name is none', tagsOfRecord({ ...record, previous: 'fraud/v1' })],
  ])('is not read where %s', (_, tags) => {
    expect(recordIn(tags)).toBeUndefined();
  });

  it.each(['', '2026-03-02', '2026-03-02 09:00', '2 March 2026 09:00', '1772442000', 'now'])(
    'has no time where its tag says %j',
    (Value) => {
      const tags = tagsOfRecord(record).filter(({ Key }) => Key !== recordKeys.since);
      expect(recordIn([...tags, { Key: recordKeys.since, Value }])).toEqual({
        ...record,
        since: undefined,
      });
    },
  );

  it('of an unknown mode counts as that of a deployment', () => {
    const tags = tagsOfRecord(record).filter(({ Key }) => Key !== recordKeys.mode);
    expect(recordIn(tags)?.mode).toBe('deploy');
  });
});

it('keeps its keys: they stand in tags, in docs/record.md and in scripts of users', () => {
  expect(Object.values(recordKeys)).toEqual([
    'sagemaker-rollout:previous-endpoint-config',
    'sagemaker-rollout:endpoint-config',
    'sagemaker-rollout:mode',
    'sagemaker-rollout:commit',
    'sagemaker-rollout:branch',
    'sagemaker-rollout:run',
    'sagemaker-rollout:since',
    'sagemaker-rollout:previous-since',
  ]);
});

import { describe, expect, it } from '@jest/globals';
import {
  newestApproved,
  noneApproved,
  versionAmong,
} from '../../../src/domain/models/newest-package.ts';

const version = (number: number, approval?: string, status = 'Completed') => ({
  ModelPackageArn: `arn:aws:sagemaker:eu-west-1:123456789012:model-package/fraud/${number}`,
  ModelPackageVersion: number,
  ModelPackageStatus: status,
  ...(approval && { ModelApprovalStatus: approval }),
});
const orders = [
  ['oldest first', (all: readonly object[]) => all],
  ['newest first', (all: readonly object[]) => all.toReversed()],
  ['in no order', (all: readonly object[]) => [...all.slice(2), ...all.slice(0, 2)]],
] as const;
const fraud = [
  version(2, 'Approved'),
  version(9, 'Approved'),
  version(10, 'Approved'),
  version(11, 'Rejected'),
  version(12, 'Approved', 'Failed'),
  version(13, 'PendingManualApproval'),
  version(14),
] as const;

it.each(orders)('the newest approved version that is complete is found, %s', (_, ordered) => {
  expect(newestApproved(ordered(fraud) as typeof fraud)).toMatch(/\/fraud\/10$/);
});

it('a version is found by its number, whatever its approval', () => {
  expect(versionAmong(fraud, 13)).toMatch(/\/fraud\/13$/);
  expect(versionAmong(fraud, 3)).toBeUndefined();
});

describe('a group without an approved version', () => {
  it.each([
    [[], 'It has no versions at all.'],
    [[version(1, 'Rejected')], 'Version 1, its only version, is Rejected.'],
    [
      [version(1, 'Rejected'), version(3), version(2, 'PendingManualApproval')],
      'Version 3, the newest of its 3 versions, is without an approval status.',
    ],
    [
      [version(2, 'PendingManualApproval'), version(1, 'Approved', 'InProgress')],
      'Version 2, the newest of its 2 versions, is PendingManualApproval. Version 1 is approved, but its status is InProgress, which is not Completed.',
    ],
  ])('is told with what there is: %j', (summaries, seen) => {
    expect(newestApproved(summaries)).toBeUndefined();
    expect(noneApproved('fraud', summaries).message).toBe(
      `The model package group fraud has no approved version. ${seen}`,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/domain/json.ts';
import { lifecycleOf } from '../../src/domain/lifecycle.ts';
import type { ChosenModel } from '../../src/domain/models/chosen-model.ts';
import { modelPackageOf } from '../../src/domain/models/model-package.ts';
import { packagesOf } from '../../src/domain/models/variant-package.ts';
import { inLog } from '../../src/domain/text/log.ts';
import { packageLogPhrases, packagesPhrase, packagesSection } from '../../src/report/packages.ts';

const arn = (version: number) =>
  `arn:aws:sagemaker:eu-west-1:123456789012:model-package/fraud/${version}`;
const fraud7: JsonObject = {
  ModelPackageArn: arn(7),
  ModelPackageGroupName: 'fraud',
  ModelPackageVersion: 7,
  ModelPackageStatus: 'Completed',
  ModelApprovalStatus: 'Approved',
  ApprovalDescription: 'Better on | holidays.',
  LastModifiedTime: Date.parse('2026-03-01T10:30:00Z') / 1000,
  LastModifiedBy: { UserProfileName: 'alice' },
  InferenceSpecification: { Containers: [{ Image: 'repo/fraud:7', ImageDigest: 'sha256:0a1b' }] },
  MetadataProperties: { CommitId: 'a1b2c3d4', Repository: 'https://github.com/acme/fraud' },
  ModelMetrics: { ModelQuality: { Statistics: { S3Uri: 's3://fraud/quality.json' } } },
};
const chosen = (variant: string, more: JsonObject = {}): ChosenModel => ({
  variant,
  name: 'm',
  content: {},
  isNew: true,
  packages: [modelPackageOf({ ...fraud7, ...more })],
  serving: undefined,
});

/** A rollout of these models where this one serves in the first's variant. */
function account([first, ...others]: readonly ChosenModel[], serving?: JsonObject) {
  const models = first ? [{ ...first, serving }, ...others] : [];
  return lifecycleOf([{ kind: 'models-chosen', at: 0, models }]);
}

const serving = (version: number) => ({ PrimaryContainer: { ModelPackageName: arn(version) } });

describe('a package at a glance', () => {
  it.each([
    ['the one before and the new one', serving(6), 'fraud/6 → fraud/7'],
    [
      'both accounts where they differ',
      { Containers: [{ ModelPackageName: arn(6).replace('123456789012', '999999999999') }] },
      'fraud/6 of account 999999999999 → fraud/7 of account 123456789012',
    ],
    ['that it stays', serving(7), 'fraud/7'],
    ['that none served', { PrimaryContainer: { Image: 'fraud:1' } }, 'no package → fraud/7'],
    ['the new one alone where what serves is not known', undefined, 'fraud/7'],
  ])('tells %s', (_, model, words) => {
    const told = packagesPhrase(account([chosen('A')], model));
    expect(String(told)).toBe(`${words}, approved, last changed by alice`);
  });

  it('is told by variant where there are several', () => {
    const both = [chosen('A'), chosen('B', { ModelApprovalStatus: null })];
    expect(String(packagesPhrase(account(both, serving(6))))).toBe(
      'A: fraud/6 → fraud/7, approved, last changed by alice; B: fraud/7, without an approval status, last changed by alice',
    );
  });

  it('is not told where there is none', () => {
    expect(packagesPhrase(account([]))).toBeUndefined();
    expect(packagesSection(account([])).text).toBe('');
  });
});

it('a package is told in full: who changed it and why, its images, its commit, its metrics', () => {
  expect(packagesSection(account([chosen('A')])).text).toBe(
    [
      '<details>',
      '<summary>Model package <code>fraud&#47;7</code> in <code>A</code></summary>',
      '',
      `| ARN | \`${arn(7)}\` |`,
      '| :--- | :--- |',
      '| Approval | approved, last changed by `alice` on 2026-03-01 at 10:30:00 UTC: <code>Better on &#124; holidays&#46;</code> |',
      '| Image | `repo/fraud:7` (`sha256:0a1b`) |',
      '| Training commit | [`github.com/acme/fraud@a1b2c3d`](https://github.com/acme/fraud/commit/a1b2c3d4) |',
      '| Metrics | `ModelQuality.Statistics`: `s3://fraud/quality.json` |',
      '',
      '</details>',
    ].join('\n'),
  );
});

it.each([
  [{ CommitId: 'a1b2c3d4' }, '`a1b2c3d4`'],
  [{ CommitId: 'a1b2c3d4', Repository: 'git@acme:fraud' }, '`a1b2c3d4` in `git@acme:fraud`'],
  [
    { CommitId: 'main', Repository: 'https://acme.example/x' },
    '`main` in `https://acme.example/x`',
  ],
  [
    { CommitId: 'a1b2c3d4', Repository: 'https://me:secret@acme.example/x' },
    '`a1b2c3d4` in `https://…@acme.example/x`',
  ],
  [{ Repository: 'https://acme.example/x' }, '`https://acme.example/x`'],
])('a commit that has no page is told as it was written: %j', (MetadataProperties, cell) => {
  const { text } = packagesSection(account([chosen('A', { MetadataProperties })]));
  expect(text).toContain(`| Training commit | ${cell} |`);
});

it('the first metrics are told where there are many', () => {
  const sources = Array.from({ length: 12 }, (_, index) => [
    `M${index}`,
    { S3Uri: `s3://m/${index}` },
  ]);
  const ModelMetrics = { New: Object.fromEntries(sources) };
  const { text } = packagesSection(account([chosen('A', { ModelMetrics })]));
  expect(text).toContain('`New.M7`: `s3://m/7`, and 4 more |');
});

it('the log has the package, its images and its commit, a line each', () => {
  expect(
    packagesOf([chosen('A')])
      .flatMap(packageLogPhrases)
      .map(inLog),
  ).toEqual([
    'Model package of A: fraud/7, approved, last changed by alice on 2026-03-01 at 10:30:00 UTC: Better on | holidays.',
    'repo/fraud:7 (sha256:0a1b)',
    'Trained at commit a1b2c3d4',
  ]);
});

import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { ModelPackage } from '../../../src/domain/models/model-package.ts';
import { canary, configOf, findingsOf, found, instances, linesOf, variantOf } from './facts.ts';

const sound: ModelPackage = {
  arn: 'arn:aws:sagemaker:eu-west-1:123456789012:model-package/fraud/7',
  group: 'fraud',
  version: 7,
  isProduct: false,
  status: 'Completed',
  failureReasons: [],
  approval: 'Approved',
  approvalReason: undefined,
  changedBy: undefined,
  changedAt: undefined,
  images: [],
  instanceTypes: [],
  commit: undefined,
  repository: undefined,
  metrics: [],
};
const bought = {
  group: undefined,
  version: undefined,
  arn: sound.arn.replace('fraud/7', 'bought'),
};
const told = (members: Partial<ModelPackage>, more: Parameters<typeof linesOf>[0] = {}) => ({
  ...more,
  packages: [{ variant: 'AllTraffic', given: { ...sound, ...members }, before: undefined }],
});

it('nothing is said of a package that is approved, complete and made for any instances', () => {
  expect(linesOf(told({}))).toEqual([]);
});

describe('the approval of a package', () => {
  it.each([
    ['Rejected', undefined, 'error package-approved: The model package fraud/7 is Rejected.'],
    [
      'PendingManualApproval',
      'Waits for Alice.',
      'error package-approved: The model package fraud/7 is PendingManualApproval (Waits for Alice.).',
    ],
    ['Newer', undefined, 'error package-approved: The model package fraud/7 is Newer.'],
  ])('that says %s is an error', (approval, approvalReason, line) => {
    expect(linesOf(told({ approval, approvalReason }))).toEqual([line]);
  });

  it('that is absent is a warning, and a remark where a package cannot have one', () => {
    expect(linesOf(told({ approval: undefined }))).toEqual([
      'warning package-approved: The model package fraud/7 has no approval status.',
    ]);
    expect(linesOf(told({ approval: undefined, ...bought }))).toEqual([
      'remark package-approved: The model package bought has no approval status.',
    ]);
  });

  it('is said once, however many variants run the package', () => {
    const given = { ...sound, approval: 'Rejected' };
    const packages = ['A', 'B'].map((variant) => ({ variant, given, before: undefined }));
    expect(linesOf({ packages })).toHaveLength(1);
  });
});

describe('a package that is not Completed', () => {
  it.each([
    ['InProgress', 'Wait until it is Completed, and re-run this job.'],
    ['Failed', 'Name another version in `model-package`.'],
    ['Deleting', 'Name another version in `model-package`.'],
  ])('but %s is an error, with what to do', (status, remedy) => {
    const [finding, ...more] = findingsOf(told({ status, failureReasons: ['No such image.'] }));
    expect(more).toEqual([]);
    expect(finding?.level).toBe('error');
    expect(String(finding?.seen)).toBe(
      `The model package fraud/7 has the status ${status} (No such image.).`,
    );
    expect(String(finding?.remedy)).toBe(remedy);
  });
});

it('the file is named where a variant of it names the package', () => {
  const source = { kind: 'file', path: 'endpoint.json', content: {}, name: undefined } as const;
  const [finding] = findingsOf(told({ status: 'Failed' }, { request: { source } }));
  expect(String(finding?.remedy)).toBe('Name another version in `endpoint-config-file`.');
});

describe('the instance types that a package supports', () => {
  const supported = { instanceTypes: ['ml.c5.large', 'ml.c5.xlarge'] };

  it.each([
    [{}, 'warning'],
    [{ ...bought, isProduct: true }, 'error'],
  ])('are held against those of the variant: %j', (members, level) => {
    const [line, ...more] = linesOf(told({ ...supported, ...members }));
    expect(more).toEqual([]);
    expect(line).toMatch(
      new RegExp(
        `^${level} package-instance-type: Variant AllTraffic runs on ml.m5.xlarge, and the model package \\S+ supports ml.c5.large, ml.c5.xlarge.$`,
      ),
    );
  });

  it('are no matter of a serverless variant, or of a variant with another model', () => {
    const serverless = {
      VariantName: 'AllTraffic',
      ModelName: 'm',
      ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 20 },
    };
    const config = configOf(serverless);
    expect(linesOf(told(supported, { config, serving: config }))).toEqual([]);
    const other = configOf(variantOf({ VariantName: 'Other' }));
    expect(linesOf(told(supported, { config: other, serving: other, endpoint: {} }))).not.toEqual(
      expect.arrayContaining([expect.stringContaining('package-instance-type')]),
    );
  });

  it('are shown in part where there are many', () => {
    const instanceTypes = Array.from({ length: 40 }, (_, index) => `ml.t${index}.large`);
    expect(linesOf(told({ instanceTypes }))[0]).toMatch(/ml\.t9\.large and 30 more\.$/);
  });
});

it('a model that would be created needs a role', () => {
  const content = { PrimaryContainer: { ModelPackageName: sound.arn } };
  const model = { variant: 'AllTraffic', name: 'fraud-v2', serving: undefined, packages: [] };
  const findings = (content: JsonObject, isNew = true) =>
    linesOf({ newModels: [{ ...model, content, isNew }] });
  expect(findings(content)).toEqual([
    'error model-role: The model of variant AllTraffic has no execution role.',
  ]);
  const ExecutionRoleArn = 'arn:aws:iam::123456789012:role/sagemaker';
  expect(findings({ ...content, ExecutionRoleArn })).toEqual([]);
  expect(findings(content, false)).toEqual([]);
});

describe('whether a canary applies to a package of another account', () => {
  const arn = 'arn:aws:sagemaker:eu-west-1:999999999999:model-package/fraud/7';
  const models = { m: found({ PrimaryContainer: { ModelPackageName: arn } }) };
  const deployment = canary(instances(1));

  it.each([
    [true, ['warning marketplace-falls-back: Model m comes from a product of AWS Marketplace.']],
    [false, []],
  ])(
    'is known where the package was read: a product of AWS Marketplace, %s',
    (isProduct, lines) => {
      expect(linesOf(told({ arn, isProduct }, { models, deployment }))).toEqual(lines);
    },
  );

  it('is not where the package was not read', () => {
    expect(linesOf({ models, deployment })).toEqual([
      'warning marketplace-falls-back: Model m comes from a model package of another account.',
    ]);
  });
});

import { expect, it } from '@jest/globals';
import { readPackageReference } from '../../../src/domain/models/package-reference.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:123456789012';
const read = (text: string) => {
  const found = readPackageReference(text);
  return found.kind === 'read' ? found : `${found.rule}`;
};
const group = `${arn}:model-package-group/fraud`;
const here = { kind: 'read', region: undefined };
const there = { kind: 'read', region: 'eu-west-1' };

it.each([
  ['fraud', { ...here, reference: { kind: 'newest', group: 'fraud' } }],
  [group, { ...there, reference: { kind: 'newest', group } }],
  [
    'fraud/12',
    { ...here, reference: { kind: 'one', name: 'fraud/12', of: { group: 'fraud', version: 12 } } },
  ],
  [
    `${arn}:model-package/fraud/12`,
    {
      ...there,
      reference: {
        kind: 'one',
        name: `${arn}:model-package/fraud/12`,
        of: { group, version: 12 },
      },
    },
  ],
  [
    `${group}/12`,
    {
      ...there,
      reference: {
        kind: 'one',
        name: `${arn}:model-package/fraud/12`,
        of: { group, version: 12 },
      },
    },
  ],
  [
    'arn:aws-cn:sagemaker:cn-north-1:123456789012:model-package/bought-3f2a',
    {
      kind: 'read',
      region: 'cn-north-1',
      reference: {
        kind: 'one',
        name: 'arn:aws-cn:sagemaker:cn-north-1:123456789012:model-package/bought-3f2a',
        of: undefined,
      },
    },
  ],
])('%s is read as what it names', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

it.each([
  '',
  ' ',
  'fraud/',
  '/3',
  'fraud/0',
  'fraud/03',
  'fraud/-3',
  'fraud/3/4',
  'fraud/1234567890',
  'fraud_prod',
  'fraud prod/3',
  'fraud-/3',
  `${arn}:model-package/`,
  `${arn}:model-package/fraud/v3`,
  'arn:aws:s3:::fraud/3',
  'a'.repeat(64),
])('%j names no package, and what to write is said', (text) => {
  expect(read(text)).toMatch(/^does not name a model package: write the ARN of a package, /);
});

it('the ARN of something else is told as that', () => {
  expect(read(`${arn}:model/fraud`)).toMatch(/^is the ARN of something else: write /);
});

it.each(['latest', 'LATEST', 'newest', 'approved'])('the version %s is the group alone', (word) => {
  expect(read(`fraud/${word}`)).toBe(
    'has no number as its version: write fraud alone, which means its newest approved version, or a number, such as fraud/3.',
  );
});

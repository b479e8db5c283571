import { describe, expect, it } from '@jest/globals';
import { readEndpointConfigDocument } from '../../src/inputs/endpoint-config-document.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { mistakeLine } from '../../src/inputs/mistake.ts';

const onInstances = {
  VariantName: 'AllTraffic',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 1,
};
const arn = (region: string) => `arn:aws:sagemaker:${region}:123456789012:model-package/fraud/3`;
const documentOf = (...variants: readonly object[]) =>
  JSON.stringify({ ProductionVariants: variants.map((each) => ({ ...onInstances, ...each })) });

/** What these inputs ask for, with that file. */
function asked(file: string, written: Readonly<Record<string, string>> = {}) {
  const given: Readonly<Record<string, string>> = {
    'endpoint-name': 'fraud',
    'endpoint-config-file': 'endpoint.json',
    ...written,
  };
  return readInputs((name) => given[name] ?? '', {
    region: 'eu-west-1',
    readFile: () => file,
    readBytes: () => new Uint8Array(),
    idTokens: 'not-offered',
    runId: undefined,
  }).rollout;
}

describe('ModelPackage in a file', () => {
  it.each([
    ['fraud'],
    ['fraud/3'],
    [arn('eu-west-1')],
    ['arn:aws:sagemaker:eu-west-1:999999999999:model-package-group/fraud'],
  ])('may be %s', (ModelPackage) => {
    const { mistakes, unknown } = readEndpointConfigDocument(
      documentOf({ ModelPackage }),
      undefined,
    );
    expect([mistakes, unknown]).toEqual([[], []]);
  });

  it.each([
    [
      { ModelPackage: 'fraud/latest' },
      'ModelPackage: "fraud/latest" has no number as its version: write fraud alone, which means its newest approved version, or a number, such as fraud/3.',
    ],
    [
      { ModelPackage: '' },
      'ModelPackage: "" does not name a model package: write the ARN of a package, a group and a version such as fraud/3, or a group (its name or its ARN), which means its newest approved version.',
    ],
    [{ ModelPackage: 3 }, 'ModelPackage: "3" is not valid here: write a string.'],
    [{ modelPackage: 'fraud' }, 'modelPackage is not a member of the API: write ModelPackage.'],
    [
      { ModelPackage: 'fraud', ModelName: 'fraud-v3' },
      'ModelPackage cannot be combined with ModelName: keep one of the two.',
    ],
    [
      { ModelPackage: 'fraud', Model: { PrimaryContainer: { ModelPackageName: 'fraud/3' } } },
      'ModelPackage cannot be combined with Model: keep one of the two.',
    ],
  ])('is wrong as %j', (variant, line) => {
    const { mistakes } = readEndpointConfigDocument(documentOf(variant), undefined);
    expect(mistakes.map((each) => String(mistakeLine(each)))).toEqual([
      `endpoint-config-file ProductionVariants[0].${line}`,
    ]);
  });

  it('of another region is a mistake, like a model-package of one', () => {
    const file = documentOf({ ModelPackage: arn('us-east-1') });
    expect(() => asked(file)).toThrow(
      /endpoint-config-file: .* is in us-east-1, and the region is eu-west-1/,
    );
    const open = documentOf({});
    expect(() => asked(open, { 'model-package': arn('us-east-1') })).toThrow(
      /model-package: .* is in us-east-1, and the region is eu-west-1/,
    );
  });

  it('makes a model, so that a role may be given for it', () => {
    const role = 'arn:aws:iam::123456789012:role/fraud';
    const file = documentOf({ ModelPackage: 'fraud' });
    expect(asked(file, { 'execution-role-arn': role }).executionRoleArn).toBe(role);
  });
});

it('model-package is for the one variant of the file that has no model', () => {
  const file = documentOf({ ModelName: 'fraud-v2' }, { VariantName: 'Trial' });
  expect(asked(file, { 'model-package': 'fraud/3' }).source).toMatchObject({
    kind: 'file',
    model: {
      variant: 'Trial',
      source: { kind: 'package', reference: { kind: 'one', name: 'fraud/3' } },
    },
  });
});

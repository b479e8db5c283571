import { DescribeEndpointOutput$ } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from '@jest/globals';
import { NormalizedSchema } from '@smithy/core/schema';
import { UnreadableAnswer } from '../../src/adapters/aws-answers.ts';
import { refuseMistyped } from '../../src/adapters/typed-answers.ts';

const time = new Date('2026-03-02T09:00:00Z');

/** What is said of an answer of DescribeEndpoint; undefined where every member has its type. */
function saidOf(answer: object): string | undefined {
  try {
    refuseMistyped(NormalizedSchema.of(DescribeEndpointOutput$), answer);
    return undefined;
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(UnreadableAnswer);
    return (thrown as Error).message;
  }
}

const said = (path: string) =>
  `HTTP 200 came with a member of another type than the API’s: ${path}`;

describe('an answer of DescribeEndpoint', () => {
  it('is read where its members have their types, or are missing', () => {
    const variant = {
      VariantName: 'A',
      CurrentInstanceCount: 3,
      VariantStatus: [{ StartTime: time }],
    };
    expect(saidOf({})).toBeUndefined();
    expect(saidOf({ LastModifiedTime: time, ProductionVariants: [variant] })).toBeUndefined();
    expect(saidOf({ ProductionVariants: undefined, FailureReason: null })).toBeUndefined();
  });

  it('may hold members that this version of the SDK does not know', () => {
    expect(saidOf({ NewMember: [null] })).toBeUndefined();
  });

  it.each([
    ['EndpointStatus', { EndpointStatus: 7 }],
    ['EndpointConfigName', { EndpointConfigName: ['fraud-v2'] }],
    ['FailureReason', { FailureReason: {} }],
    ['LastModifiedTime', { LastModifiedTime: new Date(Number.NaN) }],
    ['LastModifiedTime', { LastModifiedTime: '2026-03-02' }],
    ['ProductionVariants', { ProductionVariants: 'AllTraffic' }],
    ['ProductionVariants', { ProductionVariants: {} }],
    ['ProductionVariants', { ProductionVariants: [null] }],
    ['ProductionVariants', { ProductionVariants: ['AllTraffic'] }],
    ['ProductionVariants.VariantStatus', { ProductionVariants: [{ VariantStatus: [null] }] }],
    [
      'ProductionVariants.CurrentInstanceCount',
      { ProductionVariants: [{ CurrentInstanceCount: '3' }] },
    ],
    ['PendingDeploymentSummary', { PendingDeploymentSummary: [] }],
  ])('is not read where %s has another type: %j', (path, answer) => {
    expect(saidOf(answer)).toBe(said(path));
  });
});

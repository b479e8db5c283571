import { expect, it } from '@jest/globals';
import { askPlan } from './asked.ts';
import { travel } from './journey.ts';

const twoOf = (main: number) => ({
  ProductionVariants: ['Main', 'Trial'].map((VariantName) => ({
    VariantName,
    ModelName: 'fraud-v2',
    InstanceType: 'ml.m5.xlarge' as const,
    InitialInstanceCount: VariantName === 'Main' ? 3 : 2,
    InitialVariantWeight: VariantName === 'Main' ? main : 1,
  })),
});
const other = { 'endpoint-config-name': 'fraud-other' };

it('"What changes" says of a weight that is kept that it is not applied, in the log and in the report', async () => {
  const { run } = await travel({
    scenario: 'two-variants',
    inputs: { ...other, mode: 'plan' },
    arrange: ({ sagemaker, scaling }) => {
      sagemaker.addEndpointConfig('fraud-other', twoOf(5));
      scaling.register('fraud-prod', { variant: 'Main' });
    },
  });
  expect(run.log).toContain('Main › InitialVariantWeight: 9 → 5 (not applied: 9 is kept)');
  expect(run.summary).toContain('| `5` (not applied: 9 is kept) |');
  expect(run.log).toContain('Set `exclude-retained-properties: DesiredWeight` to apply the change');
});

it('what is applied is not called kept', async () => {
  const { report } = await askPlan({
    scenario: 'two-variants',
    inputs: { ...other, 'retain-variant-properties': 'false' },
    arrange: ({ sagemaker }) => sagemaker.addEndpointConfig('fraud-other', twoOf(5)),
  });
  expect(report).toContain('InitialVariantWeight');
  expect(report).not.toContain('not applied');
});

it('where schedules alone may not be read, what is auto-scaled is known, and its counts are kept', async () => {
  const answered = await askPlan({
    arrange: ({ sagemaker, scaling }) => {
      scaling.register('fraud-prod');
      sagemaker.inject({ kind: 'access-denied', operation: 'DescribeScheduledActions' });
    },
  });
  expect(answered.report).toContain('kept as they serve now, because `AllTraffic` is auto-scaled');
  expect(answered.report).not.toContain('not known whether a variant is auto-scaled');
});

it('a fleet that was kept at no instances is told as one of which nothing has started', async () => {
  const { run } = await travel({
    scenario: 'asynchronous',
    inputs: { 'retain-variant-properties': 'true' },
    arrange: ({ sagemaker }) =>
      void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { instanceCounts: { AllTraffic: 0 } }),
  });
  expect(run.outputs.outcome).toBe('deployed');
  expect(run.log).toContain('It serves on no instance: nothing of it has started');
});

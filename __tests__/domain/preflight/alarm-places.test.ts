import { describe, expect, it } from '@jest/globals';
import { type Change, foundOfErrors, idsOf, place } from './alarm-facts.ts';
import { configOf, denied, type Told, variantOf } from './facts.ts';

const dimensions = (changed: Readonly<Record<string, string>>): Change => ({
  metric: { dimensions: { ...place, ...changed } },
});
const metric = (name: string, namespace = 'AWS/SageMaker', of = place as object): Change => ({
  threshold: 100,
  metric: { name, namespace, statistic: 'Sum', dimensions: { ...of } },
});
const asynchronous: Told = {
  config: { kind: 'found', value: { ...contentOf(), AsyncInferenceConfig: {} } },
  serving: { kind: 'found', value: { ...contentOf(), AsyncInferenceConfig: {} } },
};
function contentOf() {
  return { ProductionVariants: [variantOf()] };
}

describe('an alarm that watches something else is told what it watches', () => {
  it.each<[seen: string, change: Change]>([
    ['watches the endpoint other, not fraud.', dimensions({ EndpointName: 'other' })],
    ['watches the variant Blue, not AllTraffic.', dimensions({ VariantName: 'Blue' })],
    [
      'watches the endpoint configuration fraud-v0, not fraud-v2.',
      dimensions({ EndpointConfigName: 'fraud-v0' }),
    ],
    [
      'watches the old fleet alone (EndpointConfigName fraud-v1).',
      dimensions({ EndpointConfigName: 'fraud-v1' }),
    ],
  ])('%s', (seen, change) => {
    expect(foundOfErrors(change)).toEqual([`warning alarm-elsewhere: The alarm errors ${seen}`]);
  });

  it('shadow variants are variants, and so are those that serve still', () => {
    const shadowed: Told = {
      config: {
        kind: 'found',
        value: { ...contentOf(), ShadowProductionVariants: [variantOf({ VariantName: 'Shadow' })] },
      },
    };
    expect(foundOfErrors(dimensions({ VariantName: 'Shadow' }), shadowed)).toEqual([]);
    const renamed: Told = { config: configOf(variantOf({ VariantName: 'Blue' })) };
    expect(idsOf(foundOfErrors({}, renamed))).toEqual([]);
  });

  it('where the endpoint cannot be read, no configuration is taken for a wrong one', () => {
    const change = dimensions({ EndpointConfigName: 'fraud-v1' });
    expect(idsOf(foundOfErrors(change, { endpoint: denied }))).toEqual([]);
  });

  it('where the new configuration cannot be read, that is told once', () => {
    const lines = foundOfErrors(dimensions({ VariantName: 'Blue' }), { config: denied });
    expect(lines).toEqual(['not-checked alarm-cannot-trip: The role may not look.']);
  });
});

describe('an alarm that never has data is told why', () => {
  it.each<[seen: string, change: Change, told?: Told]>([
    ['has the EndpointName “Fraud”; the name is “fraud”.', dimensions({ EndpointName: 'Fraud' })],
    ['has the EndpointName “fraud ”; the name is “fraud”.', dimensions({ EndpointName: 'fraud ' })],
    [
      'has the VariantName “alltraffic”; the name is “AllTraffic”.',
      dimensions({ VariantName: 'alltraffic' }),
    ],
    [
      'watches Invocation5XXErrors without the dimension VariantName.',
      metric('Invocation5XXErrors', 'AWS/SageMaker', { EndpointName: 'fraud' }),
    ],
    [
      'watches Invocation5XXErrors without the dimension EndpointName.',
      metric('Invocation5XXErrors', 'AWS/SageMaker', { endpointname: 'fraud' }),
    ],
    [
      'watches Invocation5xxErrors, which is not a metric that SageMaker documents.',
      metric('Invocation5xxErrors'),
    ],
    [
      'watches CPUUtilization in the namespace AWS/SageMaker.',
      metric('CPUUtilization', 'AWS/SageMaker'),
    ],
    [
      'watches CPUUtilization in the namespace aws/sagemaker/Endpoints.',
      metric('CPUUtilization', 'aws/sagemaker/Endpoints'),
    ],
    [
      'watches Invocation5XXErrors in the namespace AWS/Sagemaker.',
      metric('Invocation5XXErrors', 'AWS/Sagemaker'),
    ],
    [
      'watches OverheadLatency, which asynchronous endpoints do not publish.',
      metric('OverheadLatency'),
      asynchronous,
    ],
  ])('%s', (seen, change, told = {}) => {
    const lines = foundOfErrors(change, told).filter((line) => !line.includes('alarm-set'));
    expect(lines).toEqual([`warning alarm-no-data: The alarm errors ${seen}`]);
  });

  it('and not that it has INSUFFICIENT_DATA besides', () => {
    const state = 'INSUFFICIENT_DATA';
    const change = dimensions({ EndpointName: 'Fraud' });
    expect(idsOf(foundOfErrors({ ...change, state }))).toEqual(['warning alarm-no-data']);
    expect(idsOf(foundOfErrors({ state }))).toEqual(['remark alarm-without-data']);
  });
});

describe('of a metric that is not known to be one of an endpoint nothing is told', () => {
  it.each<[what: string, change: Change]>([
    ['of its own namespace', metric('Wrong', 'Fraud/Model', { Endpoint: 'other' })],
    ['of another service', metric('5XXError', 'AWS/ApiGateway', { ApiName: 'fraud' })],
    ['of no endpoint', metric('Wobbles', 'AWS/SageMaker', { LabelingJobName: 'x' })],
    ['of the kind of names that objects have', metric('constructor', 'toString', {})],
    [
      'of an inference component',
      metric('Invocation5XXErrors', 'AWS/SageMaker', { InferenceComponentName: 'x' }),
    ],
    [
      'of the backlog, which has no variant',
      metric('ApproximateBacklogSize', 'AWS/SageMaker', { EndpointName: 'fraud' }),
    ],
    [
      'of single instances',
      { threshold: 0.5, metric: { dimensions: { ...place, InstanceId: 'i-1' } } },
    ],
  ])('%s', (_, change) => {
    expect(foundOfErrors(change).filter((line) => !line.includes('alarm-set'))).toEqual([]);
  });

  it('but for a remark where it names an endpoint', () => {
    expect(foundOfErrors(metric('Wobbles'))).toEqual([
      'remark alarm-no-data: The alarm errors watches Wobbles, which is not a metric that SageMaker documents.',
    ]);
  });
});

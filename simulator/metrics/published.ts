import type { Outcome, Served } from './requests.ts';

/** What SageMaker publishes of a minute, as the samples that CloudWatch makes statistics of. */
export interface Published {
  readonly unit: 'None' | 'Microseconds' | 'Percent';
  samples(minute: Minute): readonly number[];
}

/** A minute of a variant, of all its fleets or of the one of a configuration. */
export interface Minute {
  readonly served: readonly Served[];
  /** Those that carry the variant at the end of the minute. */
  readonly atTheEnd: readonly Served[];
  readonly of: 'variant' | 'configuration';
  readonly answers: 'at once' | 'asynchronously';
}

/** https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html, by namespace and name. */
export const published: Readonly<Record<string, Readonly<Record<string, Published>>>> = {
  'AWS/SageMaker': {
    Invocations: { unit: 'None', samples: invocations },
    Invocation4XXErrors: errors(({ error }) => error === 'model 4xx'),
    Invocation5XXErrors: errors(({ error }) => error === 'model 5xx'),
    InvocationModelErrors: errors(({ error }) => error !== undefined),
    InvocationsPerInstance: { unit: 'None', samples: perInstance },
    ModelLatency: {
      unit: 'Microseconds',
      samples: (minute) => each(minute, ({ micros }) => micros),
    },
    OverheadLatency: { unit: 'Microseconds', samples: overhead },
  },
  '/aws/sagemaker/Endpoints': {
    CPUUtilization: { unit: 'Percent', samples: cpu },
    MemoryUtilization: { unit: 'Percent', samples: (minute) => ofInstances(minute, () => 31) },
  },
};

function each({ served }: Minute, sample: (outcome: Outcome) => number): number[] {
  return served.flatMap(({ outcomes }) => outcomes.map(sample));
}

/** Without requests it is 0 by endpoint and variant, and missing by configuration. */
function invocations(minute: Minute): number[] {
  if (minute.answers === 'asynchronously') return [];
  const samples = each(minute, () => 1);
  const isIdle = samples.length === 0 && minute.served.length > 0;
  return isIdle && minute.of === 'variant' ? [0] : samples;
}

/** For each error 1 is sent, otherwise 0. */
function errors(isOne: (outcome: Outcome) => boolean): Published {
  return { unit: 'None', samples: (minute) => each(minute, (outcome) => Number(isOne(outcome))) };
}

/** On each request 1 / number of instances is sent. */
function perInstance({ served, of, answers }: Minute): number[] {
  if (answers === 'asynchronously') return [];
  return served.flatMap(({ outcomes, instances, allInstances }) =>
    outcomes.map(() => 1 / (of === 'variant' ? allInstances : instances)),
  );
}

function overhead(minute: Minute): number[] {
  return minute.answers === 'asynchronously' ? [] : each(minute, () => 1200);
}

function cpu(minute: Minute): number[] {
  return ofInstances(minute, ({ outcomes, instances }) => 4 + (0.5 * outcomes.length) / instances);
}

function ofInstances({ atTheEnd }: Minute, sample: (served: Served) => number): number[] {
  return atTheEnd.flatMap((served) => Array(served.instances).fill(sample(served)));
}

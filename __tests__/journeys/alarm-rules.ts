import type { AlarmDefinition } from '../../simulator/account/alarms.ts';
import type { Finding } from '../../src/domain/preflight/finding.ts';
import type { Asked } from './asked.ts';
import {
  captured,
  dimensioned,
  guardedBy,
  onCpu,
  onErrorRate,
  onErrors,
  onLatency,
} from './defined-alarms.ts';
import type { Rule } from './preflight-rules.ts';

/** Rules about what alarms can see of a rollout. */

/** Errors and latency are watched; the alarm on errors is that one, and passes as it usually is. */
function aboutErrors(
  [level, id]: readonly [level: Finding['level'], id: string],
  change: AlarmDefinition,
  more: Asked = {},
): Rule {
  const latency = onLatency;
  return {
    id,
    level,
    trips: guardedBy({ errors: { ...onErrors, ...change }, latency }, more),
    passes: guardedBy({ errors: onErrors, latency }, more),
  };
}

const warning = (id: string) => ['warning', id] as const;
const remark = (id: string) => ['remark', id] as const;

const pair = {
  scenario: 'two-variants',
  inputs: { alarms: 'errors' },
} as const satisfies Asked;
const ofMain = { ...onErrors, ...dimensioned({ VariantName: 'Main' }) };
const ofTrial = { ...onErrors, ...dimensioned({ VariantName: 'Trial' }) };

/** The alarm on errors is part of a composite one, which may not be read to its end. */
function composite(isDenied: boolean): Asked {
  return guardedBy(
    { errors: onErrors },
    {
      inputs: { alarms: 'any' },
      arrange: ({ cloudwatch, sagemaker }) => {
        cloudwatch.alarms.add('any', 'OK', { kind: 'composite', rule: 'ALARM(errors)' });
        if (!isDenied) return;
        sagemaker.inject({ kind: 'access-denied', operation: 'DescribeAlarms', calls: 2 });
      },
    },
  );
}

export const alarmRules: readonly Rule[] = [
  aboutErrors(warning('alarm-elsewhere'), dimensioned({ EndpointName: 'fraud-test' })),
  aboutErrors(warning('alarm-elsewhere'), dimensioned({ VariantName: 'Blue' })),
  aboutErrors(warning('alarm-elsewhere'), dimensioned({ EndpointConfigName: 'fraud-v0' })),
  aboutErrors(warning('alarm-elsewhere'), dimensioned({ EndpointConfigName: 'fraud-v1' })),
  aboutErrors(warning('alarm-no-data'), dimensioned({ EndpointName: 'Fraud-Prod' })),
  aboutErrors(warning('alarm-no-data'), { Dimensions: onErrors.Dimensions?.slice(0, 1) }),
  aboutErrors(warning('alarm-no-data'), { MetricName: 'InvocationModelError' }),
  aboutErrors(warning('alarm-no-data'), { Namespace: '/aws/sagemaker/Endpoints' }),
  aboutErrors(remark('alarm-no-data'), { MetricName: 'Wobbles' }),
  aboutErrors(warning('alarm-cannot-trip'), { Threshold: 5 }),
  aboutErrors(
    warning('alarm-cannot-trip'),
    { Threshold: 0.5 },
    { inputs: { 'termination-wait': '0' } },
  ),
  aboutErrors(warning('alarm-diluted'), { Threshold: 1 }),
  aboutErrors(warning('alarm-upside-down'), { ComparisonOperator: 'LessThanThreshold' }),
  aboutErrors(warning('alarm-upside-down'), { Threshold: 0 }),
  aboutErrors(warning('alarm-statistic'), { Statistic: 'SampleCount', Threshold: 5 }),
  aboutErrors(
    remark('alarm-every-request'),
    { Threshold: 1 },
    { inputs: { strategy: 'all-at-once', 'canary-size': '', 'wait-interval': '' } },
  ),
  aboutErrors(warning('alarm-too-slow'), { Period: 600, EvaluationPeriods: 2 }),
  aboutErrors(remark('alarm-too-slow'), { Period: 300 }),
  aboutErrors(remark('alarm-period'), { Period: 10 }),
  aboutErrors(remark('alarm-breaching'), { TreatMissingData: 'breaching' }),
  aboutErrors(warning('alarm-breaching'), {
    ...dimensioned({ EndpointConfigName: 'fraud-v2' }),
    TreatMissingData: 'breaching',
  }),
  {
    id: 'alarm-milliseconds',
    level: 'remark',
    trips: guardedBy({ errors: onErrors, latency: { ...onLatency, Threshold: 500 } }),
    passes: guardedBy({ errors: onErrors, latency: onLatency }),
  },
  {
    id: 'alarm-diluted',
    level: 'remark',
    trips: guardedBy({
      errors: onErrors,
      latency: { ...onLatency, Statistic: undefined, ExtendedStatistic: 'p50' },
    }),
    passes: guardedBy({
      errors: onErrors,
      latency: { ...onLatency, Statistic: undefined, ExtendedStatistic: 'p99' },
    }),
  },
  {
    id: 'alarm-upside-down',
    level: 'remark',
    trips: guardedBy({
      errors: onErrors,
      latency: { ...onLatency, ComparisonOperator: 'LessThanThreshold' },
    }),
    passes: guardedBy({ errors: onErrors, latency: onLatency }),
  },
  {
    id: 'alarm-too-slow',
    level: 'remark',
    trips: guardedBy({ rate: onErrorRate }, { inputs: { 'wait-interval': '2m' } }),
    passes: guardedBy({ rate: onErrorRate }),
  },
  {
    id: 'alarm-without-bake',
    level: 'warning',
    trips: { inputs: { alarms: 'fraud-5xx' } },
    passes: { inputs: { alarms: 'fraud-5xx', 'termination-wait': '5m' } },
  },
  {
    id: 'alarm-set-blind',
    level: 'warning',
    trips: guardedBy({ cpu: onCpu }),
    passes: guardedBy({ cpu: onCpu, errors: onErrors }),
  },
  {
    id: 'alarm-set-no-errors',
    level: 'warning',
    trips: guardedBy({ latency: onLatency }),
    passes: guardedBy({ latency: onLatency, errors: onErrors }),
  },
  ...[captured.n, captured.f].map(
    (alarms): Rule => ({
      id: 'alarm-set-errors-partly',
      level: 'remark',
      trips: guardedBy(alarms),
      passes: guardedBy(captured.d),
    }),
  ),
  {
    id: 'alarm-set-variant',
    level: 'remark',
    trips: guardedBy({ errors: ofMain }, pair),
    passes: guardedBy({ errors: ofMain, trial: ofTrial }, { scenario: 'two-variants' }),
  },
  {
    id: 'alarm-children',
    level: 'not-checked',
    trips: composite(true),
    passes: composite(false),
  },
  {
    id: 'alarm-exists',
    level: 'error',
    trips: { inputs: { alarms: 'logs', 'termination-wait': '5m' } },
    passes: {
      inputs: { alarms: 'logs', 'termination-wait': '5m' },
      arrange: ({ cloudwatch }) => cloudwatch.alarms.add('logs', 'OK', { kind: 'log' }),
    },
  },
];

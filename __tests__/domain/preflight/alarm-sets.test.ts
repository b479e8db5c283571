import { describe, expect, it } from '@jest/globals';
import type { Alarm, Metric, MetricAlarm, Query } from '../../../src/domain/alarms/alarm.ts';
import { compositeRule } from '../../../src/domain/alarms/composite.ts';
import { compositeAlarm } from '../alarms.ts';
import { alarmOf, cpu, foundOf, idsOf, latency, looked, place } from './alarm-facts.ts';
import { configOf, denied, missing, type Told, variantOf } from './facts.ts';

const errors = alarmOf();
const of = (name: string, more: Partial<Metric> = {}) =>
  alarmOf({ threshold: 5, metric: { name, statistic: 'Sum', ...more } });
const [only5xx, only4xx] = [of('Invocation5XXErrors'), of('Invocation4XXErrors')];
const own = of('Errors', { namespace: 'Fraud' });
const logs: Alarm = { kind: 'log', state: 'OK', stateReason: undefined, stateSince: undefined };
const anyOf = (rule: string): Alarm => ({ ...compositeAlarm, rule });

/** Metric math over these metrics. */
function math(metrics: readonly string[], more: Partial<MetricAlarm> = {}): MetricAlarm {
  const queries = metrics.map((name, index): Query => {
    const watches = of(name).watches as Metric;
    const { periodSeconds: _, ...rest } = watches;
    return {
      id: `m${index}`,
      returnsData: false,
      expression: undefined,
      metric: { ...rest, periodSeconds: 60 },
      periodSeconds: undefined,
    };
  });
  const result = { id: 'e', returnsData: true, expression: 'm0 / m1', metric: undefined };
  return alarmOf({
    watches: { kind: 'expression', queries: [...queries, { ...result, periodSeconds: undefined }] },
    ...more,
  });
}

describe('a set of alarms is judged as a set', () => {
  it.each<[line: string | undefined, alarms: Readonly<Record<string, Alarm>>]>([
    [undefined, { errors, latency }],
    [undefined, { errors }],
    [undefined, { only5xx, only4xx, latency }],
    ['warning alarm-set-blind: No alarm watches errors or latency, only CPUUtilization.', { cpu }],
    [
      'warning alarm-set-blind: No alarm watches errors or latency, only CPUUtilization, Invocations.',
      { cpu, traffic: of('Invocations') },
    ],
    [
      'warning alarm-set-no-errors: No alarm watches errors, only ModelLatency, CPUUtilization.',
      { latency, cpu },
    ],
    [
      'remark alarm-set-errors-partly: Of all errors, only Invocation5XXErrors is watched.',
      { only5xx, latency },
    ],
    [
      'remark alarm-set-errors-partly: Of all errors, only Invocation4XXErrors is watched.',
      { only4xx },
    ],
    // Metric math watches what is in it.
    [undefined, { rate: math(['InvocationModelErrors', 'Invocations']) }],
    [
      'remark alarm-set-errors-partly: Of all errors, only Invocation5XXErrors is watched.',
      { rate: math(['Invocation5XXErrors', 'Invocations']) },
    ],
    // Whatever these watch may be errors.
    [undefined, { cpu, own }],
    [undefined, { cpu, logs }],
    [undefined, { cpu, promql: alarmOf({ watches: { kind: 'other' } }) }],
  ])('%s', (line, alarms) => {
    expect(foundOf(alarms)).toEqual(line === undefined ? [] : [line]);
  });

  it('each variant that has traffic is to be watched', () => {
    const told: Told = {
      config: configOf(
        variantOf({ VariantName: 'Main' }),
        variantOf({ VariantName: 'Trial' }),
        variantOf({ VariantName: 'Idle', InitialVariantWeight: 0 }),
      ),
    };
    const ofVariant = (VariantName: string) =>
      alarmOf({ metric: { dimensions: { ...place, VariantName } } });
    expect(foundOf({ main: ofVariant('Main') }, told)).toEqual([
      'remark alarm-set-variant: No alarm watches errors or latency of Trial.',
    ]);
    expect(foundOf({ main: ofVariant('Main'), trial: ofVariant('Trial') }, told)).toEqual([]);
  });
});

describe('a composite alarm stands for what it is made of', () => {
  const blind = alarmOf({ threshold: 5 });
  const children = looked({ blind, cpu, errors });
  it.each<[found: readonly string[], rule: string]>([
    [['warning alarm-cannot-trip'], 'ALARM("blind") OR ALARM(cpu)'],
    [['warning alarm-set-blind'], 'ALARM(cpu)'],
    [['warning alarm-set-blind'], 'NOT OK(cpu)'],
    // Together with others, what each of them can do by itself is not the point.
    [[], 'ALARM(blind) AND ALARM(errors)'],
    [[], 'ALARM(errors) AND NOT ALARM(blind)'],
    [[], 'AT_LEAST(2, ALARM, (blind, errors))'],
    // A child that is not known may watch errors.
    [[], 'ALARM(cpu) OR ALARM(unread)'],
    [[], 'TRUE'],
  ])('%j of %s', (found, rule) => {
    const lines = foundOf({ any: anyOf(rule) }, { childAlarms: children });
    expect(idsOf(lines)).toEqual(found);
  });

  it('also through other composite alarms, and in a circle, once each', () => {
    const childAlarms = looked({
      blind,
      inner: anyOf('ALARM(blind) OR ALARM(any)'),
      other: anyOf('ALARM(inner) OR ALARM(blind)'),
    });
    const lines = foundOf({ any: anyOf('ALARM(inner) OR ALARM(other)') }, { childAlarms });
    expect(lines).toEqual([
      'warning alarm-cannot-trip: The alarm blind (part of inner) trips where Average of InvocationModelErrors is at least 5.',
    ]);
  });

  it('children that may not be read are told once', () => {
    const childAlarms = { a: denied, b: denied, c: missing };
    const rule = 'ALARM(a) OR ALARM(b) OR ALARM(c)';
    expect(foundOf({ any: anyOf(rule), cpu }, { childAlarms })).toEqual([
      'not-checked alarm-children: a, b: The role may not look.',
    ]);
  });

  it.each<[names: readonly string[], isAnyOf: boolean, rule: string]>([
    [['a b', 'c'], true, 'ALARM("a b") OR (ALARM(c))'],
    [['say "OK"'], true, 'ALARM("say \\"OK\\"")'],
    [['OR'], true, 'ALARM("OR")'],
    [['fraud:5xx'], true, 'ALARM(arn:aws:cloudwatch:eu-west-1:123456789012:alarm:fraud:5xx)'],
    [['a', 'b'], false, 'AT_LEAST(50%, ALARM, (a, "b"))'],
    [['a'], false, 'NOT ALARM(a) OR FALSE'],
    [[], false, 'FALSE'],
    [[], false, ''],
  ])('it names %j (any of them: %s): %s', (names, isAnyOf, rule) => {
    expect(compositeRule(rule)).toEqual({ names, isAnyOf });
  });
});

describe('of metric math, time and missing data are judged, and nothing else', () => {
  const metrics = ['InvocationModelErrors', 'Invocations'];
  it.each<[id: string | undefined, alarm: MetricAlarm]>([
    [undefined, math(metrics, { threshold: 500, comparison: 'LessThanThreshold' })],
    ['remark alarm-too-slow', math(metrics, { evaluationPeriods: 5, datapointsToAlarm: 5 })],
    ['warning alarm-too-slow', math(metrics, { evaluationPeriods: 30, datapointsToAlarm: 30 })],
    // Invocations is 0 in an idle minute.
    [undefined, math(metrics, { treatMissingData: 'breaching' })],
    [
      'remark alarm-breaching',
      math(['InvocationModelErrors', 'ModelLatency'], { treatMissingData: 'breaching' }),
    ],
    // A band of what is usual.
    [undefined, math(metrics, { threshold: undefined, comparison: 'GreaterThanUpperThreshold' })],
  ])('%s', (id, alarm) => {
    expect(idsOf(foundOf({ alarm }))).toEqual(id === undefined ? [] : [id]);
  });

  it('one metric without an expression is no metric math', () => {
    const { watches } = alarmOf({ threshold: 0.5 });
    const query = { id: 'm', returnsData: true, expression: undefined, periodSeconds: undefined };
    const alarm = alarmOf({
      threshold: 0.5,
      watches: { kind: 'expression', queries: [{ ...query, metric: watches as Metric }] },
    });
    expect(idsOf(foundOf({ alarm }))).toEqual(['warning alarm-diluted']);
  });
});

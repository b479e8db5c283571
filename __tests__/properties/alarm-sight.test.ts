import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Metric } from '../../src/domain/alarms/alarm.ts';
import type { Finding } from '../../src/domain/preflight/finding.ts';
import { alarmOf, latency, looked } from '../domain/preflight/alarm-facts.ts';
import { configOf, findingsOf, variantOf } from '../domain/preflight/facts.ts';
import { deploymentFor, minutesOf, type Steps, tripsIn } from './alarm-oracle.ts';

const steps: fc.Arbitrary<Steps> = fc
  .record({
    kind: fc.constantFrom('all-at-once', 'canary', 'linear', 'rolling'),
    all: fc.integer({ min: 2, max: 12 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    waitMinutes: fc.integer({ min: 3, max: 15 }),
    finalMinutes: fc.constantFrom(0, 3, 10, 20),
    launchMinutes: fc.integer({ min: 2, max: 6 }),
  })
  .map(({ part, ...rest }) => ({
    ...rest,
    finalMinutes: rest.kind === 'all-at-once' ? rest.waitMinutes : rest.finalMinutes,
    size: 1 + Math.floor(part * (Math.floor(rest.all / 2) - 0.01)),
  }));

const alarm = fc
  .record({
    isOfErrors: fc.boolean(),
    statistic: fc.constantFrom('Average', 'Sum', 'Minimum', 'Maximum', 'p50', 'p75', 'p90', 'p99'),
    threshold: fc.constantFrom(0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.34, 0.5, 0.75, 0.9, 1, 2),
    comparison: fc.constantFrom('GreaterThanThreshold', 'GreaterThanOrEqualToThreshold'),
    periodMinutes: fc.constantFrom(1, 2, 5, 10),
    breaching: fc.integer({ min: 1, max: 3 }),
    more: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ more, ...rest }) => ({ ...rest, evaluated: rest.breaching + more }));

type Case = typeof alarm extends fc.Arbitrary<infer Made> ? Made : never;

/** In microseconds; a latency that is bad is a hundred times the threshold, a good one next to nothing. */
const unit = 1_000_000;

function findingsAbout(rollout: Steps, one: Case): readonly Finding[] {
  const watched = alarmOf({
    threshold: one.isOfErrors ? one.threshold : one.threshold * unit,
    comparison: one.comparison,
    evaluationPeriods: one.evaluated,
    datapointsToAlarm: one.breaching,
    metric: {
      name: one.isOfErrors ? 'InvocationModelErrors' : 'ModelLatency',
      statistic: one.statistic,
      periodSeconds: 60 * one.periodMinutes,
    },
  });
  return alarmFindings(rollout, { watched });
}

function alarmFindings(
  rollout: Steps,
  alarms: Readonly<Record<string, ReturnType<typeof alarmOf>>>,
): readonly Finding[] {
  const Alarms = Object.keys(alarms).map((AlarmName) => ({ AlarmName }));
  return findingsOf({
    config: configOf(variantOf({ InitialInstanceCount: rollout.all })),
    serving: configOf(variantOf({ InitialInstanceCount: rollout.all, ModelName: 'fraud-v1' })),
    deployment: { ...deploymentFor(rollout), AutoRollbackConfiguration: { Alarms } },
    alarms: looked(alarms),
  }).filter(({ id }) => id.startsWith('alarm-'));
}

function oracle(rollout: Steps, one: Case): number | undefined {
  const limit = one.isOfErrors ? one.threshold : one.threshold * unit;
  return tripsIn(minutesOf(rollout), rollout.all, {
    ...one,
    isOver: (value) => (one.comparison === 'GreaterThanThreshold' ? value > limit : value >= limit),
    bad: one.isOfErrors ? 1 : 100 * limit,
    good: 0,
  });
}

/** The bake before which an alarm is said not to trip; infinite: it is said never to. */
function saidToTripFrom(findings: readonly Finding[], bakes: number): number {
  const whys = findings
    .filter(({ id }) => !id.startsWith('alarm-set-'))
    .map(({ why }) => String(why));
  if (whys.some((why) => /can never|in this rollout|before the rollout is over/.test(why))) {
    return Number.POSITIVE_INFINITY;
  }
  const from = whys.map((why) => {
    const [, number] = /before bake (\d+) of/.exec(why) ?? [];
    if (number !== undefined) return Number(number) - 1;
    return why.includes('before the final bake') ? bakes - 1 : 0;
  });
  return Math.max(0, ...from);
}

/** Percentiles are interpolated: where the share is just theirs, they may show either. */
function isAtTheEdge({ kind, size, all }: Steps, { statistic }: Case): boolean {
  const share = kind === 'all-at-once' ? 1 : size / all;
  return statistic.startsWith('p') && Math.abs(100 - Number(statistic.slice(1)) - 100 * share) <= 1;
}

describe('what is said of an alarm agrees with requests that are counted one by one', () => {
  it('never is an alarm said not to trip, or later, that can trip', () => {
    const seen = { never: 0, later: 0, tripped: 0 };
    fc.assert(
      fc.property(steps, alarm, (rollout, one) => {
        const minutes = minutesOf(rollout);
        const bakes = 1 + Math.max(...minutes.map(({ bake }) => bake));
        const tripped = oracle(rollout, one);
        const from = saidToTripFrom(findingsAbout(rollout, one), bakes);
        if (from === Number.POSITIVE_INFINITY) seen.never += 1;
        else if (from > 0) seen.later += 1;
        if (tripped === undefined) return;
        seen.tripped += 1;
        expect(from).toBeLessThanOrEqual(tripped);
      }),
      { seed: 16, numRuns: 600 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });

  it('an alarm on errors that does not trip in the first bake is told something', () => {
    fc.assert(
      fc.property(steps, alarm, (rollout, one) => {
        // How many requests there are in a minute is not known.
        fc.pre(one.isOfErrors && (one.statistic !== 'Sum' || one.threshold < 2));
        fc.pre(!isAtTheEdge(rollout, one));
        if (oracle(rollout, one) === 0) return;
        const ids = findingsAbout(rollout, one).map(({ id }) => id);
        expect(ids).not.toEqual([]);
      }),
      { seed: 16, numRuns: 300 },
    );
  });

  it('a sound set of alarms gets no finding, whatever the strategy', () => {
    const statistic = fc.constantFrom('Average', 'p90', 'p99', 'Maximum');
    fc.assert(
      fc.property(steps, statistic, fc.boolean(), (rollout, ofLatency, isSum) => {
        const share = rollout.kind === 'all-at-once' ? 1 : rollout.size / rollout.all;
        fc.pre(ofLatency !== 'p90' || share > 0.11);
        const metric = { name: 'ModelLatency', statistic: ofLatency } satisfies Partial<Metric>;
        const errors = alarmOf(
          isSum ? { threshold: 5, metric: { statistic: 'Sum' } } : { threshold: 0.05 },
        );
        const slow = alarmOf({ threshold: latency.threshold, metric });
        const findings = alarmFindings(rollout, { errors, slow });
        expect(findings.map(({ id, seen }) => `${id}: ${seen}`)).toEqual([]);
      }),
      { seed: 16, numRuns: 200 },
    );
  });
});

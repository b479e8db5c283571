import { describe, expect, it } from '@jest/globals';
import { type AlarmRule, alarmRuleOf, type Missing } from '../../simulator/metrics/alarm-rule.ts';
import { reasonDataOf, reasonOf } from '../../simulator/metrics/alarm-words.ts';
import { judge, type Point } from '../../simulator/metrics/verdict.ts';

const minute = 60_000;
const beginning = Date.parse('2018-11-02T14:35:00Z');

function rule(toAlarm: number, missing: Missing, periods = 3): AlarmRule {
  return {
    queries: [],
    watches: 'm',
    periodSeconds: 60,
    comparison: 'GreaterThanThreshold',
    threshold: 5,
    periods,
    toAlarm,
    missing,
    fewSamples: 'evaluate',
  };
}

/** As the user guide draws it: 0 is within the threshold, X is breaching, - is missing; the newest is the last. */
function drawn(range: string): Point[] {
  const values: Readonly<Record<string, number>> = { '0': 1, X: 9 };
  return range
    .split(' ')
    .map((sign, index) => ({ at: beginning + index * minute, value: values[sign], samples: 1 }));
}

function states(range: string, toAlarm: number): string {
  const treatments: readonly Missing[] = ['missing', 'ignore', 'breaching', 'notBreaching'];
  return treatments
    .map((missing) => {
      const verdict = judge(rule(toAlarm, missing), drawn(range));
      return verdict.kind === 'kept' ? 'kept' : verdict.state;
    })
    .join(' ');
}

describe('the table of the user guide on missing data: missing, ignore, breaching, notBreaching', () => {
  it.each([
    ['0 - X - X', 'OK OK OK OK'],
    ['- - - - 0', 'OK OK OK OK'],
    ['- - - - -', 'INSUFFICIENT_DATA kept ALARM OK'],
    ['0 X X - X', 'ALARM ALARM ALARM ALARM'],
    ['- - X - -', 'ALARM kept ALARM OK'],
  ])('3 out of 3, %s: %s', (range, expected) => expect(states(range, 3)).toBe(expected));

  it.each([
    ['0 - X - X', 'ALARM ALARM ALARM ALARM'],
    ['0 0 X 0 X', 'ALARM ALARM ALARM ALARM'],
    ['0 - X - -', 'OK OK ALARM OK'],
    ['- - - - 0', 'OK OK ALARM OK'],
    ['- - - X -', 'ALARM kept ALARM OK'],
  ])('2 out of 3, %s: %s', (range, expected) => expect(states(range, 2)).toBe(expected));

  it.each(['- - - - X', '- - - X -'])('%s does not trip 3 out of 3 prematurely', (range) =>
    expect(states(range, 3)).toBe('OK kept ALARM OK'),
  );
});

describe('the reason of a state', () => {
  const said = (toAlarm: number, missing: Missing, range: string, periods = 3) => {
    const verdict = judge(rule(toAlarm, missing, periods), drawn(range));
    if (verdict.kind === 'kept') throw new Error('The alarm keeps its state');
    return reasonOf(rule(toAlarm, missing, periods), verdict);
  };

  it.each([
    [
      said(1, 'missing', '- - X', 1),
      'Threshold Crossed: 1 out of the last 1 datapoints [9.0 (02/11/18 14:37:00)] was greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).',
    ],
    [
      said(2, 'missing', '0 0 X 0 X'),
      'Threshold Crossed: 2 out of the last 3 datapoints [9.0 (02/11/18 14:39:00), 9.0 (02/11/18 14:37:00)] were greater than the threshold (5.0) (minimum 2 datapoints for OK -> ALARM transition).',
    ],
    [
      said(1, 'missing', '0 0 0', 1),
      'Threshold Crossed: 1 out of the last 1 datapoints [1.0 (02/11/18 14:37:00)] was not greater than the threshold (5.0) (minimum 1 datapoint for ALARM -> OK transition).',
    ],
    [said(1, 'missing', '- - -', 1), 'Insufficient Data: 1 datapoint was unknown.'],
    [
      said(1, 'notBreaching', '- - -', 1),
      'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].',
    ],
    [
      said(3, 'breaching', '- - - - -'),
      'Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].',
    ],
    [
      said(2, 'breaching', '- - - - X'),
      'Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as [Breaching].',
    ],
  ])('%s', (reason, expected) => expect(reason).toBe(expected));

  it('is told as JSON too, with what was evaluated', () => {
    const definition = {
      MetricName: 'Invocation5XXErrors',
      Namespace: 'AWS/SageMaker',
      Statistic: 'Average',
      Period: 300,
      Threshold: 80,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    } as const;
    const known = alarmRuleOf(definition);
    if (!known) throw new Error('The alarm has no rule');
    const at = Date.parse('2018-11-02T14:39:00Z');
    const points = [{ at, value: 99.73, samples: 7 }];
    const verdict = { kind: 'state', state: 'ALARM', points, filled: 0 } as const;
    expect(reasonOf(known, verdict)).toBe(
      'Threshold Crossed: 1 out of the last 1 datapoints [99.73 (02/11/18 14:39:00)] was greater than or equal to the threshold (80.0) (minimum 1 datapoint for OK -> ALARM transition).',
    );
    expect(JSON.parse(reasonDataOf(known, verdict, at + 65_000))).toEqual({
      version: '1.0',
      queryDate: '2018-11-02T14:40:05.000+0000',
      startDate: '2018-11-02T14:39:00.000+0000',
      statistic: 'Average',
      period: 300,
      recentDatapoints: [99.73],
      threshold: 80,
      evaluatedDatapoints: [
        { timestamp: '2018-11-02T14:39:00.000+0000', sampleCount: 7, value: 99.73 },
      ],
    });
  });
});

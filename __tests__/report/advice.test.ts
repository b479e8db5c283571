import { describe, expect, it } from '@jest/globals';
import type { Metric, MetricAlarm } from '../../src/domain/alarms/alarm.ts';
import { type ExaminedAlarm, nothingKnown } from '../../src/domain/cause/alarm-evidence.ts';
import type { ContainerEvidence } from '../../src/domain/cause/container-evidence.ts';
import type { Evidence } from '../../src/domain/cause/evidence.ts';
import type { Reason } from '../../src/domain/outcome.ts';
import { verdictOf } from '../../src/report/verdict.ts';
import { compositeAlarm, metricAlarm } from '../domain/alarms.ts';
import { rolledBackFor } from '../domain/cause/stories.ts';
import { at } from '../domain/snapshots.ts';

const given = (text: string): Reason => ({ kind: 'given', text });
const inAlarm = given(
  'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].',
);

function adviceFor(reason: Reason, told: Partial<Evidence>): string {
  return (verdictOf(rolledBackFor(reason, told))?.next ?? []).map(String).join(' ');
}

const minute = (value: number) => [{ at: at(180), value }];

/** Tripped by a datapoint of the minute 09:03, unless something is otherwise. */
function tripped(metric: Partial<Metric>, more: Partial<ExaminedAlarm> = {}): ExaminedAlarm {
  const watches = { ...metricAlarm.watches, ...metric } as MetricAlarm['watches'];
  const alarm = { ...metricAlarm, watches, threshold: 5 };
  return {
    ...{ ...nothingKnown, name: 'fraud-5xx', alarm, trippedAt: at(245), children: [] },
    ...{ decidedBy: minute(17), datapoints: minute(17) },
    ...more,
  };
}

const alarmed = (...alarms: readonly ExaminedAlarm[]): Partial<Evidence> => ({
  alarmEvidence: { alarms, unread: [] },
});

const onLatency = { name: 'ModelLatency', statistic: 'Average' };

describe('what to do after an alarm fits what the alarm saw', () => {
  it.each<[what: string, told: ExaminedAlarm, advice: RegExp]>([
    ['errors', tripped({}), /^Look for these errors in the endpoint's logs, fix the model/],
    [
      'errors of the old fleet',
      tripped({}, { fleets: { fresh: [], old: minute(17) } }),
      /^The new model did not cause that: find out why requests to the old fleet failed/,
    ],
    ['slow answers', tripped(onLatency), /^Find out why answers take longer .* threshold of/],
    [
      'instances under load',
      tripped({ namespace: '/aws/sagemaker/Endpoints', name: 'CPUUtilization' }),
      /^Give the variant a larger InstanceType or more instances/,
    ],
    [
      'no data, which counts as breaching',
      tripped(
        {},
        {
          ...{ alarm: { ...metricAlarm, treatMissingData: 'breaching' } },
          ...{ decidedBy: [], datapoints: [] },
          reason: 'Threshold Crossed: no datapoints were received for 1 period',
        },
      ),
      /set TreatMissingData of `?fraud-5xx`? to notBreaching/,
    ],
    [
      'what the child of a composite alarm saw',
      tripped(
        {},
        {
          ...{ alarm: { ...compositeAlarm, rule: 'ALARM("slow")' }, decidedBy: [] },
          ...{ datapoints: [], children: [{ ...tripped(onLatency), name: 'slow' }] },
        },
      ),
      /^Find out why answers take longer .* threshold of `?slow/,
    ],
    [
      'nothing new, for it was in ALARM before the update',
      tripped({}, { trippedAt: undefined, redSince: at(-600) }),
      /^The new model did not cause that: find out what set off `?fraud-5xx`?,/,
    ],
    [
      'metrics of others',
      tripped({ namespace: 'Acme', name: 'Refunds' }),
      /^Check the alarm and the endpoint's logs/,
    ],
  ])('%s', (_, examined, advice) => {
    expect(adviceFor(inAlarm, alarmed(examined))).toMatch(advice);
  });
});

const ping = given(
  'The primary container for production variant AllTraffic did not pass the ping health check.',
);
const containers = (more: Partial<ContainerEvidence>): Partial<Evidence> => ({
  containerEvidence: {
    ...{ logGroup: 'found', containers: [], more: 0, isComplete: true, since: at(0) },
    ...{ shownTo: 'no-one', unread: undefined },
    ...more,
  },
});
const container = (condition: 'died' | 'failing' | 'no-failure') => ({
  ...{ stream: 'AllTraffic/i-0123456789abcdef0', startedAt: at(20), alike: 0, condition },
  ...{ lines: [], summaryLines: [] },
});

describe('what to do after a failed health check fits what the container logged', () => {
  it.each<[what: string, told: Partial<ContainerEvidence>, raises: boolean, advice: RegExp]>([
    ['that it died', { containers: [container('died')] }, false, /why the container died/],
    ['failures', { containers: [container('failing')] }, true, /did not answer GET \/ping/],
    ['no failure', { containers: [container('no-failure')] }, true, /did not answer GET \/ping/],
    ['nothing', {}, false, /^No new container has logged anything.* architecture .*logs:PutLog/],
    ['nothing, ever', { logGroup: 'missing' }, false, /^No new container has logged anything/],
    // Then it may have logged something.
    ['nothing that was found', { isComplete: false }, true, /did not answer GET \/ping/],
    ['what may not be read', { logGroup: 'not-read' }, true, /did not answer GET \/ping/],
  ])('%s', (_, told, raises, expected) => {
    const advice = adviceFor(ping, containers(told));
    expect(advice).toMatch(expected);
    expect(advice.includes('raise ContainerStartupHealthCheckTimeoutInSeconds')).toBe(raises);
  });

  it('and an image that is too large is not looked for under another name', () => {
    const tooLarge = given('Image size 12704675783 is greater than supported size 10737418240');
    const advice = adviceFor(tooLarge, containers({}));
    expect(advice).toMatch(/^Make the image smaller/);
    expect(advice).not.toMatch(/exists|docker run/);
  });
});

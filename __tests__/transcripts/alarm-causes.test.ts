import { monday } from '../../simulator/clock.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';

/** One of three instances, as the captured rollouts went. */
const captured = { ...canary, 'canary-size': '1', 'wait-interval': '10m', preflight: 'warn' };

/** The captured rollouts began at another second of a minute: it decides how many requests a minute has. */
const beginsAt = (seconds: number) => ({
  given: `It begins at 09:0${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.`,
  arrange: ({ clock }: Simulator) => clock.advanceTo(monday + 1000 * seconds),
});

tell('alarm-causes', {
  'captured-n': {
    unfolded: true,
    title: 'One minute of latency tells of a model that fails without a 5XX.',
    scenario: 'captured-n',
    ...beginsAt(48),
    inputs: captured,
  },
  'captured-f': {
    unfolded: true,
    title:
      'The latency alarm trips, where an average of errors hides that a third of the requests failed.',
    scenario: 'captured-f',
    ...beginsAt(63),
    inputs: captured,
  },
  'captured-d': {
    unfolded: true,
    title: 'The alarm on the sum of errors trips, and all of them are on the new fleet.',
    scenario: 'captured-d',
    ...beginsAt(48),
    inputs: { ...captured, alarms: 'fraud-5xx, fraud-4xx, fraud-latency' },
  },
  'nothing-may-be-read': {
    title:
      'Neither history nor datapoints may be read: the state of the alarm tells when it tripped.',
    scenario: 'captured-d',
    inputs: captured,
    faults: [
      { kind: 'access-denied', operation: 'DescribeAlarmHistory' },
      { kind: 'access-denied', operation: 'GetMetricData' },
    ],
  },
});

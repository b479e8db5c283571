import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';

/** One of three instances, as the captured rollouts went. */
const captured = { ...canary, 'canary-size': '1', 'wait-interval': '10m', preflight: 'warn' };

tell('alarm-causes', {
  'captured-n': {
    unfolded: true,
    title: 'One minute of latency tells of a model that fails without a 5XX.',
    scenario: 'captured-n',
    inputs: captured,
  },
  'captured-f': {
    unfolded: true,
    title:
      'The latency alarm trips, where an average of errors hides that a third of the requests failed.',
    scenario: 'captured-f',
    inputs: captured,
  },
  'captured-d': {
    unfolded: true,
    title: 'The alarm on the sum of errors trips, and all of them are on the new fleet.',
    scenario: 'captured-d',
    inputs: captured,
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

import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';

tell('containers', {
  'dies-at-start': {
    title: 'A container that dies at start is told of within two minutes, without its lines.',
    scenario: 'container-dies-at-start',
    inputs: canary,
  },
  'dies-at-start-shown': {
    title: 'With show-logs: true the last lines of the containers are in the log and the comment.',
    scenario: 'container-dies-at-start',
    inputs: { ...canary, 'show-logs': 'true' },
  },
  'fails-later': {
    title: 'Requests that fail in the new containers are told of beside the alarm.',
    scenario: 'container-fails-later',
    inputs: { ...canary, 'show-logs': 'true' },
  },
  silent: {
    title: 'Containers that never write a line are a finding.',
    scenario: 'container-silent',
    inputs: canary,
  },
});

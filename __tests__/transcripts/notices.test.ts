import type { NewPullRequest } from '../../simulator/github/seeds.ts';
import { workflowDispatch } from '../../simulator/runner/event.ts';
import { canary, pullRequest } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Variation } from './transcript.ts';

/** The people of the pull request. */
const of = (people: Omit<NewPullRequest, 'number'>): Variation => ({
  given: `The pull request has ${JSON.stringify(people)}.`,
  arrange: ({ github }) => github.addPullRequest({ number: pullRequest, ...people }),
});
const inTheBake = Date.parse('2026-03-02T09:04:00Z');
const atTheEnd = Date.parse('2026-03-02T09:04:22Z');

tell('notices', {
  'rolled-back': {
    title:
      'A short new comment mentions the author of the pull request, and who merged it, once for each run and outcome: never an app, and of no success.',
    scenario: 'alarm-in-canary-bake',
    inputs: canary,
    ...of({ author: 'mona', mergedBy: 'hubot-lead' }),
    variations: {
      'the author merged it': of({ author: 'mona' }),
      'an app is the author': of({ author: 'dependabot[bot]', mergedBy: 'mona' }),
      'apps did all': of({ author: 'renovate[bot]', mergedBy: 'merge[bot]' }),
      'the run is run again, after an answer was lost': {
        given: 'The answer to the comment is lost.',
        arrange: ({ github }) =>
          github.addFault({
            ...{ kind: 'lost-answer', method: 'POST', path: '/issues/*/comments' },
            ...{ from: atTheEnd, calls: 1 },
          }),
        next: [{ inputs: canary }],
      },
      'the step is killed, and its post step ends the job': {
        signals: [{ at: inTheBake, signal: 'SIGKILL' }],
        next: [
          {
            given: 'Ten minutes later.',
            step: 'post',
            inputs: canary,
            arrange: ({ clock }) => clock.advanceTo(clock.now() + 600_000),
          },
        ],
      },
      'the user wants none': { inputs: { notify: 'false' } },
      'the run is cancelled': { cancelAt: inTheBake },
      'no pull request belongs to the run': { event: workflowDispatch() },
      'nothing was changed': { scenario: 'access-denied' },
      'a plan would be stopped': { inputs: { mode: 'plan', alarms: 'no-such-alarm' } },
    },
  },
});

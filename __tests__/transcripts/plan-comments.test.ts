import { pullRequest as onPullRequest } from '../../simulator/runner/event.ts';
import { pullRequest } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const event = onPullRequest(pullRequest);
const inputs = { mode: 'plan', 'endpoint-config-name': 'fraud-v2' };
const plan: Leg = { event, inputs };

/** After a plan, one with that mistake. */
const withMistake = (mistake: Readonly<Record<string, string>>) => ({
  next: [{ event, inputs: { ...inputs, ...mistake } }],
});
/** Its workflow run. */
const ofRun = (id: string) => ({ GITHUB_RUN_ID: id });

tell('plan-comments', {
  'newest-commit-without-a-plan': {
    ...plan,
    title:
      'After a push with wrong inputs the comment says that the newest commit has no plan, and why.',
    ...withMistake({ strategy: 'canari' }),
    variations: {
      'a file that does not exist': withMistake({ 'endpoint-config-file': 'absent.yaml' }),
      'a mode that is misspelled': withMistake({ mode: 'plann' }),
      'a region that is misspelled': withMistake({ 'aws-region': 'eu_west_1' }),
      'an endpoint that is misspelled': withMistake({ 'endpoint-name': 'fraud_prod' }),
    },
  },
  'newest-plan-killed': {
    ...plan,
    title:
      'Where the step is killed, the post step says in the comment that the newest commit has no plan.',
    next: [
      {
        ...plan,
        env: ofRun('9002'),
        signals: [{ at: ({ clock }) => clock.now() + 1, signal: 'SIGKILL' }],
      },
      { ...plan, env: ofRun('9002'), step: 'post' },
    ],
  },
  'no-plan-yet': {
    event,
    title:
      'Wrong inputs begin no comment of a plan, and those of a deployment leave that of a plan as it is.',
    inputs: { ...inputs, strategy: 'canari' },
    next: [plan, { inputs: { strategy: 'canari' } }],
  },
  'later-run-first': {
    ...plan,
    title: 'The plan of a later run is not replaced by that of an earlier run which comes late.',
    next: [{ ...plan, env: ofRun('8999') }],
  },
  'creation-unseen': {
    ...plan,
    title:
      'One comment remains where two runs plan at once, and it shows the later run, which comes second.',
    given: 'GitHub creates a comment five seconds late.',
    arrange: ({ github }) =>
      github.addFault({
        ...{ kind: 'slow', method: 'POST', path: '/issues/*/comments', seconds: 5 },
      }),
    next: [{ ...plan, env: ofRun('9002') }],
    variations: { 'the earlier run comes second': { next: [{ ...plan, env: ofRun('9000') }] } },
  },
});

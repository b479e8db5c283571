import type { Guise } from '../../simulator/account/faults.ts';
import type { Moment } from '../../simulator/account/moments.ts';
import { monday } from '../../simulator/clock.ts';
import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const forEver = 100_000;

/** DescribeEndpoint shows it so, whatever SageMaker is really doing. */
function shown(as: Guise, when: Moment, forSeconds = forEver): Pick<Leg, 'given' | 'arrange'> {
  const what = `${JSON.stringify(as)} from ${JSON.stringify(when)} on`;
  return {
    given: `DescribeEndpoint shows ${what}${forSeconds === forEver ? '' : `, for ${forSeconds} s`}.`,
    arrange: ({ sagemaker, clock }) => {
      sagemaker.inject({ kind: 'shown-otherwise', endpoint: 'fraud-prod', when, forSeconds, as });
      // What is so from the start is so at the first poll.
      if ('at' in when) clock.advanceTo(monday + 1);
    },
  };
}

const status = 'Validating';
const alone = { status, pending: 'hidden' } as const;
const atFirst = { at: monday } as const;

tell('unknown-statuses', {
  'beside-the-update': {
    title: 'A status that is not known yet decides nothing while the update is named beside it.',
    ...shown({ status }, { stage: 'provisioning' }, 100),
  },
  alone: {
    title: 'A status that is not known yet decides nothing where it stands alone.',
    ...shown(alone, { stage: 'provisioning' }, 120),
  },
  'from-the-call-on': {
    title: 'A status that is not known yet decides nothing from the call on.',
    ...shown(alone, { stage: 'accepted' }, 60),
  },
  'when-all-is-done': {
    title: 'A status that is not known yet decides nothing when all is done.',
    ...shown(alone, { stage: 'succeeded' }, 300),
  },
  'in-a-rollback': {
    title: 'A rollback is told once an unknown status has passed.',
    ...{ scenario: 'alarm-in-canary-bake', inputs: canary },
    ...shown({ status: 'Reverting' }, { stage: 'rolling-back' }, 50),
  },
  'before-the-update': {
    title: 'An unknown status before the update is waited for.',
    ...shown(alone, atFirst, 180),
  },
  'of-a-variant': {
    title: 'With an unknown status of a variant the phase continues, or follows the traffic.',
    inputs: canary,
    ...shown({ variantStatus: 'Warming' }, { stage: 'provisioning' }),
  },
  'for-a-quarter-of-an-hour': {
    title: 'A status that stays unknown for a quarter of an hour ends without a verdict.',
    ...shown(alone, { stage: 'provisioning' }),
  },
  'until-the-time-is-up': {
    title: 'A status that stays unknown until the time is up ends without a verdict.',
    inputs: { 'wait-timeout': '5m' },
    ...shown(alone, { stage: 'accepted' }),
  },
  'from-the-beginning': {
    title:
      'A status that is unknown from the beginning ends without a verdict, and nothing is requested.',
    ...shown(alone, atFirst),
  },
  'after-the-smoke-test': {
    title: 'A status that becomes unknown during the smoke test ends without a verdict.',
    inputs: { 'smoke-test-file': 'smoke.yaml' },
    files: { 'smoke.yaml': '- { name: any, body: {} }\n' },
    ...shown(alone, { before: 'InvokeEndpoint' }),
  },
  'where-an-update-fails': {
    title: 'An unknown status fails the step after some polls where an update in progress does.',
    inputs: { 'if-in-progress': 'fail' },
    ...shown(alone, atFirst),
  },
});

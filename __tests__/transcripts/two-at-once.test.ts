import { tell } from './tell.ts';

/** One of them is a second earlier than the other at the poll that finds the first update done. */
const early = { 'poll-interval': '7s' };
const late = { 'poll-interval': '25s' };
const other = { 'endpoint-config-name': 'fraud-v3' };

tell('two-at-once', {
  'of-the-same-configuration': {
    title:
      'Of two jobs for the same configuration one updates, the other joins, and both tell the whole of it.',
    inputs: early,
    beside: { afterSeconds: 5, inputs: late },
  },
  'of-two-configurations': {
    title:
      'Of two jobs for two configurations the second waits for the first, and each tells its own end.',
    inputs: early,
    beside: { afterSeconds: 5, inputs: { ...late, ...other } },
  },
  'of-two-configurations-unseen': {
    title:
      'A job is superseded, and says that its configuration was deployed, where the job that waits for it sees its end first and begins the next update.',
    inputs: late,
    beside: { afterSeconds: 5, inputs: { ...early, ...other } },
  },
});

import { tell } from './tell.ts';
import type { Variation } from './transcript.ts';

const noKeys = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
};
const inputs = { mode: 'plan' };
const role = { ...inputs, 'role-to-assume': 'arn:aws:iam::123456789012:role/deployer' };

/** AWS refuses the session for so many polls. */
const refusedFor = (calls: [number, number]): Variation => ({
  faults: [{ kind: 'expired-credentials', operation: 'DescribeEndpoint', calls }],
});

tell('credentials', {
  none: {
    title:
      'A job without credentials, or with some that cannot be used, is told so at once, with what is wrong and the remedy.',
    inputs,
    env: noKeys,
    variations: {
      'a line break': { env: { AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE\n' } },
      'a space': { env: { AWS_SESSION_TOKEN: 'simulated session-token' } },
      'a character that is not printable ASCII': {
        env: { AWS_SECRET_ACCESS_KEY: 'wJalr\u200b' },
      },
      'half of them': { env: { AWS_SECRET_ACCESS_KEY: '' } },
      'the other half': {
        given: 'AWS_ACCESS_KEY_ID is not set.',
        env: { AWS_ACCESS_KEY_ID: undefined },
      },
      'a profile that does not exist': { env: { ...noKeys, AWS_PROFILE: 'absent' } },
      'a profile beside keys': { env: { AWS_PROFILE: 'absent' } },
    },
  },
  'of-a-new-session': {
    title:
      'A role session that was just opened may be refused some times, and is named where it stays refused.',
    given: 'The job has no credentials but the role.',
    idToken: 'write',
    env: noKeys,
    inputs: role,
    arrange: ({ sts }) => void sts.addRole('deployer', {}),
    ...refusedFor([1, 4]),
    variations: { 'it stays refused': refusedFor([1, 100]) },
  },
});

import { expect, it } from '@jest/globals';
import { canary, travel } from './journey.ts';

const key = '/JalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2lnbmF0dXJl';
const reason = [
  `The header was ${key.replaceAll('/', '\\/')}`,
  `${jwt}`,
  `<SessionToken>fresh/ABCDEF+0123456789</SessionToken> | ${encodeURIComponent(key)}`,
].join('\n');

it('a reason that quotes keys and tokens is told without them, and the report stays JSON', async () => {
  const { run, comments } = await travel({
    as: 'call',
    inputs: canary,
    env: { ANOTHER_API_KEY: key },
    arrange: ({ sagemaker }) =>
      sagemaker.inject({ kind: 'failing-deployment', stage: 'baking', afterSeconds: 30, reason }),
  });
  expect(run.outputs.outcome).toBe('rolled-back');
  expect(JSON.parse(run.outputs.report ?? '')['failure-reason']).toBe(
    run.outputs['failure-reason'],
  );
  expect(run.outputs['failure-reason']).toContain('The header was ***\n***\n');
  const told = [run.log, run.summary, JSON.stringify(run.outputs), JSON.stringify(run.state)];
  for (const text of [...told, comments[0]?.body]) {
    expect(text).not.toMatch(/JalrXUtn|K7MDENG|c2lnbmF0|eyJzdWI|ABCDEF/);
  }
});

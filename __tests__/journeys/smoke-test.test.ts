import { describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { travel } from './journey.ts';

const inputs = { 'smoke-test-file': 'smoke.yaml' };
const files = {
  'smoke.yaml': `- name: a fraud
  body: { amount: 900, country: XX }
  expect: { json: { model: fraud-v2, scores: [0.91] }, tolerance: 0.01, latency: 2s }
- name: as CSV
  body-file: rows.csv
  content-type: text/csv
  accept: application/json
  expect: { matches: '"model": ?"fraud' }
`,
  'rows.csv': '900,XX\n',
};
const right = { kind: 'answers', body: '{"model":"fraud-v2","scores":[0.912],"more":1}' } as const;

function models(arrange: (runtime: Simulator['runtime']) => void) {
  return ({ runtime }: Simulator) => arrange(runtime);
}

describe('a smoke test', () => {
  it('shows nothing of what was sent and answered where it may not', async () => {
    const { run, comments } = await travel({
      inputs: { ...inputs, 'smoke-test-show': 'false', 'smoke-test-timeout': '10s' },
      files: { ...files, 'rows.csv': 'SENT-SECRET' },
      arrange: models((runtime) =>
        runtime.script('fraud-v2', { kind: 'answers', body: '{"scores":["ANSWERED-SECRET"]}' }),
      ),
    });
    expect(run.outputs.outcome).toBe('rolled-back');
    expect(run.log).toContain('model is not as expected; scores[0] is not as expected');
    const everything = [
      run.log,
      run.summary,
      JSON.stringify(run.outputs),
      comments[0]?.body,
    ].join();
    expect(everything).not.toMatch(/SECRET|0\.91|country/);
  });

  it('waits for a model that is slow for ten seconds and then fine', async () => {
    const { run, invocations } = await travel({
      as: 'process',
      ...{ inputs, files },
      arrange: models((runtime) =>
        runtime.script('fraud-v2', { ...right, seconds: 4, forSeconds: 10 }, right),
      ),
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('a fraud: failed: took 4000 ms, longer than 2000 ms');
    expect(run.log).toMatch(/a fraud: passed in \d+ ms, after [234] attempts/);
    expect(invocations.length).toBeLessThan(6);
  });

  it('is made by the role and in the region of the inputs, in one session after the other', async () => {
    const { run, invocations, simulator } = await travel({
      idToken: 'write',
      env: {
        AWS_ACCESS_KEY_ID: undefined,
        AWS_SECRET_ACCESS_KEY: undefined,
        AWS_REGION: 'us-east-1',
      },
      inputs: {
        ...inputs,
        'aws-region': 'eu-west-1',
        'role-to-assume': 'arn:aws:iam::123456789012:role/deployer',
      },
      files,
      arrange: ({ sts, runtime }) => {
        const subject = 'repo:acme/fraud:ref:refs/heads/main';
        sts.addRole('deployer', { subject, sessionSeconds: 7 });
        runtime.script('fraud-v2', { kind: 'not-ready', forSeconds: 40 }, right);
      },
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(invocations.length).toBeGreaterThan(8);
    const [tried] = /a fraud: passed.*/.exec(run.log) ?? [];
    expect(tried).toMatch(/after \d+ attempts/);
    expect(simulator.sts.requests.length).toBeGreaterThan(5);
  });

  describe('whose regular expression goes back and forth for ever', () => {
    const endless = { 'smoke.yaml': `[{ name: x, body: '', expect: { matches: '^(a+)+$' } }]` };
    const arrange = models((runtime) =>
      runtime.script('fraud-v2', { kind: 'answers', body: `${'a'.repeat(41)}!` }),
    );

    it('has failed, and says so', async () => {
      const { run } = await travel({
        inputs: { ...inputs, 'smoke-test-timeout': '1s' },
        ...{ files: endless, arrange },
      });
      expect(run.outputs.outcome).toBe('rolled-back');
      expect(run.outputs['failure-reason']).toContain(
        'searching the answer for ^(a+)+$ took more than 500 ms and was given up: write a simpler expression',
      );
    });

    it('does not keep the job from being cancelled', async () => {
      const cancelAt = monday + 170_000;
      const { run } = await travel({ ...{ inputs, files: endless, arrange }, cancelAt });
      expect(run.outputs.outcome).toBe('cancelled');
      expect(run.log).toContain('its smoke test did not finish');
    });
  });
});

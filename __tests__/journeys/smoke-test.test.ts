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
  it('that passes is told from beginning to end', async () => {
    const { run, comments, invocations, updates } = await travel({
      ...{ inputs, files },
      arrange: models((runtime) => runtime.script('fraud-v2', right)),
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain(`\
09:02:41  Smoke testing: 2 requests, for 5 min at most
09:02:41  a fraud: passed in 0 ms
09:02:41  as CSV: passed in 0 ms
09:02:41  InService on fraud-v2, after 2 min 41 s
          Recorded in the endpoint's tags: fraud-v2 came after fraud-v1
Deployed: fraud-prod serves fraud-v2`);
    expect(updates).toHaveLength(1);
    expect(invocations.map(({ input }) => input)).toEqual([
      {
        EndpointName: 'fraud-prod',
        ContentType: 'application/json',
        Body: Buffer.from('{"amount":900,"country":"XX"}'),
      },
      {
        EndpointName: 'fraud-prod',
        ContentType: 'text/csv',
        Accept: 'application/json',
        Body: Buffer.from('900,XX\n'),
      },
    ]);
    expect(comments[0]?.body).toContain('| Smoke test | 2 of 2 requests passed |');
    expect(JSON.parse(run.outputs.report ?? '')['smoke-test']).toMatchObject({
      outcome: 'passed',
      requests: [{ name: 'a fraud', result: 'passed', attempts: 1, 'latency-ms': 0 }, {}],
    });
  });

  it('that a model answers with 500 goes back, and says why', async () => {
    const { run, comments, updates, invocations, simulator } = await travel({
      ...{ inputs, files },
      arrange: models((runtime) =>
        runtime.script('fraud-v2', { kind: 'error', status: 500, message: 'no such column' }),
      ),
    });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain(
      'a fraud: failed: status 500 instead of 200; it answered no such column\n          Retrying',
    );
    expect(run.log).toContain(
      'a fraud: failed: status 500 instead of 200, after 24 attempts; it answered',
    );
    expect(run.log).toContain(
      'The smoke test failed. UpdateEndpoint accepted: rolling back to fraud-v1, all at once',
    );
    expect(run.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back': 'true',
      'endpoint-config-name': 'fraud-v1',
      'previous-endpoint-config-name': 'fraud-v1',
      'failure-reason':
        'The smoke test failed. a fraud: failed: status 500 instead of 200; and 1 more',
    });
    expect(updates.map(({ input }) => input)).toEqual([
      { EndpointName: 'fraud-prod', EndpointConfigName: 'fraud-v2' },
      {
        EndpointName: 'fraud-prod',
        EndpointConfigName: 'fraud-v1',
        RetainAllVariantProperties: true,
        ExcludeRetainedVariantProperties: [{ VariantPropertyType: 'DesiredWeight' }],
      },
    ]);
    expect(simulator.sagemaker.endpoint('fraud-prod')?.state).toMatchObject({
      status: 'InService',
      configName: 'fraud-v1',
    });
    expect(invocations.length).toBeGreaterThan(20);
    const [comment] = comments;
    expect(comment?.body).toContain(
      '### Rolled back: `fraud-prod` serves `fraud-v1` again, `fraud-v2` failed its smoke test',
    );
    expect(comment?.body).toContain('| Smoke test | 0 of 2 requests passed, 2 failed |');
    expect(comment?.body).toContain('`no such column`');
    expect(comment?.body).toMatch(/section Rollback\n {4}Rolling back :crit/);
  });

  it('that a model answers with nonsense goes back, and leaves no record of it', async () => {
    const { run, comments, calls, simulator } = await travel({
      inputs: { ...inputs, 'smoke-test-timeout': '20s' },
      files,
      arrange: models((runtime) =>
        runtime.script('fraud-v2', { kind: 'answers', body: '<html>Welcome to nginx!</html>' }),
      ),
    });
    expect(run.outputs).toMatchObject({
      outcome: 'rolled-back',
      'endpoint-config-name': 'fraud-v1',
      'failure-reason': 'The smoke test failed. a fraud: failed: the answer is no JSON; and 1 more',
    });
    expect(run.log).toContain('it answered <html>Welcome to nginx!</html>');
    expect(comments[0]?.body).toContain('`<html>Welcome to nginx!</html>`');
    expect(simulator.sagemaker.endpoint('fraud-prod')?.state.configName).toBe('fraud-v1');
    expect(calls).not.toContain('AddTags');
  });

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

  it('that the job may not make is no failure of the model: nothing is rolled back', async () => {
    const { run, updates, invocations } = await travel({
      ...{ inputs, files },
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'access-denied', operation: 'InvokeEndpoint' }),
    });
    expect(invocations).toHaveLength(1);
    expect(updates).toHaveLength(1);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-config-name': 'fraud-v2' });
    expect(run.log).toContain(
      'Error: Failed: fraud-prod serves fraud-v2, which could not be smoke-tested',
    );
    expect(run.log).toContain('Allow sagemaker:InvokeEndpoint to that role');
  });

  it('is cut off when the job is cancelled, and says what a re-run does', async () => {
    const { run, updates } = await travel({
      ...{ inputs, files },
      cancelAt: ({ clock }) => clock.now() + 190_000,
      arrange: models((runtime) =>
        runtime.script('fraud-v2', { ...right, seconds: 40, body: 'nonsense' }),
      ),
    });
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', 'endpoint-config-name': 'fraud-v2' });
    expect(run.log).toContain('its smoke test did not finish');
    expect(run.log).toContain('Re-run this job: it smoke-tests what serves already.');
    expect(updates).toHaveLength(1);
  });

  it('whose way back no one watches to its end says where that stands', async () => {
    const { run, updates } = await travel({
      inputs: { ...inputs, 'smoke-test-timeout': '10s' },
      files,
      cancelAt: monday + 220_000,
      arrange: models((runtime) =>
        runtime.script('fraud-v2', { kind: 'answers', body: 'nonsense' }),
      ),
    });
    expect(run.outputs.outcome).toBe('cancelled');
    expect(run.log).toContain('The smoke test failed. The rollback has not ended in SageMaker.');
    expect(run.log).toContain('do not simply re-run this job');
    expect(updates).toHaveLength(2);
  });

  it('whose way back is itself rolled back says that the new model still serves', async () => {
    const { run, updates } = await travel({
      inputs: { ...inputs, 'smoke-test-timeout': '20s' },
      files,
      arrange: ({ sagemaker, runtime }) => {
        runtime.script('fraud-v2', { kind: 'answers', body: 'nonsense' });
        sagemaker.inject({
          ...{ kind: 'failing-deployment', nth: 2, stage: 'provisioning', afterSeconds: 30 },
          reason: 'No room.',
        } as const);
      },
    });
    expect(updates).toHaveLength(2);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-config-name': 'fraud-v2' });
    expect(run.log).toContain('Failed: fraud-prod serves fraud-v2, which failed its smoke test');
    expect(run.log).toContain('SageMaker reverted the rollback to fraud-v1');
    expect(run.log).toContain("SageMaker's reason: No room.");
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

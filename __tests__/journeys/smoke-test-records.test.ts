import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { type RolloutRecord, recordKeys, tagsOfRecord } from '../../src/domain/record.ts';
import { type Answered, type Asked, askDeploy, askRollback, reason } from './asked.ts';

/** One request that fraud-v2 and fraud-v1 answer rightly, unless they are told to talk nonsense. */
const asked = (arrange: NonNullable<Asked['arrange']>): Asked => ({
  inputs: { 'smoke-test-file': 'smoke.yaml', 'smoke-test-timeout': '10s' },
  files: { 'smoke.yaml': '- { name: a fraud, body: "1", expect: { matches: fraud } }' },
  arrange,
});

const talksNonsense =
  (model: string) =>
  ({ runtime }: Simulator) =>
    runtime.script(model, { kind: 'answers', body: '"?"' });

const deployedV2: RolloutRecord = {
  previous: 'fraud-v1',
  current: 'fraud-v2',
  mode: 'deploy',
  commit: 'abc1234',
  run: 'https://github.example/runs/1',
};

/** fraud-v2 serves, on an endpoint that bears this record. */
const served =
  (record: Partial<RolloutRecord>) =>
  ({ sagemaker }: Simulator): void => {
    sagemaker.addEndpoint('fraud-prod', 'fraud-v2');
    sagemaker.addTags('endpoint', 'fraud-prod', tagsOfRecord({ ...deployedV2, ...record }));
  };

const all =
  (...arrangements: readonly ((simulator: Simulator) => void)[]) =>
  (simulator: Simulator): void => {
    for (const arrange of arrangements) arrange(simulator);
  };

function updatesOf({ requests }: Answered): readonly unknown[] {
  return requests
    .filter(({ operation, error }) => operation === 'UpdateEndpoint' && !error)
    .map(({ input }) => (input as { EndpointConfigName: string }).EndpointConfigName);
}

function kindsOf({ events }: Answered): readonly string[] {
  return events.map(({ kind }) => kind);
}

describe('the record of a rollout that is smoke-tested', () => {
  it('is left once the smoke test has passed', async () => {
    const answered = await askDeploy(asked(() => {}));
    expect(answered.outcome.kind).toBe('deployed');
    const ending = ['smoke-result', 'sent', 'answered', 'recorded', 'ended'];
    expect(kindsOf(answered).slice(-5)).toEqual(ending);
  });

  it.each([
    ['went back', {}, 'rolled-back'],
    ['was left', { 'on-smoke-failure': 'fail' }, 'failed'],
  ])('is not left of what failed it and %s', async (_, inputs, outcome) => {
    const failing = asked(talksNonsense('fraud-v2'));
    const answered = await askDeploy({
      ...failing,
      inputs: { ...failing.inputs, ...inputs },
    });
    expect(answered.outcome.kind).toBe(outcome);
    expect(answered.calls).not.toContain('AddTags');
  });

  it('is not left of what could not be smoke-tested', async () => {
    const answered = await askDeploy(
      asked(({ sagemaker }) =>
        sagemaker.inject({ kind: 'access-denied', operation: 'InvokeEndpoint' }),
      ),
    );
    expect(answered.outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'not-smoke-tested' },
    });
    expect(answered.calls).not.toContain('AddTags');
  });
});

describe('a run that finds its configuration serving already', () => {
  it('rolls back to what the record says, where that model fails', async () => {
    const answered = await askDeploy(asked(all(served({}), talksNonsense('fraud-v2'))));
    expect(answered.outcome).toMatchObject({ kind: 'rolled-back', reason: { kind: 'smoke-test' } });
    expect(answered.serves).toBe('fraud-v1');
    expect(updatesOf(answered)).toEqual(['fraud-v1']);
    expect(answered.report).toContain('### Rolled back: `fraud-prod` serves `fraud-v1` again');
  });

  it.each<[what: string, arrange: (simulator: Simulator) => void]>([
    ['is of another configuration', served({ current: 'fraud-v3' })],
    ['is of a rollback: it would lead to what was left by hand', served({ mode: 'rollback' })],
    ['names nothing before it', served({ previous: undefined })],
    [
      'may not be read',
      all(served({}), ({ sagemaker }) =>
        sagemaker.inject({ kind: 'access-denied', operation: 'ListTags' }),
      ),
    ],
  ])('goes nowhere where the record %s', async (_, arrange) => {
    const answered = await askDeploy(asked(all(arrange, talksNonsense('fraud-v2'))));
    expect(answered.outcome.kind).toBe('failed');
    expect(reason(answered)).toContain("nor a record in the endpoint's tags knows");
    expect(updatesOf(answered)).toEqual([]);
  });
});

describe('a rollback by hand that is smoke-tested', () => {
  it('is recorded once it has passed', async () => {
    const answered = await askRollback({
      ...asked(served({})),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v1' });
    const tags = answered.requests.find(({ operation }) => operation === 'AddTags');
    expect(tags?.input).toMatchObject({
      Tags: expect.arrayContaining([{ Key: recordKeys.current, Value: 'fraud-v1' }]),
    });
  });

  it('never goes forward again to what it came from, and says what serves', async () => {
    const answered = await askRollback({
      ...asked(all(served({}), talksNonsense('fraud-v1'))),
    });
    expect(answered).toMatchObject({
      outcome: { kind: 'failed', problem: { code: 'smoke-test-failed' } },
      serves: 'fraud-v1',
      fails: true,
    });
    expect(updatesOf(answered)).toEqual(['fraud-v1']);
    expect(reason(answered)).toContain(
      'the configuration before a rollback is not rolled out again',
    );
    expect(answered.report).toContain(
      '### Failed: `fraud-prod` serves `fraud-v1`, which failed its smoke test',
    );
    expect(answered.calls).not.toContain('AddTags');
  });

  it('says so too where it had gone back already', async () => {
    const answered = await askRollback({
      ...asked(
        all(
          ({ sagemaker }) => sagemaker.addTags('endpoint', 'fraud-prod', tagsOfRecord(deployedV2)),
          talksNonsense('fraud-v1'),
        ),
      ),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'failed' }, serves: 'fraud-v1' });
    expect(updatesOf(answered)).toEqual([]);
  });
});

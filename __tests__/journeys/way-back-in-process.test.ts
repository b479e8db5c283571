import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { type RolloutRecord, recordKeys, tagsOfRecord } from '../../src/domain/record.ts';
import { type Answered, type Asked, askDeploy, askRollback, origin, reason } from './asked.ts';

const deployedV2: RolloutRecord = {
  previous: 'fraud-v1',
  current: 'fraud-v2',
  mode: 'deploy',
  commit: 'abc1234',
  run: 'https://github.example/runs/1',
};

/** fraud-v2 serves, and the endpoint bears that record; `more` is what else is so. */
function served(
  record: Partial<RolloutRecord> | undefined,
  more: (simulator: Simulator) => void = () => {},
): NonNullable<Asked['arrange']> {
  return (simulator) => {
    const { sagemaker } = simulator;
    sagemaker.addEndpoint('fraud-prod', 'fraud-v2');
    const tags = record ? tagsOfRecord({ ...deployedV2, ...record }) : [];
    sagemaker.addTags('endpoint', 'fraud-prod', tags);
    more(simulator);
  };
}

/** Someone rolls out a configuration by other means, just before the first poll. */
function inFlight(endpointConfigName: string): (simulator: Simulator) => void {
  return ({ sagemaker }) =>
    sagemaker.inject({
      kind: 'foreign-update',
      endpoint: 'fraud-prod',
      when: { before: 'DescribeEndpoint' },
      endpointConfigName,
    });
}

function updatesOf({ requests }: Answered): readonly string[] {
  return requests
    .filter(({ operation, error }) => operation === 'UpdateEndpoint' && !error)
    .map(({ input }) => (input as { EndpointConfigName: string }).EndpointConfigName);
}

function recorded({ events }: Answered): RolloutRecord | undefined {
  return events.findLast((event) => event.kind === 'recorded')?.record;
}

/** When UpdateEndpoint was called, by SageMaker's clock. */
function requestedAt({ requests }: Answered): number {
  return requests.find(({ operation }) => operation === 'UpdateEndpoint')?.at ?? 0;
}

describe('the record', () => {
  it('is left after a rollout: before, now, commit, branch and run', async () => {
    const answered = await askDeploy();
    const since = requestedAt(answered);
    const previousSince = answered.simulator.sagemaker.endpoint('fraud-prod')?.createdAt ?? 0;
    expect(recorded(answered)).toEqual({
      ...{ previous: 'fraud-v1', current: 'fraud-v2', mode: 'deploy' },
      ...{ ...origin, since, previousSince },
    });
    const [{ input } = { input: {} }] = answered.requests.filter(
      ({ operation }) => operation === 'AddTags',
    );
    expect(input).toMatchObject({
      Tags: [
        { Key: recordKeys.previous, Value: 'fraud-v1' },
        { Key: recordKeys.current, Value: 'fraud-v2' },
        { Key: recordKeys.mode, Value: 'deploy' },
        { Key: recordKeys.commit, Value: origin.commit },
        { Key: recordKeys.branch, Value: origin.branch },
        { Key: recordKeys.run, Value: origin.run },
        { Key: recordKeys.since, Value: new Date(since).toISOString() },
        { Key: recordKeys.previousSince, Value: new Date(previousSince).toISOString() },
      ],
    });
  });

  it('of a created endpoint names nothing before it', async () => {
    const answered = await askDeploy({
      scenario: 'endpoint-missing',
      inputs: { 'create-endpoint': 'true' },
    });
    expect(recorded(answered)).toMatchObject({ current: 'fraud-v2' });
    expect(recorded(answered)?.previous).toBeUndefined();
  });

  it('says what served before the rollout, where one is joined', async () => {
    const answered = await askDeploy({ arrange: inFlight('fraud-v2') });
    expect(answered.events.map(({ kind }) => kind)).toContain('joined');
    expect(recorded(answered)).toMatchObject({ previous: 'fraud-v1', current: 'fraud-v2' });
  });

  it.each([
    ['serves already', {}, served(undefined)],
    ['is not waited for', { wait: 'false' }, undefined],
  ])('stays as it was where the configuration %s', async (_, inputs, arrange) => {
    const answered = await askDeploy({ inputs, ...(arrange && { arrange }) });
    expect(answered.calls).not.toContain('AddTags');
  });

  it('stays as it was after a rollback by SageMaker', async () => {
    const answered = await askDeploy({ scenario: 'health-check' });
    expect(answered.outcome.kind).toBe('rolled-back');
    expect(answered.calls).not.toContain('AddTags');
  });

  it('waits out throttling', async () => {
    const answered = await askDeploy({
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'throttling', operation: 'AddTags', calls: [1, 2] }),
    });
    expect(recorded(answered)).toMatchObject({ current: 'fraud-v2' });
  });

  it.each(['throttling', 'internal-failure', 'reset', 'expired-credentials'] as const)(
    'that cannot be left is a remark: %s',
    async (kind) => {
      const answered = await askDeploy({
        arrange: ({ sagemaker }) => sagemaker.inject({ kind, operation: 'AddTags' }),
      });
      expect(answered.outcome.kind).toBe('deployed');
      expect(answered.fails).toBe(false);
      expect(answered.report).toContain("No record was left in the endpoint's tags");
    },
  );

  it('that finds no room among fifty tags is a remark', async () => {
    const answered = await askDeploy({
      arrange: ({ sagemaker }) =>
        sagemaker.addTags(
          'endpoint',
          'fraud-prod',
          Array.from({ length: 48 }, (_, index) => ({ Key: `k${index}`, Value: '' })),
        ),
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(answered.report).toContain('a resource has 50 tags at most');
  });
});

describe('mode: rollback goes back', () => {
  it('by the record', async () => {
    const answered = await askRollback({ arrange: served({}) });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v1' });
    expect(answered.found).toEqual([]);
    expect(recorded(answered)).toEqual({
      previous: 'fraud-v2',
      current: 'fraud-v1',
      mode: 'rollback',
      ...origin,
      since: requestedAt(answered),
      previousSince: answered.simulator.sagemaker.endpoint('fraud-prod')?.createdAt,
    });
  });

  it('by the name that is given, and asks for no record then', async () => {
    const answered = await askRollback({
      inputs: { 'endpoint-config-name': 'fraud-v3', autoscaling: 'ignore' },
      arrange: served({}),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v3' });
    expect(answered.calls).not.toContain('ListTags');
    expect(recorded(answered)).toMatchObject({ previous: 'fraud-v2', current: 'fraud-v3' });
  });

  it('with another strategy, where one is given', async () => {
    const answered = await askRollback({
      inputs: { strategy: 'canary', 'canary-size': '1', 'wait-interval': '5m' },
      arrange: served({}),
    });
    expect(answered.serves).toBe('fraud-v1');
    const [update] = answered.requests.filter(({ operation }) => operation === 'UpdateEndpoint');
    expect(JSON.stringify(update?.input)).toContain('CANARY');
  });

  it('although its answer was lost, once', async () => {
    const answered = await askRollback({
      arrange: served({}, ({ sagemaker }) =>
        sagemaker.inject({ kind: 'lost-answer', operation: 'UpdateEndpoint', calls: 1 }),
      ),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v1' });
    expect(recorded(answered)).toMatchObject({ previous: 'fraud-v2', current: 'fraud-v1' });
  });

  it('with the run that has begun to, before it was cut off', async () => {
    const answered = await askRollback({ arrange: served({}, inFlight('fraud-v1')) });
    expect(answered.events.map(({ kind }) => kind)).toContain('joined');
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v1' });
    expect(updatesOf(answered)).toEqual([]);
  });

  it('once: a run that is run again does not go forward', async () => {
    const record = { previous: 'fraud-v3', mode: 'rollback', run: origin.run } as const;
    const answered = await askRollback({ arrange: served(record) });
    expect(answered).toMatchObject({ outcome: { kind: 'unchanged' }, serves: 'fraud-v2' });
  });

  it('in the run that has deployed, too', async () => {
    const answered = await askRollback({ arrange: served({ run: origin.run }) });
    expect(answered.serves).toBe('fraud-v1');
  });

  it('not again, where someone has gone back by other means', async () => {
    const record = { previous: 'fraud-v2', current: 'fraud-v3' };
    const answered = await askRollback({ arrange: served(record) });
    expect(answered).toMatchObject({ outcome: { kind: 'unchanged' }, serves: 'fraud-v2' });
    expect(updatesOf(answered)).toEqual([]);
  });

  it('from a deployment that SageMaker has rolled back already, and says so', async () => {
    const answered = await askRollback({
      arrange: served({}, ({ sagemaker }) => {
        sagemaker.addEndpoint('fraud-prod', 'fraud-v2', { failureReason: 'Too slow.' });
      }),
    });
    expect(answered.found).toContain('warning went-back-already');
    expect(answered.serves).toBe('fraud-v1');
  });

  it('and is told clearly where SageMaker turns it around', async () => {
    const answered = await askRollback({
      scenario: 'health-check',
      arrange: served({}),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'rolled-back' }, serves: 'fraud-v2' });
    expect(answered.fails).toBe(true);
    expect(answered.report).toContain(
      '### Reverted: the rollback to `fraud-v1` failed, and `fraud-prod` still serves `fraud-v2`',
    );
    expect(recorded(answered)).toBeUndefined();
  });
});

describe('mode: rollback refuses, says why, and changes nothing', () => {
  const deny = (operation: string) => (simulator: Simulator) =>
    simulator.sagemaker.inject({ kind: 'access-denied', operation });

  it.each<[what: string, arrange: NonNullable<Asked['arrange']>, says: string]>([
    ['without a record', served(undefined), 'has no record of what served before fraud-v2'],
    [
      'with a record of something else',
      served({ previous: 'fraud-v0', current: 'fraud-v1' }),
      'serves fraud-v2, but its record is of fraud-v1',
    ],
    ['with a garbled record', served({ previous: 'not a name' }), 'has no record'],
    ['of a created endpoint', served({ previous: undefined }), 'nothing served before it'],
    ['without permission for tags', served({}, deny('ListTags')), 'may not call ListTags'],
    [
      'where a rollback has failed',
      ({ sagemaker }) => {
        sagemaker.addEndpoint('fraud-prod', 'fraud-v2', { status: 'UpdateRollbackFailed' });
        sagemaker.addTags('endpoint', 'fraud-prod', tagsOfRecord(deployedV2));
      },
      'it serves with a mix of old and new instances',
    ],
    [
      'where the configuration was deleted',
      served({}, ({ sagemaker }) => sagemaker.remove('endpoint-config', 'fraud-v1')),
      'There is no endpoint configuration fraud-v1',
    ],
    [
      'where its model was deleted',
      served({}, ({ sagemaker }) => sagemaker.remove('model', 'fraud-v1')),
      'There is no model fraud-v1',
    ],
  ])('%s', async (_, arrange, says) => {
    const answered = await askRollback({ arrange });
    expect(answered).toMatchObject({ outcome: { kind: 'failed' }, fails: true });
    expect(reason(answered)).toContain(says);
    expect(reason(answered)).toContain('`endpoint-config-name`');
    expect(answered.calls.filter((call) => /^(Create|Update|Delete|Add)/.test(call))).toEqual([]);
  });

  it('where there is no endpoint', async () => {
    const answered = await askRollback({ scenario: 'endpoint-missing' });
    expect(reason(answered)).toContain('There is no endpoint fraud-prod in eu-west-1');
  });

  it('where an update is in flight, and no one wants to wait', async () => {
    const answered = await askRollback({
      inputs: { 'if-in-progress': 'fail' },
      arrange: served({}, inFlight('fraud-v3')),
    });
    expect(reason(answered)).toContain('endpoint configuration fraud-v3 is being rolled out');
    expect(updatesOf(answered)).toEqual([]);
  });
});

describe('an update that is in flight', () => {
  it('is waited for; what served while it ran is where it rolls back to, whatever the record', async () => {
    const answered = await askRollback({ arrange: served({}, inFlight('fraud-v3')) });
    expect(answered.events.map(({ kind }) => kind)).toContain('waiting');
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v2' });
    expect(recorded(answered)).toMatchObject({ previous: 'fraud-v3', current: 'fraud-v2' });
  });

  it('that does not come to serve leaves nothing to go back from', async () => {
    const answered = await askRollback({
      scenario: 'health-check',
      arrange: served({}, inFlight('fraud-v3')),
    });
    expect(reason(answered)).toContain('has ended without taking effect: fraud-v2 still serves');
    expect(updatesOf(answered)).toEqual([]);
  });

  it('is waited for where a name is given, however it ends', async () => {
    const answered = await askRollback({
      inputs: { 'endpoint-config-name': 'fraud-v1' },
      arrange: served(undefined, inFlight('fraud-v3')),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v1' });
  });

  it('that begins just before ours is not what someone wanted to go back from', async () => {
    const answered = await askRollback({
      scenario: 'foreign-update-before',
      arrange: served({}),
    });
    expect(reason(answered)).toContain('but fraud-v3 serves by now');
    expect(updatesOf(answered)).toEqual([]);
  });

  it('of no configuration changes nothing about the rollback', async () => {
    const answered = await askRollback({
      scenario: 'system-updating',
      arrange: served({}),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v1' });
  });
});

describe('alarms', () => {
  const red = ({ sagemaker }: Simulator) => {
    sagemaker.alarms.set('fraud-5xx', 'ALARM');
  };

  it('that are red and all that there are: the update goes without any', async () => {
    const answered = await askRollback({
      inputs: { alarms: 'fraud-5xx' },
      arrange: served({}, red),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v1' });
    const [update] = answered.requests.filter(({ operation }) => operation === 'UpdateEndpoint');
    expect(JSON.stringify(update?.input)).not.toContain('Alarm');
  });

  it('of the last deployment that are red are told, although no one names them', async () => {
    const answered = await askRollback({
      arrange: served({}, (simulator) => {
        simulator.sagemaker.addEndpoint('fraud-prod', 'fraud-v2', {
          lastDeploymentConfig: {
            BlueGreenUpdatePolicy: {
              TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
            },
            AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] },
          },
        });
        red(simulator);
      }),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v1' });
    expect(answered.report).toContain('| In ALARM before | `fraud-5xx` |');
  });

  it('of the last deployment are left out where it is reused', async () => {
    const answered = await askRollback({
      inputs: { 'retain-deployment-config': 'true' },
      arrange: served({}, (simulator) => {
        simulator.sagemaker.addEndpoint('fraud-prod', 'fraud-v2', {
          lastDeploymentConfig: {
            BlueGreenUpdatePolicy: {
              TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 60 },
            },
            AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] },
          },
        });
        red(simulator);
      }),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v1' });
  });

  it('that may not be read are told as not checked', async () => {
    const answered = await askRollback({
      inputs: { alarms: 'fraud-5xx' },
      arrange: served({}, ({ sagemaker }) =>
        sagemaker.inject({ kind: 'access-denied', operation: 'DescribeAlarms' }),
      ),
    });
    expect(answered.found).toContain('not-checked alarm-exists');
    expect(answered.serves).toBe('fraud-v1');
  });
});

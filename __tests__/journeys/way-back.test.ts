import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { recordKeys } from '../../src/domain/record.ts';
import { canary, type JourneyOptions, type Told, travel, travelAgain } from './journey.ts';

/** Someone presses the button; the pull request is named, as a hand-started run has none. */
const back = { mode: 'rollback', 'endpoint-config-name': '', 'pull-request': '42' };

/** The endpoint's record: what served before, what serves, and which way it went. */
function record({ sagemaker }: Simulator): string {
  const tags = sagemaker.tags('endpoint', 'fraud-prod');
  const { previous, current, mode } = recordKeys;
  return `${tags[previous]} -> ${tags[current]} by ${tags[mode]}`;
}

/** Deploys, then goes back; `between` is what happens in the meantime. */
async function deployThenGoBack(
  between: (simulator: Simulator) => void,
  options: JourneyOptions = {},
): Promise<Told> {
  return travel({
    ...options,
    inputs: { ...back, ...options.inputs },
    arrange: async (simulator) => {
      const { run } = await travelAgain(simulator);
      expect(run.outputs.outcome).toBe('deployed');
      between(simulator);
    },
  });
}

describe('deployed, rolled back by hand, rolled forward', () => {
  it('each leaves a record of what served before, and tells the same comment', async () => {
    const legs: [string | undefined, string][] = [];
    const { run, simulator, comments, updates } = await travel({
      inputs: back,
      arrange: async (simulator) => {
        const first = await travelAgain(simulator, { inputs: canary });
        legs.push([first.run.outputs['endpoint-config-name'], record(simulator)]);
        expect(simulator.sagemaker.tags('endpoint', 'fraud-prod')).toMatchObject({
          [recordKeys.commit]: expect.stringMatching(/^[0-9a-f]{40}$/),
          [recordKeys.run]: expect.stringMatching(
            /^https:\/\/github\.com\/acme\/fraud\/actions\/runs\/\d+$/,
          ),
        });
        const second = await travelAgain(simulator, { inputs: back, env: { GITHUB_RUN_ID: '8' } });
        legs.push([second.run.outputs['endpoint-config-name'], record(simulator)]);
        expect(second.run.outputs).toMatchObject({ outcome: 'deployed', 'rolled-back': 'false' });
        expect(second.run.log).toContain('Rolled back as requested: fraud-prod serves fraud-v1');
        expect(second.updates).toMatchObject([
          { input: { EndpointConfigName: 'fraud-v1' }, error: undefined },
        ]);
        expect(second.updates[0]?.input).not.toHaveProperty('DeploymentConfig');
      },
    });
    legs.push([run.outputs['endpoint-config-name'], record(simulator)]);
    expect(legs).toEqual([
      ['fraud-v2', 'fraud-v1 -> fraud-v2 by deploy'],
      ['fraud-v1', 'fraud-v2 -> fraud-v1 by rollback'],
      ['fraud-v2', 'fraud-v1 -> fraud-v2 by rollback'],
    ]);
    expect(updates).toHaveLength(1);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain(
      '### Rolled back as requested: `fraud-prod` serves `fraud-v2`',
    );
    expect(JSON.parse(run.outputs.report ?? '')).toMatchObject({ mode: 'rollback' });
  });

  it('is told from beginning to end', async () => {
    const { run } = await deployThenGoBack(() => {});
    expect(run.log.replaceAll(/^\d\d:\d\d:\d\d/gm, '00:00:00')).toBe(`\
Rolling fraud-prod in eu-west-1 back to what served before
Console: https://eu-west-1.console.aws.amazon.com/sagemaker/home?region=eu-west-1#/endpoints/fraud-prod
00:00:00  Found it InService, serving fraud-v2, 3 instances
00:00:00  The endpoint's record: fraud-v2 came after fraud-v1, by a rollout (c0ffee1), https://github.com/acme/fraud/actions/runs/9001
00:00:00  What changes from fraud-v2 to fraud-v1:
          AllTraffic › ModelName: fraud-v2 → fraud-v1
          AllTraffic › Image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/models:fraud-v2 → 123456789012.dkr.ecr.eu-west-1.amazonaws.com/models:fraud-v1
          AllTraffic › ModelDataUrl: s3://models-123456789012/fraud-v2/model.tar.gz → s3://models-123456789012/fraud-v1/model.tar.gz
00:00:00  Plan: roll fraud-prod back from fraud-v2 to fraud-v1
          Expected: 2 min 15 s at the shortest, 1 h at the worst, with a rollback at its end
          Instance counts and weights: as the configuration says, because no variant is auto-scaled
00:00:00  UpdateEndpoint accepted: all at once
          Watching until it has settled, for 1 h 10 min at most.
00:00:00  Provisioning the new fleet: 0 of 3 new instances and 3 old take traffic (0 % new)
00:00:00  Moving traffic: 3 of 3 new instances and 0 old take traffic (100 % new)
00:00:00  Removing old instances: 3 of 3 new instances and 0 old take traffic (100 % new)
00:00:00  InService on fraud-v1, after 2 min 41 s
          Recorded in the endpoint's tags: fraud-v1 came after fraud-v2
Rolled back as requested: fraud-prod serves fraud-v1
Report: https://github.com/acme/fraud/pull/42#issuecomment-3100000001
`);
  });
});

describe('what keeps from going back is told, and nothing is changed', () => {
  it('no permission for tags: the deployment stands, and the rollback needs a name', async () => {
    const deny = (operation: string) => ({ kind: 'access-denied', operation }) as const;
    const arrange = ({ sagemaker }: Simulator) => {
      sagemaker.inject(deny('AddTags'));
      sagemaker.inject(deny('ListTags'));
    };
    const { run, comments, simulator } = await travel({ arrange });
    expect(run.exitCode).toBe(0);
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.annotations).toEqual([]);
    expect(run.log).toContain("No record was left in the endpoint's tags");
    expect(comments[0]?.body).toContain('may not call `AddTags`');
    expect(simulator.sagemaker.tags('endpoint', 'fraud-prod')).toEqual({});

    const again = await travel({ arrange, inputs: back });
    expect(again.run.outputs.outcome).toBe('failed');
    expect(again.run.log).toContain(
      'Give `endpoint-config-name`, which needs no record. Allow sagemaker:ListTags',
    );
    expect(again.updates).toEqual([]);
  });
});

describe('while an update is in flight', () => {
  it('says what it waits for, and rolls back to what served while it ran', async () => {
    const { run, updates, simulator } = await travel({
      inputs: back,
      arrange: async (simulator) => {
        const started = await travelAgain(simulator, {
          inputs: { ...canary, wait: 'false' },
        });
        expect(started.run.outputs.outcome).toBe('started');
        expect(simulator.sagemaker.tags('endpoint', 'fraud-prod')).toEqual({});
        simulator.clock.advanceTo(simulator.clock.now() + 60_000);
      },
    });
    expect(run.log).toContain('Waiting: the endpoint is Updating (fraud-v2 is being rolled out)');
    expect(run.log).toContain('SageMaker has no call that stops an update');
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'endpoint-config-name': 'fraud-v1',
      'previous-endpoint-config-name': 'fraud-v2',
    });
    expect(updates).toHaveLength(1);
    expect(record(simulator)).toBe('fraud-v2 -> fraud-v1 by rollback');
  });
});

describe('alarms that are red', () => {
  it('do not stop it: the report says which, and the update goes without them', async () => {
    const { run, updates, comments } = await deployThenGoBack(
      ({ sagemaker }) => sagemaker.alarms.set('fraud-5xx', 'ALARM'),
      { inputs: { alarms: 'fraud-5xx, fraud-latency' } },
    );
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'endpoint-config-name': 'fraud-v1' });
    expect(updates).toMatchObject([
      {
        input: {
          DeploymentConfig: {
            AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-latency' }] },
          },
        },
      },
    ]);
    expect(run.log).toContain('In ALARM already: fraud-5xx. That does not stop a rollback.');
    expect(run.log).toContain('This update goes without fraud-5xx');
    expect(comments[0]?.body).toContain('| In ALARM before | `fraud-5xx`, left out of this update');
    expect(comments[0]?.body).toMatch(/\| Rolls back on \| \[`fraud-latency`\]\([^)]*\) \|/);
  });
});

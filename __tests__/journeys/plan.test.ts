import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pullRequest as pullRequestEvent } from '../../simulator/runner/event.ts';
import { type Run, runAction } from '../../simulator/runner.ts';
import { loadScenario } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { askDeploy, askPlan } from './asked.ts';
import { canary, pullRequest, travelAgain } from './journey.ts';

const inputs = {
  'endpoint-name': 'fraud-prod',
  'endpoint-config-name': '',
  'model-name': 'fraud-v2',
  ...canary,
  'canary-size': '1',
};

function firstLines(body = ''): readonly string[] {
  return body.split('\n').slice(0, 2);
}

/** The pair of workflows that the README shows. */
describe('a plan on the pull request, the deployment on its merge', () => {
  let simulator: Simulator;
  const comments = () => simulator.github.comments(pullRequest);
  const planning = { event: pullRequestEvent(pullRequest), inputs: { ...inputs, mode: 'plan' } };

  beforeEach(async () => {
    simulator = await startSimulator();
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    simulator.github.addPullRequest({ number: pullRequest });
  });
  afterEach(() => simulator.close());

  /** The plan by the bundle, and which calls it made. */
  async function plan() {
    const seen = simulator.sagemaker.requests.length;
    const run: Run = await runAction({ simulator, ...planning });
    const requests = simulator.sagemaker.requests.slice(seen);
    return { run, calls: requests.map(({ operation }) => operation) };
  }

  const deploy = () => travelAgain(simulator, { inputs });
  const planBefore = () => travelAgain(simulator, planning);

  it('says what would be done, and only reads', async () => {
    const { run, calls } = await plan();
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({
      outcome: 'planned',
      'has-changes': 'true',
      'rolled-back': 'false',
      'endpoint-config-name': 'fraud-v1',
      'pull-requests': '42',
    });
    expect(calls.filter((call) => !/^(Describe|List)/.test(call))).toEqual([]);
    const [comment, ...others] = comments();
    expect(others).toEqual([]);
    expect(firstLines(comment?.body)).toEqual([
      expect.stringContaining(
        '<!-- sagemaker-rollout {"endpoint":"fraud-prod","environment":"","mode":"plan",',
      ),
      expect.stringMatching(
        /^### Plan: update `fraud-prod` from `fraud-v1` to `fraud-prod-[0-9a-f]{10}`/,
      ),
    ]);
    expect(comment?.body).toContain('| Strategy | canary 1 instance, bake 5 min');
    expect(comment?.body).toMatch(/\| Expected \| .+ at the shortest, .+ at the worst/);
    expect(comment?.body).toContain('| `AllTraffic › ModelName` | `fraud-v1` | `fraud-v2` |');
    expect(comment?.body).toContain('"TerminationWaitInSeconds": 120');
    expect(comment?.body).toContain(run.summary.trim());
  });

  it('is edited in place by a re-run, which fails where deploying would', async () => {
    await planBefore();
    const versions = comments()[0]?.versions.length ?? 0;
    simulator.sagemaker.alarms.set('fraud-5xx', 'ALARM');
    const { run, calls } = await plan();
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'planned', 'has-changes': 'true' });
    expect(run.annotations).toMatchObject([{ level: 'error' }]);
    expect(calls.filter((call) => !/^(Describe|List)/.test(call))).toEqual([]);
    const [comment, ...others] = comments();
    expect(others).toEqual([]);
    expect(comment?.versions).toHaveLength(versions + 1);
    expect(comment?.body).toContain('The metric alarm `fraud-5xx` is in ALARM now.');
  });

  it('cannot be combined with the comment of the deployment, each with its own first line', async () => {
    await planBefore();
    const before = comments()[0]?.body;
    const { run } = await deploy();
    const deployed = run.outputs['endpoint-config-name'];
    expect(run.outputs.outcome).toBe('deployed');
    const [planned, deployment, ...others] = comments();
    expect(others).toEqual([]);
    expect(planned?.body).toBe(before);
    expect(planned?.body).toContain(`to \`${deployed}\``);
    expect(firstLines(deployment?.body)).toEqual([
      expect.stringContaining(
        '<!-- sagemaker-rollout {"endpoint":"fraud-prod","environment":"","mode":"deploy",',
      ),
      `### Deployed: \`fraud-prod\` serves \`${deployed}\``,
    ]);
    for (const comment of [planned, deployment]) {
      expect(comment?.body).toContain('| Endpoint | `fraud-prod` in `eu-west-1` |');
      expect(comment?.body).toContain('| Strategy | canary 1 instance, bake 5 min');
    }
    expect(planned?.body).toContain(`| Serves | \`fraud-v1\`, would be \`${deployed}\` |`);
    expect(deployment?.body).toContain(`| Serves | \`fraud-v1\` → \`${deployed}\` |`);
  });

  it('has nothing to change once it is deployed', async () => {
    await planBefore();
    await deploy();
    const { run } = await plan();
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'planned', 'has-changes': 'false' });
    expect(comments()).toHaveLength(2);
    expect(comments()[0]?.body).toContain('### Plan: nothing to change: `fraud-prod` serves');
  });
});

describe('a plan fails only where deploying would', () => {
  it.each([
    ['canary-succeeds', {}],
    ['endpoint-missing', {}],
    ['endpoint-missing', { 'create-endpoint': 'true' }],
    ['model-deleted', {}],
    ['alarm-already-tripped', { ...canary, 'canary-size': '1' }],
    ['alarm-missing', { ...canary, 'canary-size': '1', preflight: 'warn' }],
    ['alarm-missing', { ...canary, 'canary-size': '1', preflight: 'off' }],
    ['single-instance', {}],
    ['two-variants', { 'endpoint-config-name': '', 'model-name': 'fraud-v2' }],
    ['endpoint-missing', { 'endpoint-config-name': '', 'model-name': 'fraud-v2' }],
  ] as const)('%s with %j', async (scenario, more) => {
    const planned = await askPlan({ scenario, inputs: more });
    const deployed = await askDeploy({ scenario, inputs: more });
    expect(planned.fails).toBe(deployed.fails);
    expect(planned.found).toEqual(deployed.found);
    expect(planned.calls.filter((call) => !/^(Describe|List)/.test(call))).toEqual([]);
  });

  const found = (status: 'Failed' | 'Deleting') => ({
    arrange: ({ sagemaker }: Simulator) =>
      void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { status }),
  });

  it.each(['Failed', 'Deleting'] as const)('an endpoint that is %s', async (status) => {
    expect((await askDeploy(found(status))).fails).toBe(true);
    expect((await askPlan(found(status))).fails).toBe(true);
  });

  it.each([
    ['Failed', 'warn'],
    ['Failed', 'off'],
    ['Deleting', 'off'],
  ] as const)('an endpoint that is %s, with preflight: %s', async (status, preflight) => {
    const asked = { ...found(status), inputs: { preflight } };
    expect((await askDeploy(asked)).fails).toBe(true);
    expect((await askPlan(asked)).fails).toBe(true);
  });

  it('an endpoint that is missing, with preflight: off', async () => {
    const asked = { scenario: 'endpoint-missing', inputs: { preflight: 'off' } } as const;
    expect((await askDeploy(asked)).fails).toBe(true);
    expect((await askPlan(asked)).fails).toBe(true);
  });
});

describe('what a plan shows', () => {
  it('the exact deployment configuration, also one that is reused', async () => {
    const { report } = await askPlan({
      inputs: { 'retain-deployment-config': 'true' },
      arrange: ({ sagemaker }) =>
        void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', {
          lastDeploymentConfig: {
            BlueGreenUpdatePolicy: {
              TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
              TerminationWaitInSeconds: 171,
            },
          },
        }),
    });
    expect(report).toContain('"TerminationWaitInSeconds": 171');
  });

  it('the tags that what is created would get', async () => {
    const { report } = await askPlan({
      scenario: 'endpoint-missing',
      inputs: { 'create-endpoint': 'true', tags: 'team=growth' },
    });
    expect(report).toContain('growth');
  });

  it('an update by another party that the rollout would wait for', async () => {
    const { outcome, report } = await askPlan({
      arrange: ({ sagemaker, clock }) => {
        const when = { afterSeconds: 1 };
        const endpointConfigName = 'fraud-v3';
        sagemaker.inject({
          kind: 'foreign-update',
          endpoint: 'fraud-prod',
          when,
          endpointConfigName,
        });
        clock.advanceTo(clock.now() + 60_000);
      },
    });
    expect(outcome).toMatchObject({ kind: 'planned', hasChanges: true, isBlocked: false });
    expect(report).toContain('fraud-v3');
  });
});

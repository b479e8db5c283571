import { describe, expect, it } from '@jest/globals';
import { travel } from './journey.ts';

describe("the user's mistakes", () => {
  it('are all named at once, before any call is made', async () => {
    const { run, calls, simulator, comments } = await travel({
      inputs: {
        'endpoint-name': 'fraud_prod',
        'endpoint-config-name': '',
        strategy: 'canary',
        'canary-size': '60%',
        'linear-step-size': '10%',
        'wait-interval': '2h',
        'poll-interval': 'often',
        wait: 'yes',
      },
      env: { AWS_REGION: undefined },
    });
    expect(run.log).toBe(`\
Error: 8 inputs are wrong:
- endpoint-name: "fraud_prod" is not a valid name: write 1 to 63 letters, digits and hyphens, with no hyphen at the start or the end.
- endpoint-config-name is missing: name a configuration that exists, or set \`endpoint-config-file\`, \`image\`, \`model-name\` or \`model-package\`.
- linear-step-size: "10%" belongs to linear, not to canary. Remove it, or change the strategy.
- wait-interval: "2h" is out of bounds: SageMaker takes 0 to 3600 seconds.
- canary-size: "60%" is out of bounds: SageMaker takes 1 % to 50 % of a variant's instances, or a number of instances from 1.
- wait: "yes" is not known: write true or false.
- poll-interval: "often" is not a valid duration: write auto, or a duration like 30s or 2m.
- aws-region is missing, and AWS_REGION is not set in the environment: write the region.
No AWS call was made. Fix the inputs in the workflow and run it again.
`);
    expect(calls).toEqual([]);
    expect(simulator.github.requests).toEqual([]);
    expect(comments).toEqual([]);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'rolled-back': 'false' });
    expect(run.outputs['failure-reason']).toContain('canary-size: "60%" is out of bounds');
    expect(run.summary).toContain('### Failed: 8 inputs are wrong:');
    expect(run.summary).toContain('- `wait`: `"yes"` is not known: write true or false.');
  });

  it('in a deployment-config are named with their place in it', async () => {
    const { run } = await travel({
      inputs: {
        'canary-size': '10%',
        'deployment-config': `
BlueGreenUpdatePolicy:
  TrafficRoutingConfiguration: { Type: CANRY, WaitInterval: 300 }
  TerminationWaitInSeconds: soon
`,
      },
    });
    expect(run.log).toContain(
      'canary-size: "10%" cannot be combined with deployment-config, which says it all. Remove one of the two.',
    );
    expect(run.log).toContain(
      'TrafficRoutingConfiguration.Type: "CANRY" is not valid here: write one of ALL_AT_ONCE, CANARY, LINEAR.',
    );
    expect(run.log).toContain(
      'TrafficRoutingConfiguration.WaitInterval is not a member of the API: write WaitIntervalInSeconds.',
    );
    expect(run.log).toContain(
      'TerminationWaitInSeconds: "soon" is not valid here: write a number.',
    );
  });

  it.each([
    ['a file that is not checked out', { 'endpoint-config-file': 'endpoint.yaml' }],
    [
      'a role without `id-token: write`',
      { 'role-to-assume': 'arn:aws:iam::123456789012:role/deployer' },
    ],
  ])('are told in every output, for a later step that reads the report: %s', async (_, more) => {
    const { run, calls } = await travel({ inputs: more });
    expect(calls).toEqual([]);
    const { verdict, ...report } = JSON.parse(run.outputs.report ?? '');
    expect(verdict).toMatch(/^Failed: /);
    expect(report).toMatchObject({
      ...{ version: 1, outcome: 'failed', 'rolled-back': false, 'has-changes': false },
      ...{ mode: null, 'endpoint-name': null, phases: [], 'pull-requests': [] },
      'failure-reason': run.outputs['failure-reason'],
    });
  });

  it('are shown as text, whatever they hold', async () => {
    const { run } = await travel({
      inputs: {
        'endpoint-name': '::set-output name=outcome::deployed',
        strategy: '##[add-mask]on',
      },
    });
    expect(run.outputs.outcome).toBe('failed');
    expect(run.masked).not.toContain('on');
    expect(run.annotations).toHaveLength(1);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readInputs } from '../../src/inputs/inputs.ts';
import { saying } from '../saying.ts';
import { mistakesIn, needed, read, surroundings, type With } from './workflow.ts';

describe('a workflow that says everything', () => {
  it('is read to the last word', () => {
    expect(
      read({
        strategy: 'canary',
        'canary-size': '10%',
        'wait-interval': '5m',
        'termination-wait': '120',
        'max-execution-timeout': '1h30m',
        alarms: 'fraud-5xx, fraud-latency\nfraud-drift\n',
        'retain-variant-properties': 'true',
        'exclude-retained-properties': 'DesiredWeight\nDataCaptureConfig',
        'create-endpoint': 'true',
        redeploy: 'true',
        tags: 'team=fraud\nstage=production',
        preflight: 'warn',
        autoscaling: 'preserve',
        'scale-up-by': '2',
        mode: 'plan',
        'if-older-commit': 'allow',
        'if-in-progress': 'fail',
        wait: 'false',
        'wait-timeout': '2h',
        'poll-interval': '30s',
        'show-logs': 'true',
        'fail-on-rollback': 'false',
        comment: 'false',
        'pull-request': '#123',
        environment: ' production ',
        'github-token': 'ghs_secret',
      }),
    ).toStrictEqual({
      mode: 'plan',
      rollout: {
        endpointName: 'fraud',
        endpointConfigName: 'fraud-v2',
        source: { kind: 'existing', name: 'fraud-v2' },
        createEndpoint: 'if-missing',
        redeploy: true,
        tags: [
          { Key: 'team', Value: 'fraud' },
          { Key: 'stage', Value: 'production' },
        ],
        preflight: 'warn',
        deployment: {
          kind: 'given',
          config: {
            BlueGreenUpdatePolicy: {
              TrafficRoutingConfiguration: {
                Type: 'CANARY',
                WaitIntervalInSeconds: 300,
                CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
              },
              TerminationWaitInSeconds: 120,
              MaximumExecutionTimeoutInSeconds: 5400,
            },
            AutoRollbackConfiguration: {
              Alarms: [
                { AlarmName: 'fraud-5xx' },
                { AlarmName: 'fraud-latency' },
                { AlarmName: 'fraud-drift' },
              ],
            },
          },
        },
        retention: { kind: 'all-but', excluded: ['DesiredWeight', 'DataCaptureConfig'] },
        autoscaling: { kind: 'preserve', scaleUpBy: 2 },
        ifOlderCommit: 'allow',
        showLogs: 'everything',
        ifInProgress: 'fail',
        watch: 'start-only',
        waitTimeoutSeconds: 7200,
        pollIntervalSeconds: 30,
        smokeTest: undefined,
      },
      reporting: {
        comment: false,
        pullRequest: 123,
        environment: 'production',
        token: 'ghs_secret',
        failOnRollback: false,
        notify: true,
      },
      region: 'eu-west-1',
      role: undefined,
    });
  });
});

describe('a workflow that says nothing but the two names', () => {
  const plain = {
    mode: 'deploy',
    rollout: {
      endpointName: 'fraud',
      endpointConfigName: 'fraud-v2',
      source: { kind: 'existing', name: 'fraud-v2' },
      createEndpoint: 'never',
      redeploy: false,
      tags: [],
      preflight: 'enforce',
      deployment: { kind: 'default' },
      retention: { kind: 'auto', excluded: [] },
      autoscaling: { kind: 'preserve', scaleUpBy: undefined },
      ifOlderCommit: 'fail',
      showLogs: 'auto',
      ifInProgress: 'wait',
      watch: 'until-settled',
      waitTimeoutSeconds: undefined,
      pollIntervalSeconds: 120,
      smokeTest: undefined,
    },
    reporting: {
      comment: true,
      pullRequest: undefined,
      environment: undefined,
      token: undefined,
      failOnRollback: true,
      notify: true,
    },
    region: 'eu-west-1',
    role: undefined,
  };

  it('gets the defaults', () => {
    expect(read()).toStrictEqual(plain);
  });

  it('gets the same by the defaults of action.yml as by empty inputs', () => {
    const { inputs } = parse(readFileSync('action.yml', 'utf8'));
    const defaults: Record<string, string> = {};
    for (const [name, { default: text = '' }] of Object.entries<{ default?: string }>(inputs)) {
      // The one default that GitHub fills in.
      if (name !== 'github-token') defaults[name] = text;
    }
    expect(defaults).toMatchObject({ strategy: 'all-at-once', 'poll-interval': 'auto' });
    expect(read({ ...defaults, ...needed })).toStrictEqual(plain);
  });
});

describe('words that mean the same', () => {
  it.each(['true', 'True', 'TRUE', ' true '])('wait: %s', (text) => {
    expect(read({ wait: text }).rollout.watch).toBe('until-settled');
  });

  it.each(['false', 'False', 'FALSE'])('comment: %s', (text) => {
    expect(read({ comment: text }).reporting.comment).toBe(false);
  });

  it.each([
    ['a,b', ['a', 'b']],
    ['a, b,', ['a', 'b']],
    ['\na\n  b\r\n\n', ['a', 'b']],
    ['an alarm with spaces', ['an alarm with spaces']],
  ])('alarms: %j', (alarms, names) => {
    const { deployment } = read({ alarms }).rollout;
    expect(deployment).toMatchObject({
      config: { AutoRollbackConfiguration: { Alarms: names.map((AlarmName) => ({ AlarmName })) } },
    });
  });

  it('retain-variant-properties without an exclusion keeps them all', () => {
    expect(read({ 'retain-variant-properties': 'true' }).rollout.retention).toEqual({
      kind: 'all-but',
      excluded: [],
    });
  });

  it('retain-deployment-config reuses the last one, the default strategy beside it or not', () => {
    const retain: With = { 'retain-deployment-config': 'true' };
    expect(read(retain).rollout.deployment).toEqual({ kind: 'last' });
    expect(read({ ...retain, strategy: 'all-at-once' }).rollout.deployment).toEqual({
      kind: 'last',
    });
  });

  it('a name may have 63 characters', () => {
    const longest = `a${'-b'.repeat(31)}`;
    expect(longest).toHaveLength(63);
    expect(read({ 'endpoint-name': longest }).rollout.endpointName).toBe(longest);
  });
});

describe('a region', () => {
  it('has to be named by the environment', () => {
    for (const region of [undefined, '']) {
      expect(() => readInputs((name) => needed[name] ?? '', surroundings(region))).toThrow(
        'One input is wrong:\n- aws-region is missing, and AWS_REGION is not set in the environment: write the region.',
      );
    }
  });
});

it('several mistakes are told at once, in one problem, and nothing is called', () => {
  const written: With = {
    'endpoint-name': '',
    'endpoint-config-name': 'fraud_v2',
    strategy: 'canary',
    'canary-size': '60%',
    'wait-interval': '2h',
    'if-in-progress': 'queue',
    'poll-interval': '0',
    'fail-on-rollback': 'no',
  };
  expect(mistakesIn(written, '').map((line) => line.split(/[: ]/)[0])).toEqual([
    'endpoint-name',
    'endpoint-config-name',
    'wait-interval',
    'canary-size',
    'if-in-progress',
    'poll-interval',
    'aws-region',
    'fail-on-rollback',
  ]);
  expect(() => read(written)).toThrow(
    expect.objectContaining({
      code: 'invalid-inputs',
      message: expect.stringMatching(/^7 inputs are wrong:\n- endpoint-name is missing/),
      remedy: saying('No AWS call was made. Fix the inputs in the workflow and run it again.'),
    }),
  );
});

import { describe, expect, it } from '@jest/globals';
import type { Alarm } from '../../../src/domain/alarms/alarm.ts';
import type { Snapshot } from '../../../src/domain/endpoint.ts';
import type { Finding } from '../../../src/domain/preflight/finding.ts';
import { blocking, overridden } from '../../../src/domain/preflight.ts';
import { saying } from '../../saying.ts';
import { compositeAlarm, metricAlarm } from '../alarms.ts';
import { pending } from '../snapshots.ts';
import {
  canary,
  denied,
  findingsOf,
  found,
  instances,
  linear,
  linesOf,
  missing,
  percent,
  rolling,
  type Told,
} from './facts.ts';

const canaryOfOne = canary(instances(1));

describe('where all is well there is nothing to say', () => {
  it.each<[what: string, told: Told]>([
    ['all at once', {}],
    ['a guarded canary', { deployment: canaryOfOne }],
    ['an endpoint to be created', { endpoint: missing, serving: missing, createEndpoint: true }],
  ])('%s', (_, told) => {
    expect(linesOf(told)).toEqual([]);
  });

  it.each<[what: string, snapshot: Partial<Snapshot>]>([
    ['it serves already', { configName: 'fraud-v2' }],
    ['it is being rolled out', { status: 'Updating', pending: pending('fraud-v2') }],
  ])('nothing is going to be changed, because %s: whatever the alarms say', (_, endpoint) => {
    const alarms = { 'fraud-5xx': found({ ...metricAlarm, state: 'ALARM' }) };
    expect(linesOf({ endpoint, alarms, config: missing, deployment: canaryOfOne })).toEqual([]);
  });
});

describe('what has to exist', () => {
  it.each<[line: string, told: Told]>([
    [
      'error endpoint-exists: There is no endpoint fraud in eu-west-1.',
      { endpoint: missing, serving: missing },
    ],
    [
      'error endpoint-config-exists: There is no endpoint configuration fraud-v2 in eu-west-1.',
      { config: missing },
    ],
    [
      'error serving-config-exists: The configuration that serves, fraud-v1, no longer exists.',
      { serving: missing },
    ],
    [
      'error model-exists: There is no model m2 in eu-west-1.',
      { models: { m1: found({}), m2: missing } },
    ],
    [
      'error alarm-exists: There is no alarm a2, neither metric nor composite.',
      { alarms: { a1: found(compositeAlarm), a2: missing } },
    ],
  ])('%s', (line, told) => {
    expect(linesOf(told)).toEqual([line]);
  });

  it('all of it at once', () => {
    const ids = findingsOf({
      endpoint: missing,
      serving: missing,
      config: missing,
      models: { m: missing },
      alarms: { a: missing },
    }).map(({ id }) => id);
    expect(ids).toEqual([
      'endpoint-exists',
      'endpoint-config-exists',
      'model-exists',
      'alarm-exists',
    ]);
  });
});

describe("the endpoint's state", () => {
  it.each<[line: string | undefined, status: string, ifInProgress: 'wait' | 'fail']>([
    ['error endpoint-state: Endpoint fraud is Failed.', 'Failed', 'wait'],
    ['error endpoint-state: Endpoint fraud is Deleting.', 'Deleting', 'wait'],
    ['remark endpoint-state: Endpoint fraud is Updating.', 'Updating', 'wait'],
    ['error endpoint-state: Endpoint fraud is Updating.', 'Updating', 'fail'],
    ['remark endpoint-state: Endpoint fraud is SystemUpdating.', 'SystemUpdating', 'wait'],
    [
      'remark endpoint-state: Endpoint fraud is UpdateRollbackFailed.',
      'UpdateRollbackFailed',
      'wait',
    ],
    [undefined, 'InService', 'fail'],
  ])('%s (%s, %s)', (line, status, ifInProgress) => {
    expect(linesOf({ endpoint: { status }, request: { ifInProgress } })).toEqual(
      line ? [line] : [],
    );
  });
});

describe('alarms', () => {
  const alarm = (state: string, kind: Alarm['kind'] = 'metric') => ({
    'fraud-5xx': found<Alarm>({ ...(kind === 'metric' ? metricAlarm : compositeAlarm), state }),
  });

  it.each<[line: string | undefined, told: Told]>([
    [
      'error alarm-in-alarm: The metric alarm fraud-5xx is in ALARM now.',
      { alarms: alarm('ALARM'), deployment: canaryOfOne },
    ],
    [
      'error alarm-in-alarm: The composite alarm fraud-5xx is in ALARM now.',
      { alarms: alarm('ALARM', 'composite'), deployment: canaryOfOne },
    ],
    [
      'remark alarm-without-data: The metric alarm fraud-5xx has INSUFFICIENT_DATA.',
      { alarms: alarm('INSUFFICIENT_DATA'), deployment: canaryOfOne },
    ],
    [undefined, { alarms: alarm('OK'), deployment: canaryOfOne }],
    [
      undefined,
      { alarms: alarm('ALARM'), endpoint: missing, serving: missing, createEndpoint: true },
    ],
  ])('%s', (line, told) => {
    expect(linesOf(told)).toEqual(line ? [line] : []);
  });

  const unguarded = { AutoRollbackConfiguration: {} };
  it.each<[line: string | undefined, told: Told]>([
    [
      'warning bakes-guarded: The rollout is a canary, and no alarm watches it.',
      { deployment: { ...canaryOfOne, ...unguarded } },
    ],
    [
      'warning bakes-guarded: The rollout is linear, and no alarm watches it.',
      { deployment: { ...linear(instances(1)), ...unguarded } },
    ],
    [
      'warning bakes-guarded: The rollout is rolling, and no alarm watches it.',
      { deployment: { ...rolling(instances(1)), ...unguarded } },
    ],
    [
      'warning bakes-guarded: The rollout is a canary, and no alarm watches it.',
      {
        request: { deployment: { kind: 'last' } },
        endpoint: { lastDeploymentConfig: { ...canaryOfOne, ...unguarded } },
      },
    ],
    [undefined, {}],
    [
      undefined,
      {
        deployment: { ...canaryOfOne, ...unguarded },
        endpoint: missing,
        serving: missing,
        createEndpoint: true,
      },
    ],
  ])('%s', (line, told) => {
    expect(linesOf(told)).toEqual(line ? [line] : []);
  });
});

describe('what could not be looked up is never passed, and never an error', () => {
  const idsOf = (told: Told) => findingsOf(told).map(({ level, id }) => `${level} ${id}`);

  it('the alarms', () => {
    const alarms = { a1: denied, a2: denied, a3: found<Alarm>(metricAlarm) };
    expect(findingsOf({ alarms, deployment: canaryOfOne })).toEqual([
      {
        id: 'alarm-exists',
        level: 'not-checked',
        seen: saying('a1, a2: The role may not look.'),
        why: saying('Whether these alarms exist, and whether one is in ALARM now, is not known.'),
        remedy: saying('Allow it.'),
      },
    ]);
  });

  it('the models, the endpoint and the configuration that serves', () => {
    expect(idsOf({ models: { 'fraud-v2': denied } })).toEqual(['not-checked model-exists']);
    expect(idsOf({ serving: denied })).toEqual([
      'not-checked serving-config-exists',
      'not-checked endpoint-kind',
      'not-checked change-not-applied',
    ]);
    expect(idsOf({ endpoint: denied })).toEqual([
      'not-checked endpoint-exists',
      'not-checked endpoint-state',
    ]);
  });

  it('what is told of one thing names no others', () => {
    const [first] = findingsOf({ config: denied }).filter(({ id }) => id === 'instances-lost');
    expect(String(first?.seen)).toBe('The role may not look.');
  });

  it('the new configuration: every rule that would have needed it says so', () => {
    expect(idsOf({ config: denied })).toEqual([
      'not-checked endpoint-config-exists',
      'not-checked endpoint-kind',
      'not-checked inference-components',
      'not-checked instances-lost',
      'not-checked change-not-applied',
      'not-checked worst-case-fits-job',
    ]);
    expect(idsOf({ config: denied, deployment: canaryOfOne })).toEqual([
      'not-checked endpoint-config-exists',
      'not-checked endpoint-kind',
      'not-checked serverless-unguarded',
      'not-checked size-suits-fleet',
      'not-checked size-below-one-instance',
      'not-checked single-instance-fleet',
      'not-checked variant-names-stay',
      'not-checked inf1-falls-back',
      'not-checked inference-components',
      'not-checked instances-lost',
      'not-checked change-not-applied',
      'not-checked worst-case-fits-job',
    ]);
    const batches = { config: denied, deployment: rolling(percent(20), 3600) };
    expect(idsOf({ ...batches, request: { waitTimeoutSeconds: 60 } })).toEqual(
      expect.arrayContaining([
        'not-checked rolling-one-variant',
        'not-checked rolling-not-serverless',
        'not-checked waits-fit-limit',
        'not-checked worst-case-fits-watch',
      ]),
    );
  });

  it('nothing of it stops the rollout', () => {
    const nothing: Told = {
      endpoint: denied,
      config: denied,
      serving: denied,
      models: { m: denied },
      alarms: { a: denied },
      deployment: canaryOfOne,
    };
    const findings = findingsOf(nothing);
    expect(findings.length).toBeGreaterThan(10);
    expect(findings.filter(({ level }) => level !== 'not-checked')).toEqual([]);
    expect(blocking(findings, 'enforce')).toEqual([]);
  });
});

describe('what is done with findings', () => {
  const findings = findingsOf({
    config: missing,
    deployment: canaryOfOne,
    alarms: { a: denied, b: found({ ...metricAlarm, state: 'INSUFFICIENT_DATA' }) },
  });
  const ids = (some: readonly Finding[]) => some.map(({ id }) => id);

  it('enforce: errors stop the rollout, and nothing else does', () => {
    expect(ids(findings)).toEqual(['endpoint-config-exists', 'alarm-exists', 'alarm-without-data']);
    expect(ids(blocking(findings, 'enforce'))).toEqual(['endpoint-config-exists']);
    expect(overridden(findings, 'enforce')).toEqual([]);
  });

  it('warn: nothing stops it, and what was overridden is known', () => {
    expect(blocking(findings, 'warn')).toEqual([]);
    expect(ids(overridden(findings, 'warn'))).toEqual(['endpoint-config-exists']);
  });

  it('off: nothing stops it, and no one looked', () => {
    expect(blocking(findings, 'off')).toEqual([]);
    expect(overridden(findings, 'off')).toEqual([]);
  });
});

it('every finding says why it matters and what to do, in whole sentences', () => {
  const sentence = /^[A-Z`].*[.]$/;
  const findings = [
    ...findingsOf({
      config: missing,
      serving: missing,
      models: { m: missing },
      alarms: { a: missing },
    }),
    ...findingsOf({ endpoint: missing, config: denied, alarms: { a: denied } }),
  ];
  expect(findings.length).toBeGreaterThan(6);
  for (const { why, remedy } of findings) {
    expect(String(why)).toMatch(sentence);
    expect(String(remedy)).toMatch(sentence);
  }
});

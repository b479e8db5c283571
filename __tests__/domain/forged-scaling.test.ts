import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256 as digest } from '../../src/adapters/workspace.ts';
import { missingFrom } from '../../src/domain/missing-scaling.ts';
import type { SavedScaling } from '../../src/domain/saved-form.ts';
import { savedIn, tagsOfSaved } from '../../src/domain/saved-scaling.ts';
import { commandOf } from '../../src/domain/scaling-requests.ts';
import { inLog } from '../../src/domain/text/log.ts';
import { commandText, scaledPhrase } from '../../src/report/scaling.ts';
import { forged } from './forged-tags.ts';
import { scaled } from './scaled-variants.ts';

const saved: SavedScaling = {
  targets: [
    scaled(),
    scaled({ variant: 'Zweite', dimension: 'sagemaker:variant:DesiredProvisionedConcurrency' }),
  ],
  instances: { AllTraffic: 5 },
};
const tags = tagsOfSaved(saved, digest);

type Json = Record<string, unknown>;

/** One target, in the short form in which tags keep it. */
const target: Json = {
  n: 'AllTraffic',
  d: 0,
  c: [2, 8],
  s: {
    DynamicScalingInSuspended: false,
    DynamicScalingOutSuspended: false,
    ScheduledScalingSuspended: false,
  },
  p: [],
  a: [],
};
const kept = (more: Json) => ({ v: 1, t: [{ ...target, ...more }], i: {} });
const tracking = (more: Json, beside: Json = {}) => [
  ['p', 'TargetTrackingScaling', { TargetTrackingScalingPolicyConfiguration: more, ...beside }],
];
const scheduled = (more: Json, name = 'morning') => kept({ a: [[name, more]] });

describe('tags with the right digest that hold something else', () => {
  it.each<[what: string, content: unknown]>([
    ['no JSON', 'hello'],
    ['null', 'null'],
    ['a version alone', { v: 1 }],
    ['a newer version', { ...kept({}), v: 2 }],
    ['targets that are none', { v: 1, t: [null, 1, 'x', []], i: {} }],
    ['a member that is not known', kept({ RoleARN: 'arn:aws:iam::123456789012:role/x' })],
    ['another kind of target', kept({ d: 2 })],
    ['a name that leads elsewhere', kept({ n: 'AllTraffic/../../cluster' })],
    ['text where numbers belong', kept({ c: ['4\n::error::pwned', 8] })],
    ['a minimum above the maximum', kept({ c: [8, 2] })],
    ['a negative minimum', kept({ c: [-1, 2] })],
    ['half an instance', kept({ c: [0.5, 2] })],
    ['three bounds', kept({ c: [1, 2, 3] })],
    ['too large a number', kept({ c: [1, 1e300] })],
    ['a text as suspension', kept({ s: { ...Object(target.s), DynamicScalingInSuspended: 'no' } })],
    ['too few suspensions', kept({ s: {} })],
    [
      'the target of another service',
      kept({
        p: tracking(
          { TargetValue: 1 },
          { ServiceNamespace: 'ecs', ResourceId: 'service/prod/web' },
        ),
      }),
    ],
    [
      'another name inside of the configuration',
      kept({ p: tracking({ TargetValue: 1, ResourceId: 'x' }) }),
    ],
    ['a policy without a target value', kept({ p: tracking({}) })],
    ['a target value that is a text', kept({ p: tracking({ TargetValue: '<img>' }) })],
    [
      'the configuration of another type',
      kept({
        p: [['p', 'StepScaling', { TargetTrackingScalingPolicyConfiguration: { TargetValue: 1 } }]],
      }),
    ],
    ['a type that variants do not have', kept({ p: [['p', 'PredictiveScaling', {}]] })],
    [
      'a policy without a name',
      kept({ p: [['', 'StepScaling', { StepScalingPolicyConfiguration: {} }]] }),
    ],
    [
      'a policy whose name has line breaks',
      kept({ p: [['\n::error::x', 'StepScaling', { StepScalingPolicyConfiguration: {} }]] }),
    ],
    [
      'steps by texts',
      kept({ p: [['p', 'StepScaling', { StepScalingPolicyConfiguration: { Cooldown: '60' } }]] }),
    ],
    ['a schedule that is none', scheduled({ Schedule: 'rate(1 day)\n::error::x' })],
    ['a time that is none', scheduled({ Schedule: 'rate(1 day)', StartTime: '@octocat' })],
    ['a date that is none', scheduled({ StartTime: '2026-99-01T00:00:00Z' })],
    ['an action with a role', scheduled({ RoleARN: 'x' })],
    ['an action of another target', scheduled({ ServiceNamespace: 'ecs' })],
    ['an action whose name is a path', scheduled({}, 'a/b')],
    [
      'an action with bounds upside down',
      scheduled({ ScalableTargetAction: { MinCapacity: 3, MaxCapacity: 2 } }),
    ],
    ['an action with a text as bound', scheduled({ ScalableTargetAction: { MinCapacity: '3' } })],
    ['instances that are a text', { ...kept({}), i: { AllTraffic: '5' } }],
    ['instances of a path', { ...kept({}), i: { 'a/b': 5 } }],
    ['a depth without an end', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['a prototype', '{"v":1,"t":[],"i":{},"__proto__":{"polluted":true}}'],
  ])('are left alone: %s', (_, content) => {
    const tags = forged(content);
    expect(savedIn(tags, digest)).toEqual({
      saved: undefined,
      keys: [],
      refused: [{ keys: tags.map(({ Key }) => Key), why: 'not-legible', saved: undefined }],
    });
  });

  it.each([
    ['a target', kept({ c: [0, 100_000] })],
    ['a target of a serverless variant', kept({ d: 1, c: [0, 201] })],
    ['a scheduled action', scheduled({ ScalableTargetAction: { MinCapacity: 1001 } })],
    ['instances to come back to', { ...kept({}), i: { AllTraffic: 1001 } }],
  ])(
    'are left alone where they ask for more than is plausible, and are told by what they hold: %s',
    (_, content) => {
      expect(savedIn(forged(content), digest)).toMatchObject({
        saved: undefined,
        keys: [],
        refused: [{ why: 'too-many', saved: { targets: [{ variant: 'AllTraffic' }] } }],
      });
    },
  );

  it('do not hide what a run has kept beside them', () => {
    const all = [...forged('hello'), ...tags, ...forged(kept({ c: [0, 5000] }))];
    const { saved: read, keys, refused } = savedIn(all, digest);
    expect(read).toEqual(saved);
    expect(keys).toEqual(tags.map(({ Key }) => Key));
    expect(refused.map(({ why }) => why)).toEqual(['not-legible', 'too-many']);
  });

  it('have a key of their own, and are left alone all the same', () => {
    const odd = ['sagemaker-rollout:scaling:', 'sagemaker-rollout:scaling:x', `${tags[0]?.Key}0`];
    for (const Key of odd) {
      const { keys, refused } = savedIn([{ Key, Value: 'x' }], digest);
      expect([keys, refused]).toEqual([[], [{ keys: [Key], why: 'incomplete', saved: undefined }]]);
    }
  });
});

/** The short form of what is really kept, with something anywhere in it replaced by anything. */
const genuine = JSON.parse(
  Buffer.from(tags.map(({ Value }) => Value).join(''), 'base64').toString(),
);

function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inside = Object(value) === value ? Object.entries(value as object) : [];
  return [path, ...inside.flatMap(([name, member]) => placesIn(member, [...path, name]))];
}

function replaced(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined || Object(value) !== value) return other;
  const copy = structuredClone(value) as Json;
  copy[name] = replaced(copy[name], rest, other);
  return copy;
}

const hostileText = fc.constantFrom(
  '\n::error::x',
  '##[add-mask]x',
  '@octocat',
  '<img>',
  "'; rm -rf ~ #",
);
const anyValue = fc.oneof(
  hostileText,
  fc.jsonValue(),
  fc.integer(),
  fc.constantFrom(...placesIn(genuine).map((path) => path.reduce((at, name) => at[name], genuine))),
);
const forgeries = fc
  .tuple(fc.constantFrom(...placesIn(genuine)), anyValue, fc.option(fc.string()))
  .map(([path, value, name]) => replaced(genuine, name === null ? path : [...path, name], value));

it('whatever a tag holds, nothing is thrown, and all that would be sent names this endpoint and known members', () => {
  let legible = 0;
  const named = {
    ServiceNamespace: 'sagemaker',
    ResourceId: expect.stringMatching(/^endpoint\/fraud\/variant\/[A-Za-z0-9-]+$/),
    ScalableDimension: expect.stringMatching(
      /^sagemaker:variant:Desired(InstanceCount|ProvisionedConcurrency)$/,
    ),
  };
  const members = [
    'MinCapacity',
    'MaxCapacity',
    'SuspendedState',
    'PolicyName',
    'PolicyType',
    'StepScalingPolicyConfiguration',
    'TargetTrackingScalingPolicyConfiguration',
    'ScheduledActionName',
    'Schedule',
    'Timezone',
    'ScalableTargetAction',
    'StartTime',
    'EndTime',
    ...Object.keys(named),
  ];
  fc.assert(
    fc.property(fc.oneof(forgeries, fc.jsonValue(), fc.string()), (content) => {
      const { saved: read, refused } = savedIn(forged(content ?? null), digest);
      expect(refused.length).toBe(read ? 0 : 1);
      for (const part of missingFrom(read?.targets ?? [], [])) {
        const { input } = commandOf('fraud', part);
        expect(input).toMatchObject(named);
        expect(Object.keys(input).filter((name) => !members.includes(name))).toEqual([]);
        expect(commandText('fraud', 'eu-west-1', part)).toMatch(/^aws [ -~]+$/);
      }
      expect(inLog(scaledPhrase(read?.targets ?? []))).toMatch(/^[ -~]*$/);
      legible += read ? 1 : 0;
    }),
    { seed: 20_261_102, numRuns: 2000 },
  );
  expect(legible).toBeGreaterThan(50);
});

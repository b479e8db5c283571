import fc from 'fast-check';
import type { Course, Manners } from './model-endpoint.ts';
import type { Model, Models } from './model-fleet.ts';

/** Calls that fail for a while. */
export interface Trouble {
  /** Seconds after the start of the run. */
  readonly from: number;
  readonly seconds: number;
  readonly on: 'every call' | 'looks' | 'changes' | 'lookups' | 'requests';
  readonly kind:
    | 'throttled'
    | 'asked to wait'
    | 'unavailable'
    | 'unreadable'
    | 'reset'
    | 'hang'
    | 'denied'
    | 'expired';
  /** Whether calls take effect all the same: only their answer is lost. */
  readonly takes: boolean;
}

/** What one run smoke-tests once the configuration serves. */
export interface Smoke {
  readonly requests: 1 | 2;
  readonly timeoutSeconds: number;
  readonly onFailure: 'rollback' | 'fail';
}

/** What one run is asked for, and what happens to it. */
export interface RunScript {
  /** Seconds after the start of the scenario. */
  readonly startsAfter: number;
  readonly config: 'v2' | 'v3';
  /** `image`: of the model that serves; `image in a file`: for the variant of a file without a model. */
  readonly source:
    | 'existing'
    | 'file'
    | 'file, unnamed'
    | 'model'
    | 'model, unnamed'
    | 'image'
    | 'image in a file';
  readonly strategy: 'default' | 'last' | 'canary' | 'linear' | 'rolling';
  readonly pollSeconds: number;
  readonly waitTimeout: number | undefined;
  readonly ifInProgress: 'wait' | 'fail';
  readonly startOnly: boolean;
  readonly preflight: 'enforce' | 'warn' | 'off';
  readonly createEndpoint: boolean;
  readonly retains: boolean;
  /** Undefined: nothing is smoke-tested. */
  readonly smoke: Smoke | undefined;
  /** Seconds that each call takes. */
  readonly callSeconds: number;
  /** How old, in seconds, the answers of DescribeEndpoint are, one poll after the other, over and over. */
  readonly staleness: readonly number[];
  readonly troubles: readonly Trouble[];
  /** When the job is cancelled, in seconds after the start of the run. */
  readonly cancelledAfter: number | undefined;
  /** When its process is killed, and how long after that the post step comes: in seconds. */
  readonly killed: { readonly after: number; readonly endOfJobAfter: number } | undefined;
}

/** What another party does to the endpoint, or AWS itself. */
export interface Deed {
  /** `m2 again`: the model of v2 is deleted and created again under its name. */
  readonly what:
    | 'v1'
    | 'v2'
    | 'v3'
    | 'delete'
    | 'recreate'
    | 'scaling'
    | 'maintenance'
    | 'm2 again';
  /** Counted from the start, or from the next time that the endpoint settles. */
  readonly since: 'start' | 'settled';
  readonly seconds: number;
}

/** One history of an endpoint, and the runs in it. Everything is plain, so that it shrinks and can be read. */
export interface Scenario {
  readonly endpoint: 'InService' | 'UpdateRollbackFailed' | 'Failed' | 'none';
  /** What serves at first. */
  readonly serving: 'v1' | 'v2' | 'v3';
  /** Whether an alarm rolled an earlier update back. */
  readonly oldReason: boolean;
  /** Seconds after the start until the configurations v2 and v3 can be found. */
  readonly configsShowAfter: number;
  readonly manners: Manners;
  /** How the models of v2, which is m2, and of v3 answer. */
  readonly models: Models;
  /** Whether the endpoint bears the record of an earlier rollout. */
  readonly isRecorded: boolean;
  /** The courses that updates take, in order of their acceptance, over and over. */
  readonly courses: readonly Course[];
  readonly deeds: readonly Deed[];
  readonly runs: readonly RunScript[];
}

/** No answer of DescribeEndpoint is older than that, in seconds. */
export const oldestAnswer = 60;

/** Looks in every second take the tests the most time: they are the rarest. */
const pollSeconds = fc.constantFrom(15, 15, 1, 5, 5, 30, 30, 60, 60, 300, 300, 600, 600);
const manyOrFew = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 20, max: 120 }) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 1800 }) },
);

const manners: fc.Arbitrary<Manners> = fc.record({
  rollbackStatus: fc.constantFrom('Updating', 'RollingBack', 'Reverting'),
  lastStep: weighted({ none: 4, named: 1, nameless: 1 }),
  rollbackModifies: fc.boolean(),
  rollbackNames: fc.constantFrom('requested', 'old', 'none'),
  brokenStaysPending: fc.boolean(),
  interludeModifies: fc.boolean(),
});

const course: fc.Arbitrary<Course> = fc.record({
  showsAfter: fc.constantFrom(3, 1, 0, 8),
  provisioning: manyOrFew,
  bake: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 600 })),
  ending: weighted({ success: 5, rollback: 5, 'broken-rollback': 1 }),
  turnsIn: fc.constantFrom(0, 1, 2),
  turning: fc.integer({ min: 1, max: 200 }),
  reason: fc.constantFrom('none', 'alarm', 'own'),
});

const model: fc.Arbitrary<Model> = fc.record({
  answers: weighted({ rightly: 6, wrongly: 5, 'with an error': 2, never: 1 }),
  atFirst: fc.constantFrom('not-ready', 'slow', 'wrong'),
  warmUp: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
});

const smoke: fc.Arbitrary<Smoke | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc.record({
      requests: fc.constantFrom(1, 2),
      timeoutSeconds: fc.constantFrom(30, 1, 10, 60, 300),
      onFailure: weighted({ rollback: 5, fail: 1 }),
    }),
  },
);

const endless = fc.oneof(
  { weight: 60, arbitrary: course },
  { weight: 1, arbitrary: course.map((found) => ({ ...found, ending: 'never' as const })) },
);

const deed: fc.Arbitrary<Deed> = fc.record({
  what: weighted({
    ...{ v3: 4, v1: 3, v2: 2, scaling: 3, maintenance: 2, 'm2 again': 3, delete: 1 },
    recreate: 1,
  }),
  since: fc.constantFrom('start', 'settled'),
  seconds: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 900 })),
});

const passing = [
  'throttled',
  'asked to wait',
  'unavailable',
  'unreadable',
  'reset',
  'hang',
] as const;

const trouble: fc.Arbitrary<Trouble> = fc.record({
  from: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1200 })),
  seconds: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }) },
    { weight: 2, arbitrary: fc.integer({ min: 60, max: 900 }) },
    { weight: 1, arbitrary: fc.constant(1_000_000) },
  ),
  on: fc.constantFrom('every call', 'looks', 'changes', 'changes', 'lookups', 'requests'),
  kind: fc.constantFrom(...passing, 'denied', 'expired'),
  takes: fc.boolean(),
});

const passingTrouble: fc.Arbitrary<Trouble> = fc.record({
  from: fc.integer({ min: 0, max: 600 }),
  seconds: fc.integer({ min: 1, max: 120 }),
  on: fc.constantFrom('every call', 'looks', 'changes', 'requests'),
  kind: fc.constantFrom(...passing),
  takes: fc.boolean(),
});

const asked = {
  config: fc.constantFrom('v2', 'v2', 'v2', 'v3'),
  source: fc.constantFrom(
    'existing',
    'existing',
    'existing',
    'file',
    'file, unnamed',
    'model',
    'model, unnamed',
    'image',
    'image in a file',
  ),
  strategy: fc.constantFrom('default', 'canary', 'linear', 'rolling', 'last'),
  pollSeconds,
  ifInProgress: weighted({ wait: 4, fail: 1 }),
  preflight: fc.constantFrom('enforce', 'warn', 'off'),
  createEndpoint: fc.boolean(),
  retains: fc.boolean(),
  smoke,
  callSeconds: fc.constantFrom(0, 0.2, 1, 3),
} as const;

const staleness = fc.oneof(
  { weight: 2, arbitrary: fc.constant([0]) },
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: oldestAnswer })), {
      minLength: 1,
      maxLength: 6,
    }),
  },
);

/** A run to which anything may happen. */
function stormyRun(startsAfter: fc.Arbitrary<number>): fc.Arbitrary<RunScript> {
  return fc.record({
    ...asked,
    startsAfter,
    waitTimeout: fc.oneof(
      { weight: 2, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3600 }) },
    ),
    startOnly: weighted({ false: 9, true: 1 }).map((word) => word === 'true'),
    staleness,
    troubles: fc.oneof(fc.constant([]), fc.array(trouble, { maxLength: 4 })),
    cancelledAfter: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 30, noNaN: true }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 1200 }) },
    ),
    killed: fc.constant(undefined),
  });
}

/** A run with answers that may be old and trouble that passes, left alone to its end. */
const troubledRun: fc.Arbitrary<RunScript> = fc.record({
  ...asked,
  startsAfter: fc.constant(0),
  waitTimeout: fc.constant(undefined),
  startOnly: fc.constant(false),
  staleness,
  troubles: fc.array(passingTrouble, { maxLength: 3 }),
  cancelledAfter: fc.constant(undefined),
  killed: fc.constant(undefined),
});

const sooner = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }));

const start = {
  endpoint: weighted({ InService: 12, UpdateRollbackFailed: 2, Failed: 1, none: 2 }),
  serving: weighted({ v1: 6, v3: 1, v2: 1 }),
  oldReason: fc.boolean(),
  configsShowAfter: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) },
  ),
  manners,
  models: fc.record({ m2: model, m3: model }),
  isRecorded: fc.boolean(),
  courses: fc.array(endless, { minLength: 1, maxLength: 4 }),
} as const;

/** Anything may happen: one run or two, and whatever else. */
export const storm: fc.Arbitrary<Scenario> = fc.record({
  ...start,
  deeds: fc.oneof(fc.constant([]), fc.array(deed, { maxLength: 4 })),
  runs: fc.oneof(
    { weight: 3, arbitrary: fc.tuple(stormyRun(sooner)) },
    {
      weight: 1,
      arbitrary: fc.tuple(stormyRun(sooner), stormyRun(sooner)),
    },
  ),
});

/** Old answers and trouble that passes, with an endpoint that is left to this run. */
export const troubled: fc.Arbitrary<Scenario> = fc.record({
  ...start,
  configsShowAfter: fc.constant(0),
  courses: fc.array(course, { minLength: 1, maxLength: 3 }),
  deeds: fc.constant([]),
  runs: fc.tuple(troubledRun),
});

const killed = fc.record({
  after: fc.oneof(fc.double({ min: 0, max: 30, noNaN: true }), fc.integer({ min: 0, max: 1200 })),
  endOfJobAfter: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 900 })),
});

/** A storm in which the first run is killed. */
export const cutShort: fc.Arbitrary<Scenario> = fc
  .tuple(storm, killed)
  .map(([scenario, death]) => ({
    ...scenario,
    runs: scenario.runs.map((run, index) => (index === 0 ? { ...run, killed: death } : run)),
  }));

/** Nothing happens but the rollout itself. */
export const calm: fc.Arbitrary<Scenario> = troubled.map((scenario) => ({
  ...scenario,
  runs: scenario.runs.map((run) => ({ ...run, staleness: [0], troubles: [] })),
}));

/** One of these words; the first is the simplest. */
function weighted<Word extends string>(words: Readonly<Record<Word, number>>): fc.Arbitrary<Word> {
  const entries = Object.entries(words) as [Word, number][];
  return fc.oneof(...entries.map(([word, weight]) => ({ weight, arbitrary: fc.constant(word) })));
}

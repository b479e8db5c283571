import type { Metric, MetricAlarm } from '../../src/domain/alarms/alarm.ts';
import type { AlarmRecord } from '../../src/domain/cause/alarm-evidence.ts';
import type { ChangingCall } from '../../src/domain/changing-call.ts';
import type { Kept } from '../../src/domain/clean-up.ts';
import type { Snapshot, Variant } from '../../src/domain/endpoint.ts';
import type { Configuration } from '../../src/domain/endpoint-config.ts';
import type { Event } from '../../src/domain/event.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { Missing } from '../../src/domain/missing-scaling.ts';
import type { ModelPackage } from '../../src/domain/models/model-package.ts';
import type { Outcome, Reason } from '../../src/domain/outcome.ts';
import type { Finding } from '../../src/domain/preflight/finding.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { RolloutRecord } from '../../src/domain/record.ts';
import type { Deployment } from '../../src/domain/request.ts';
import type { SavedScaling } from '../../src/domain/saved-form.ts';
import type { InTheWay, ScaledVariant } from '../../src/domain/scaling.ts';
import type { ScalingChange } from '../../src/domain/scaling-event.ts';
import type { Mismatch, SmokeResult, TrialResult } from '../../src/domain/smoke-test.ts';
import { type Phrase, phrase } from '../../src/domain/text/phrase.ts';
import { metricAlarm as noData, compositeAlarm as noState } from '../domain/alarms.ts';
import { at } from '../domain/snapshots.ts';

/**
 * A type whose members all have to be there, lists with an entry: an example of it leaves no text
 * out, and a member that is added to the type does not compile until the example has it.
 */
export type Complete<T> = T extends Phrase | Problem | Uint8Array | string | number | boolean
  ? T
  : JsonObject extends T
    ? T
    : T extends readonly (infer Item)[]
      ? readonly [Complete<Item>, ...Complete<Item>[]]
      : T extends object
        ? { readonly [Member in keyof T]-?: Complete<Exclude<T[Member], undefined>> }
        : T;

/** Examples of each kind of a union. */
export type EachKind<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: Complete<Extract<Union, { readonly kind: Kind }>>;
};

/** Configuration names, as the examples have them: what is equal stays equal when it turns hostile. */
const [served, requested, other] = ['fraud-v1', 'fraud-v2', 'other-v3'];
const alarm = 'fraud-5xx';

export const exampleProblem = new Problem('refused', phrase`SageMaker refused it for ${'fraud'}.`, {
  points: [phrase`${'canary-size'} is wrong`, phrase`${'strategy'} too`],
  remedy: phrase`Look at ${'fraud'}, and at \`mode\`${'beside-code'}.`,
  rerun: phrase`Then re-run it for ${'fraud'}.`,
  said: 'The other side said this.',
});

const compositeAlarm = { ...noState, stateReason: 'Threshold Crossed', stateSince: at(8) };
const problem = exampleProblem;
const metric: Complete<Metric> = {
  ...{ namespace: 'AWS/SageMaker', name: 'InvocationModelErrors', statistic: 'Sum' },
  ...{ dimensions: { 'Endpoint-Name': 'fraud' }, periodSeconds: 60, unit: 'Count' },
};
const metricAlarm: Complete<MetricAlarm> = {
  ...{ ...noData, threshold: 5, stateReason: 'Threshold Crossed', stateSince: at(8) },
  watches: { kind: 'metric', ...metric },
};
const mathAlarm: Complete<MetricAlarm> = {
  ...metricAlarm,
  watches: {
    kind: 'expression',
    queries: [
      {
        ...{ id: 'e1', returnsData: true, expression: '100 * e / n', periodSeconds: 60 },
        ...{ metric, accountId: '123456789012' },
      },
    ],
  },
};
const series = [
  { at: at(6), value: 0 },
  { at: at(66), value: 17 },
] as const;
const alarmRecord: Complete<AlarmRecord> = {
  ...{ name: alarm, alarm: metricAlarm, trippedAt: at(130), recoveredAt: at(190), redSince: at(0) },
  ...{ reason: 'Threshold Crossed', decidedBy: [series[1]], datapoints: series },
  fleets: { fresh: series, old: [series[0]] },
};

export const deployment: Complete<Extract<Deployment, { kind: 'given' }>> = {
  kind: 'given',
  by: 'document',
  config: {
    BlueGreenUpdatePolicy: {
      TrafficRoutingConfiguration: {
        Type: 'CANARY',
        WaitIntervalInSeconds: 300,
        CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
        LinearStepSize: { Type: 'INSTANCE_COUNT', Value: 1 },
      },
      TerminationWaitInSeconds: 120,
      MaximumExecutionTimeoutInSeconds: 3600,
    },
    RollingUpdatePolicy: {
      MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 2 },
      WaitIntervalInSeconds: 60,
      MaximumExecutionTimeoutInSeconds: 3600,
      RollbackMaximumBatchSize: { Type: 'CAPACITY_PERCENT', Value: 50 },
    },
    AutoRollbackConfiguration: { Alarms: [{ AlarmName: alarm }] },
  },
};

function variant(name: string): Complete<Variant> {
  return {
    name,
    currentInstances: 2,
    desiredInstances: 3,
    currentWeight: 1,
    instanceType: 'ml.m5.xlarge',
    images: [
      {
        specified: 'models:fraud',
        resolved: `models@sha256:${'a1'.repeat(32)}`,
        resolvedAt: at(0),
      },
    ],
    statuses: [{ status: 'Baking', since: at(10) }],
  };
}

function snapshot(status: string, configName: string): Complete<Snapshot> {
  const fleet = { variants: [variant('live')], shadowVariants: [variant('shadow')] } as const;
  return {
    name: 'fraud',
    arn: 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud',
    status,
    configName,
    failureReason: 'An earlier reason.',
    createdAt: at(0),
    lastModified: at(0),
    ...fleet,
    pending: { configName: requested, startedAt: at(3), ...fleet },
    lastDeploymentConfig: deployment.config,
  };
}

const [before, updating, after] = [
  snapshot('InService', served),
  snapshot('Updating', served),
  snapshot('InService', requested),
];

/** Names with a hyphen are names from elsewhere: they turn hostile as values do. */
function configuration(name: string, value: string): Complete<Configuration> {
  const container = { 'new-member': value, Image: value, Environment: { 'MY-KEY': value } };
  return {
    name,
    content: {
      ProductionVariants: [{ VariantName: value, ModelName: 'fraud-model', Extra: [value, 'b'] }],
      'new-member': { 'new-inside': value, 'new-list': [{ 'new-name': value }] },
    },
    models: { 'fraud-model': { PrimaryContainer: container, ExecutionRoleArn: value } },
  };
}

function scaled(name: string): Complete<ScaledVariant> {
  return {
    variant: name,
    dimension: 'sagemaker:variant:DesiredInstanceCount',
    minCapacity: 2,
    maxCapacity: 8,
    suspended: { DynamicScalingInSuspended: true, 'new-flag': 'suspended' },
    policies: [
      {
        name: 'steps',
        type: 'StepScaling',
        configuration: { StepScalingPolicyConfiguration: { 'new-member': 'value' } },
        alarms: ['busy'],
      },
    ],
    actions: [{ name: 'morning', members: { Schedule: 'rate(1 day)', 'new-member': 'value' } }],
  };
}

const saved: Complete<SavedScaling> = {
  targets: [scaled('live')],
  instances: { 'live-variant': 2 },
};
const [target] = saved.targets;
const missing: EachKind<Missing> = {
  target: { kind: 'target', scaled: target },
  policy: { kind: 'policy', scaled: target, policy: target.policies[0] },
  action: { kind: 'action', scaled: target, action: target.actions[0] },
};
const ways = (['type-changes', 'removed'] as const).map(
  (why): Complete<InTheWay> => ({ scaled: scaled(why), why }),
);
const [firstWay, ...moreWays] = ways;
if (!firstWay) throw new Error('There is no way.');

const change: EachKind<ScalingChange> = {
  ended: { kind: 'ended', scaled: [scaled('live')] },
  found: {
    kind: 'found',
    scaled: [scaled('live')],
    inTheWay: [firstWay, ...moreWays],
    choice: {
      retention: { kind: 'all-but', excluded: ['DesiredWeight'] },
      why: 'scaled',
      variants: ['live'],
    },
  },
  'not-read': { kind: 'not-read', problem, targets: ['AllTraffic'] },
  'left-by-a-run': { kind: 'left-by-a-run', saved },
  'tags-refused': {
    kind: 'tags-refused',
    refused: [{ keys: ['sagemaker-rollout:scaling:x'], why: 'too-many', saved }],
  },
  saved: { kind: 'saved', saved, tags: 3 },
  'taken-off': { kind: 'taken-off', scaled: [scaled('live')] },
  'scaling-up': { kind: 'scaling-up', counts: [{ variant: 'live', from: 2, to: 3 }] },
  restored: {
    kind: 'restored',
    scaled: [scaled('live')],
    dropped: [scaled('gone')],
    isForNow: true,
  },
  incomplete: {
    kind: 'incomplete',
    missing: [missing.target, missing.policy, missing.action],
    scaled: [scaled('live')],
    problem,
  },
};

const mismatches: EachKind<Mismatch> = {
  'not-ready': { kind: 'not-ready' },
  status: { kind: 'status', status: 500, expected: [200, 201] },
  latency: { kind: 'latency', latencyMs: 20_000, mostMs: 500 },
  'no-json': { kind: 'no-json' },
  json: { kind: 'json', path: 'scores[0]', values: { expected: '"a"', found: '"b"' } },
  'no-match': { kind: 'no-match', pattern: '^ok$', match: 'not-found' },
};
const [first, ...more] = Object.values(mismatches);
const results: EachKind<TrialResult> = {
  passed: { kind: 'passed' },
  accepted: { kind: 'accepted' },
  failed: { kind: 'failed', mismatches: [first ?? { kind: 'no-json' }, ...more] },
  'not-sent': { kind: 'not-sent', problem },
};
const smokeResults = Object.values(results).map(
  (result): Complete<SmokeResult> => ({
    name: `a ${result.kind}`,
    variant: 'live',
    attempts: 2,
    answers: 1,
    latencyMs: 40,
    result,
    content: { sent: '1,2', answered: 'no' },
  }),
);
const [smokeResult, ...otherTrials] = smokeResults;
if (!smokeResult) throw new Error('There is no trial.');

const reasons: EachKind<Reason> = {
  given: { kind: 'given', text: alarm },
  'same-as-before': { kind: 'same-as-before', text: 'The old reason.' },
  'smoke-test': { kind: 'smoke-test', smokeResults: [smokeResult, ...otherTrials] },
  none: { kind: 'none' },
};

const outcomes: EachKind<Outcome> = {
  deployed: { kind: 'deployed' },
  unchanged: { kind: 'unchanged' },
  deleted: { kind: 'deleted', how: 'deleted' },
  planned: { kind: 'planned', hasChanges: true, isBlocked: true },
  started: { kind: 'started' },
  'rolled-back': { kind: 'rolled-back', reason: reasons.given },
  failed: { kind: 'failed', problem, reason: reasons['same-as-before'] },
  superseded: { kind: 'superseded', by: other, how: 'updated' },
  'timed-out': { kind: 'timed-out', stage: 'update-running', seconds: 60 },
  cancelled: { kind: 'cancelled', stage: 'smoke-testing' },
  unknown: { kind: 'unknown', stage: 'smoke-rollback', problem },
};

const call: Complete<ChangingCall> = { operation: 'CreateEndpointConfig', name: requested };
const record: Complete<RolloutRecord> = {
  previous: served,
  current: requested,
  mode: 'deploy',
  commit: 'c0ffee1234',
  branch: 'main',
  run: 'https://github.com/acme/fraud/actions/runs/1',
  since: at(0),
  previousSince: at(0),
};
const finding: Complete<Finding> = {
  id: 'some-rule',
  level: 'error',
  seen: phrase`${'fraud'} is so.`,
  why: phrase`It does ${'harm'}.`,
  remedy: phrase`Fix ${'it'}.`,
};
const progress = {
  phase: 'baking',
  traffic: { newInstances: 1, newDesired: 3, oldInstances: 2 },
  since: at(20),
} as const;

const modelPackage: Complete<ModelPackage> = {
  arn: 'arn:aws:sagemaker:eu-west-1:123456789012:model-package/fraud/7',
  group: 'fraud',
  version: 7,
  isProduct: true,
  status: 'Completed',
  failureReasons: ['An image was not found.'],
  approval: 'Approved',
  approvalReason: 'Better on holidays.',
  changedBy: 'assumed-role/approver/alice',
  changedAt: at(0),
  images: [{ image: 'models:fraud-7', digest: `sha256:${'b2'.repeat(32)}` }],
  instanceTypes: ['ml.m5.xlarge'],
  commit: 'a1b2c3d4',
  repository: 'https://github.com/acme/fraud',
  metrics: [{ name: 'ModelQuality.Statistics', uri: 's3://fraud/quality.json' }],
};
const [firstKept, ...moreKept] = (
  [
    'serving',
    'pending',
    'record',
    'served-before',
    'planned',
    'configuration',
    'component',
    'job',
  ] as const
).map(
  (kind): Complete<Kept> => ({
    ...{ kind: 'endpoint configuration', name: requested },
    why: { kind: 'needed', user: { kind, name: other } },
  }),
);
if (!firstKept) throw new Error('Nothing is kept.');
const keptOnes: readonly [Complete<Kept>, ...Complete<Kept>[]] = [
  firstKept,
  ...moreKept,
  { kind: 'model', name: served, why: { kind: 'newest' } },
  { kind: 'model', name: served, why: { kind: 'new' } },
];

/** An event of each kind, without those whose parts have kinds of their own. */
const each: EachKind<Event> = {
  found: { kind: 'found', at: at(0), snapshot: before },
  waiting: {
    kind: 'waiting',
    at: at(1),
    inFlight: { status: 'Updating', configName: other },
  },
  approved: { kind: 'approved', at: at(1), by: ['octocat'], waitedSeconds: 60 },
  compared: {
    kind: 'compared',
    at: at(1),
    before: configuration(served, 'old'),
    after: configuration(requested, 'new'),
  },
  'not-compared': { kind: 'not-compared', at: at(1), problem },
  resolved: { kind: 'resolved', at: at(1), endpointConfigName: requested, isNew: true },
  'models-chosen': {
    kind: 'models-chosen',
    at: at(1),
    models: [
      {
        variant: 'live',
        name: 'fraud-model',
        content: { PrimaryContainer: { Image: 'models:fraud', 'new-member': 'new' } },
        isNew: true,
        datedAt: at(0),
        packages: [modelPackage],
        serving: { PrimaryContainer: { ModelPackageName: modelPackage.arn } },
      },
    ],
  },
  'served-commit': { kind: 'served-commit', at: at(1), commit: 'c0ffee' },
  recalled: { kind: 'recalled', at: at(1), record },
  'alarms-examined': {
    kind: 'alarms-examined',
    at: at(9),
    evidence: {
      alarms: [
        { ...alarmRecord, alarm: compositeAlarm, children: [alarmRecord] },
        { ...alarmRecord, name: 'fraud-math', alarm: mathAlarm, children: [alarmRecord] },
      ],
      unread: [problem],
    },
  },
  'containers-examined': {
    kind: 'containers-examined',
    at: at(9),
    evidence: {
      logGroup: 'found',
      containers: [
        {
          stream: 'AllTraffic/i-0123456789abcdef0',
          startedAt: at(2),
          ...{ alike: 1, condition: 'died' },
          lines: [{ at: at(3), text: 'ImportError: no module', kind: 'failure', times: 2 }],
          summaryLines: [{ at: at(4), text: 'ValueError: no', kind: 'failure', times: 1 }],
        },
      ],
      more: 2,
      isComplete: true,
      since: at(2),
      shownTo: 'everyone',
      unread: problem,
    },
  },
  alarmed: { kind: 'alarmed', at: at(1), alarms: [alarm, 'second'], leftOut: [alarm], deployment },
  planned: {
    kind: 'planned',
    at: at(1),
    plan: 'update',
    findings: [finding],
    snapshot: before,
    instances: 3,
    launchSeconds: 600,
  },
  sent: { kind: 'sent', at: at(2), call },
  answered: { kind: 'answered', at: at(2), call },
  refused: { kind: 'refused', at: at(2), call, problem },
  'cleaned-up': {
    kind: 'cleaned-up',
    at: at(90),
    kept: keptOnes,
    problem,
  },
  'clean-up-planned': {
    kind: 'clean-up-planned',
    at: at(90),
    due: [{ kind: 'model', name: served }],
    kept: keptOnes,
    problem,
  },
  lost: { kind: 'lost', at: at(2), call, problem },
  replacing: { kind: 'replacing', at: at(0), endpoint: snapshot('Failed', served) },
  requested: { kind: 'requested', at: at(2), before, watchSeconds: 600 },
  joined: {
    kind: 'joined',
    at: at(2),
    before,
    startedAt: at(0),
    watchSeconds: 600,
    doubt: problem,
  },
  progressed: { kind: 'progressed', at: at(20), progress, snapshot: updating },
  quiet: { kind: 'quiet', at: at(30), progress, snapshot: updating },
  hindered: { kind: 'hindered', at: at(31), problem, retryInSeconds: 5 },
  'smoke-testing': {
    kind: 'smoke-testing',
    at: at(40),
    snapshot: after,
    calls: smokeResults.length,
    timeoutSeconds: 300,
    time: 'again',
  },
  'smoke-retry': { kind: 'smoke-retry', at: at(41), smokeResult },
  'smoke-result': { kind: 'smoke-result', at: at(42), smokeResult },
  'smoke-rollback': {
    kind: 'smoke-rollback',
    at: at(43),
    from: requested,
    to: served,
    watchSeconds: 600,
  },
  recorded: { kind: 'recorded', at: at(44), record },
  'not-recorded': { kind: 'not-recorded', at: at(44), problem },
  scaling: { kind: 'scaling', at: at(45), change: change.found },
  resumed: { kind: 'resumed', at: at(46) },
  ended: { kind: 'ended', at: at(50), outcome: outcomes.deployed, snapshot: after },
};

/** Every outcome, a rollback and a failure for every reason. */
export const endings: readonly Outcome[] = [
  ...Object.values(outcomes),
  ...Object.values(reasons).flatMap((reason): readonly Outcome[] => [
    { ...outcomes['rolled-back'], reason },
    { ...outcomes.failed, reason },
  ]),
];

/** Everything that can happen before the end, one after the other; of two that exclude each other both. */
export const course: readonly Event[] = Object.values(each)
  .filter(({ kind }) => kind !== 'ended')
  .flatMap((event): readonly Event[] => {
    if (event.kind === 'smoke-result')
      return smokeResults.map((one) => ({ ...event, smokeResult: one }));
    if (event.kind === 'scaling')
      return Object.values(change).map((one) => ({ ...event, change: one }));
    return [event];
  });

/** The end of that course. */
export function ended(outcome: Outcome): Event {
  return { ...each.ended, outcome };
}

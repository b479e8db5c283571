import { describe, expect, it } from '@jest/globals';
import { type ExaminedAlarm, nothingKnown } from '../../../src/domain/cause/alarm-evidence.ts';
import { causeOf } from '../../../src/domain/cause/cause.ts';
import { causeOfProblem } from '../../../src/domain/cause/cause-of-problem.ts';
import type { ContainerEvidence } from '../../../src/domain/cause/container-evidence.ts';
import type { Evidence } from '../../../src/domain/cause/evidence.ts';
import type { CauseKind } from '../../../src/domain/cause/kinds.ts';
import type { Event } from '../../../src/domain/event.ts';
import { eventFrom, textOfEvent } from '../../../src/domain/event-text.ts';
import { lifecycleOf } from '../../../src/domain/lifecycle.ts';
import type { Outcome, Reason } from '../../../src/domain/outcome.ts';
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts';
import { phrase } from '../../../src/domain/text/phrase.ts';
import { verdictText } from '../../../src/report/log.ts';
import { reportMarkdown } from '../../../src/report/markdown.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import type { ReportData } from '../../../src/report/report-data.ts';
import { at, updating } from '../snapshots.ts';
import { endedAs, rolledBackFor } from './stories.ts';

const inAlarm = (...names: readonly string[]) =>
  `One or more configured alarm for automatic rollback deployment is in ALARM state: [${names.join(', ')}].`;
const capacity =
  'Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error.';

function alarmsOf(
  tripped: Readonly<Record<string, number | undefined>>,
  unread: readonly Problem[] = [],
): Partial<Evidence> {
  const alarms = Object.entries(tripped).map(
    ([name, seconds]): ExaminedAlarm => ({
      ...{ ...nothingKnown, name, children: [] },
      trippedAt: seconds === undefined ? undefined : at(seconds),
    }),
  );
  return { alarmEvidence: { alarms, unread } };
}

const traceback = "ModuleNotFoundError: No module named 'torch'";
const failing: ContainerEvidence = {
  ...{ logGroup: 'found', more: 0, isComplete: true, since: at(90), shownTo: 'everyone' },
  unread: undefined,
  containers: [
    {
      stream: 'AllTraffic/i-0123456789abcdef0',
      startedAt: at(100),
      ...{ alike: 0, condition: 'failing', summaryLines: [] },
      lines: [
        { at: at(101), text: 'Starting.', kind: 'other', times: 1 },
        { at: at(102), text: traceback, kind: 'failure', times: 1 },
      ],
    },
  ],
};
const containers = { containerEvidence: failing };

function causeIn({ events, request }: ReportData) {
  return causeOf(lifecycleOf(events), request);
}

/** The report's member, its kind as the output has it. */
function reportedCause(reportData: ReportData) {
  const { cause, report = '' } = outputsOf(reportData, {
    ...{ pullRequests: [], commentUrl: undefined },
  });
  const reported = JSON.parse(report).cause;
  expect(reported?.kind ?? '').toBe(cause);
  if (reported) expect(verdictText(reportData)).toContain(reported.sentence);
  return reported;
}

const given = (text: string): Reason => ({ kind: 'given', text });
const earlier = (text: string): Reason => ({ kind: 'same-as-before', text });
const none: Reason = { kind: 'none' };

describe('an alarm that went to ALARM once the rollback was seen', () => {
  /** The endpoint goes back, as a poll shows it after 220 seconds. */
  function turnedBack(evidence: Partial<Evidence>): ReportData {
    const story = rolledBackFor(none, evidence);
    const traffic = { newInstances: 0, oldInstances: 3, newDesired: 3 };
    const events = story.events.flatMap((event): readonly Event[] =>
      event.kind === 'ended'
        ? [
            {
              ...{ kind: 'progressed', at: at(220), snapshot: updating() },
              progress: { phase: 'rolling-back', traffic, since: at(210) },
            },
            event,
          ]
        : [event],
    );
    return { ...story, events };
  }

  it('is not its cause', () => {
    expect(causeIn(turnedBack(alarmsOf({ 'fraud-5xx': 221 })))?.kind).toBe('unknown');
    expect(causeIn(turnedBack(alarmsOf({ 'fraud-5xx': 220 })))?.kind).toBe('alarm');
    const both = causeIn(turnedBack(alarmsOf({ 'fraud-5xx': 240, 'fraud-latency': 200 })));
    expect(both).toMatchObject({ alarms: [{ name: 'fraud-latency' }] });
  });

  it('is told as such in the report', () => {
    const { text } = reportMarkdown(turnedBack(alarmsOf({ 'fraud-5xx': 240 })), at(400), 60_000);
    expect(text).toContain('since 09:04:00 UTC, after the rollback began');
  });
});

it('an alarm that was in ALARM before the update and left it is no contradiction of a reason that names it', () => {
  const { alarmEvidence } = alarmsOf({ 'fraud-5xx': undefined });
  const alarms = (alarmEvidence?.alarms ?? []).map((alarm) => ({ ...alarm, recoveredAt: at(100) }));
  const told = { alarmEvidence: { alarms, unread: [] } };
  expect(reportedCause(rolledBackFor(given(inAlarm('fraud-5xx')), told))).toMatchObject({
    contradicted: false,
    sentence: expect.stringContaining(
      'was in ALARM already before the update began, until 09:01 UTC.',
    ),
  });
});

describe('the cause of a rollback', () => {
  it.each<[what: string, reason: Reason, evidence: Partial<Evidence>, cause: CauseKind]>([
    ['an alarm that the reason names', given(inAlarm('fraud-5xx')), {}, 'alarm'],
    [
      'a reason, whatever the alarms tell',
      given(capacity),
      alarmsOf({ 'fraud-5xx': 200 }),
      'capacity',
    ],
    ['a reason, whatever the containers tell', given(capacity), containers, 'capacity'],
    ['a reason of no known kind', given('No room.'), alarmsOf({ 'fraud-5xx': 200 }), 'other'],
    [
      'a failing line, where the reason is of no known kind',
      given('It broke.'),
      containers,
      'container',
    ],
    ['an alarm, where there is no reason', none, alarmsOf({ 'fraud-5xx': 200 }), 'alarm'],
    ['a container, where there is no reason', none, containers, 'container'],
    ['nothing, where there is neither', none, alarmsOf({ 'fraud-5xx': undefined }), 'unknown'],
    ['nothing, where the reason was there before', earlier(inAlarm('fraud-5xx')), {}, 'unknown'],
    [
      'an alarm that an earlier reason names too',
      earlier(inAlarm('fraud-5xx')),
      alarmsOf({ 'fraud-5xx': 200 }),
      'alarm',
    ],
    [
      'nothing, where an earlier reason names another alarm',
      earlier(inAlarm('fraud-latency')),
      alarmsOf({ 'fraud-5xx': 200 }),
      'unknown',
    ],
    [
      'nothing, where an earlier reason tells of capacity',
      earlier(capacity),
      alarmsOf({ 'fraud-5xx': 200 }),
      'unknown',
    ],
    [
      'a container, where an earlier reason does not say otherwise',
      earlier('It broke.'),
      containers,
      'container',
    ],
  ])('is %s', (_, reason, evidence, cause) => {
    expect(reportedCause(rolledBackFor(reason, evidence)).kind).toBe(cause);
  });

  it('says both where the evidence contradicts a reason that may be an earlier one', () => {
    const { contradiction, sentence } = reportedCause(
      rolledBackFor(earlier(capacity), alarmsOf({ 'fraud-5xx': 200 })),
    );
    expect(contradiction).toMatchObject({ sagemaker: capacity, evidence: { kind: 'alarm' } });
    expect(sentence).toContain('The alarm fraud-5xx went to ALARM at 09:03 UTC.');
    expect(sentence).toContain(capacity);
  });

  it('is the alarm that SageMaker names, and says so where its history shows no change', () => {
    const reason = given(inAlarm('fraud-5xx'));
    const unmoved = reportedCause(rolledBackFor(reason, alarmsOf({ 'fraud-5xx': undefined })));
    expect(unmoved).toMatchObject({ kind: 'alarm', contradicted: true });
    expect(unmoved.sentence).toContain('shows no such change during this rollout');
    const denied = new Problem('access-denied', phrase`Denied.`, { remedy: phrase`Allow it.` });
    const unread = reportedCause(
      rolledBackFor(reason, alarmsOf({ 'fraud-5xx': undefined }, [denied])),
    );
    expect(unread).toMatchObject({ contradicted: false });
    const red = { ...nothingKnown, name: 'fraud-5xx', children: [], redSince: at(-600) };
    const before = { alarmEvidence: { alarms: [red], unread: [] } };
    expect(reportedCause(rolledBackFor(reason, before))).toMatchObject({ contradicted: false });
    expect(reportedCause(rolledBackFor(none, before)).kind).toBe('alarm');
  });

  it.each([
    ['both by their names', ['fraud-5xx', 'fraud-latency'], ['fraud-5xx', 'fraud-latency']],
    ['not one whose name is the beginning of another', ['fraud-5xx-gpu'], ['fraud-5xx-gpu']],
  ])('names %s', (_, tripped, names) => {
    const { alarms } = reportedCause(rolledBackFor(given(inAlarm(...tripped))));
    expect(alarms.map(({ name }: { readonly name: string }) => name)).toEqual(names);
  });

  it('tells when the alarm went to ALARM, and what its log adds to a failed health check', () => {
    const alarm = rolledBackFor(given(inAlarm('fraud-5xx')), alarmsOf({ 'fraud-5xx': 200 }));
    expect(reportedCause(alarm).sentence).toBe('The alarm fraud-5xx went to ALARM at 09:03 UTC.');
    const ping =
      'The primary container for production variant AllTraffic did not pass the ping health check.';
    expect(reportedCause(rolledBackFor(given(ping), containers))).toMatchObject({
      ...{ how: 'not-ready', line: traceback, stream: 'AllTraffic/i-0123456789abcdef0' },
      sentence: `SageMaker's reason: ${ping} Container AllTraffic/i-0123456789abcdef0 logged: ${traceback}`,
    });
  });
});

const problemOf = (code: ProblemCode, said?: string, cause?: unknown) =>
  new Problem(code, phrase`It failed.`, { remedy: phrase`Fix it.`, said, cause });

describe('the cause of an end by a problem', () => {
  const denied = problemOf(
    'access-denied',
    'User: arn:aws:sts::1:assumed-role/deployer/x is not authorized to perform: sagemaker:AddTags on resource: arn:aws:sagemaker:eu-west-1:1:endpoint/fraud',
  );

  it.each<[cause: CauseKind, problem: Problem]>([
    ['input', problemOf('invalid-inputs')],
    ['input', problemOf('region-missing')],
    ['permission', problemOf('credentials')],
    ['permission', denied],
    ['permission', problemOf('scaling-not-saved', undefined, denied)],
    ['permission', problemOf('not-smoke-tested', undefined, denied)],
    ['throttled', problemOf('throttled', 'Rate exceeded')],
    ['throttled', problemOf('not-smoke-tested', undefined, problemOf('throttled'))],
    ['model-data', problemOf('refused', 'Could not access model data at s3://models/a.tar.gz.')],
    ['capacity', problemOf('unavailable', capacity)],
    ['other', problemOf('refused', 'No.')],
    ['other', problemOf('unreachable')],
    ['other', problemOf('not-smoke-tested')],
    ['unknown', problemOf('unexpected')],
  ])('is %s', (kind, problem) => {
    expect(causeOfProblem(problem).kind).toBe(kind);
    const outcome: Outcome = { kind: 'failed', problem, reason: none };
    const reportData = endedAs(outcome);
    expect(reportedCause(reportData).kind).toBe(kind);
    const kept = reportData.events.map((event) => eventFrom(textOfEvent(event)));
    expect(reportedCause({ ...reportData, events: kept })).toEqual(reportedCause(reportData));
  });

  it('names the denied action, on what, and for whom', () => {
    expect(causeOfProblem(denied)).toMatchObject({
      of: 'call',
      denial: {
        action: 'sagemaker:AddTags',
        principal: 'arn:aws:sts::1:assumed-role/deployer/x',
        resource: 'arn:aws:sagemaker:eu-west-1:1:endpoint/fraud',
      },
    });
  });
});

it.each<[cause: CauseKind | undefined, outcome: Outcome]>([
  [undefined, { kind: 'deployed' }],
  [undefined, { kind: 'unchanged' }],
  [undefined, { kind: 'started' }],
  [undefined, { kind: 'deleted', how: 'deleted' }],
  [undefined, { kind: 'planned', hasChanges: true, isBlocked: false }],
  ['other', { kind: 'planned', hasChanges: true, isBlocked: true }],
  ['timeout', { kind: 'timed-out', stage: 'update-running', seconds: 60 }],
  ['cancelled', { kind: 'cancelled', stage: 'update-running' }],
  ['superseded', { kind: 'superseded', by: 'fraud-v3', how: 'updated' }],
  ['smoke-test', { kind: 'rolled-back', reason: { kind: 'smoke-test', smokeResults: [] } }],
  ['smoke-test', { kind: 'failed', problem: problemOf('smoke-test-failed'), reason: none }],
  ['unknown', { kind: 'failed', problem: problemOf('endpoint-failed'), reason: none }],
  ['capacity', { kind: 'failed', problem: problemOf('endpoint-failed'), reason: given(capacity) }],
  ['other', { kind: 'failed', problem: problemOf('endpoint-not-found'), reason: none }],
  ['other', { kind: 'unknown', stage: 'update-running', problem: problemOf('unreachable') }],
])('the cause is %s, where a rollout that ran ended so: %j', (kind, outcome) => {
  expect(causeIn(endedAs(outcome))?.kind).toBe(kind);
  expect(reportedCause(endedAs(outcome))?.kind).toBe(kind);
});

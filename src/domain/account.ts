import { type Snapshot, sharePercent, type Traffic } from './endpoint.ts';
import type { Event } from './event.ts';
import type { Outcome } from './outcome.ts';
import type { Phase } from './phase.ts';
import type { Instant } from './request.ts';

/** What the events of one run amount to, so far. */
export interface Account {
  /** The endpoint before the rollout. */
  readonly before: Snapshot | undefined;
  /** The last look that counts. */
  readonly latest: Snapshot | undefined;
  /** How the update came to run; undefined where none of ours ever did. */
  readonly start: 'requested' | 'joined' | undefined;
  /** When the rollout began, a joined one when its first run started it; the run itself where none began. */
  readonly startedAt: Instant | undefined;
  readonly endedAt: Instant | undefined;
  readonly phases: readonly PhaseSpan[];
  readonly approval: Extract<Event, { kind: 'approved' }> | undefined;
  readonly comparison: Extract<Event, { kind: 'compared' | 'not-compared' }> | undefined;
  /** The newest plan. */
  readonly plan: Extract<Event, { kind: 'planned' }> | undefined;
  /** Whether the endpoint configuration is, or would be, created by this run. */
  readonly makesConfig: boolean;
  /** Alarms in ALARM before the endpoint goes back. */
  readonly alarmed: Extract<Event, { kind: 'alarmed' }> | undefined;
  /** What the endpoint's record said beforehand. */
  readonly recalled: Extract<Event, { kind: 'recalled' }> | undefined;
  /** The record that was left. */
  readonly recorded: Extract<Event, { kind: 'recorded' }> | undefined;
  /** Why no record was left; undefined where one was, or none was due. */
  readonly notRecorded: Extract<Event, { kind: 'not-recorded' }> | undefined;
  readonly outcome: Outcome | undefined;
}

/** A phase that happened; the last one has no end while the rollout runs. */
export interface PhaseSpan {
  readonly phase: Phase;
  readonly from: Instant;
  readonly until: Instant | undefined;
  /** Who takes traffic in it. */
  readonly traffic: Traffic | undefined;
  /** Share of the traffic on the new fleet, in whole percent. */
  readonly sharePercent: number | undefined;
}

const nothingYet: Account = {
  before: undefined,
  latest: undefined,
  start: undefined,
  startedAt: undefined,
  endedAt: undefined,
  phases: [],
  approval: undefined,
  comparison: undefined,
  plan: undefined,
  makesConfig: false,
  alarmed: undefined,
  recalled: undefined,
  recorded: undefined,
  notRecorded: undefined,
  outcome: undefined,
};

export function accountOf(events: readonly Event[]): Account {
  return events.reduce(take, nothingYet);
}

function take(account: Account, event: Event): Account {
  switch (event.kind) {
    case 'found':
      return { ...account, before: event.snapshot, latest: event.snapshot, startedAt: event.at };
    case 'approved':
      return { ...account, approval: event };
    case 'resolved':
      return { ...account, makesConfig: event.isNew };
    case 'planned':
      return { ...account, plan: event };
    case 'compared':
    case 'not-compared':
      return { ...account, comparison: event };
    case 'requested':
      return begun(account, event.before, { start: 'requested', startedAt: event.at });
    case 'joined':
      return begun(account, event.before, { start: 'joined', startedAt: event.startedAt });
    case 'progressed': {
      const { phase, traffic, since } = event.progress;
      const from = sinceWithin(account, since, event.at);
      return {
        ...account,
        latest: event.snapshot,
        phases: next(account, { phase, traffic, from }),
      };
    }
    case 'ended':
      return {
        ...account,
        latest: event.snapshot,
        startedAt: account.startedAt ?? event.at,
        endedAt: event.at,
        outcome: event.outcome,
        phases: hasSettled(event.outcome) ? closed(account.phases, event.at) : account.phases,
      };
    case 'alarmed':
      return { ...account, alarmed: withEarlier(account.alarmed, event) };
    case 'recalled':
      return { ...account, recalled: event };
    case 'not-recorded':
      return { ...account, notRecorded: event };
    case 'recorded':
      return { ...account, recorded: event };
    case 'created':
    case 'waiting':
    case 'quiet':
    case 'hindered':
    case 'resumed':
      return account;
  }
}

type Alarmed = Extract<Event, { kind: 'alarmed' }>;

/** What was left out stays out. */
function withEarlier(
  earlier: Alarmed | undefined,
  { alarms, leftOut, ...event }: Alarmed,
): Alarmed {
  const both = (one: readonly string[] = [], other: readonly string[]) => [
    ...new Set([...one, ...other]),
  ];
  return {
    ...event,
    alarms: both(earlier?.leftOut, alarms),
    leftOut: both(earlier?.leftOut, leftOut),
  };
}

function begun(
  account: Account,
  before: Snapshot,
  how: Pick<Account, 'start' | 'startedAt'>,
): Account {
  const from = how.startedAt ?? 0;
  const first: PhaseSpan = {
    phase: 'starting',
    from,
    until: undefined,
    traffic: undefined,
    sharePercent: undefined,
  };
  return { ...account, ...how, before, phases: [first] };
}

/** SageMaker's own start of the phase, where it lies between the phase before and our look. */
function sinceWithin({ phases }: Account, since: Instant | undefined, at: Instant): Instant {
  const previous = phases.at(-1)?.from ?? 0;
  return since !== undefined && since >= previous && since <= at ? since : at;
}

function next(
  { phases }: Account,
  { phase, traffic, from }: Pick<PhaseSpan, 'phase' | 'traffic' | 'from'>,
): readonly PhaseSpan[] {
  const last = phases.at(-1);
  if (last?.phase === phase && phase === 'starting')
    return [...phases.slice(0, -1), { ...last, traffic }];
  const share = traffic && sharePercent(traffic);
  return [...closed(phases, from), { phase, from, until: undefined, traffic, sharePercent: share }];
}

function closed(phases: readonly PhaseSpan[], until: Instant): readonly PhaseSpan[] {
  const last = phases.at(-1);
  return last && last.until === undefined ? [...phases.slice(0, -1), { ...last, until }] : phases;
}

function hasSettled({ kind }: Outcome): boolean {
  return (
    kind === 'deployed' || kind === 'rolled-back' || kind === 'failed' || kind === 'superseded'
  );
}

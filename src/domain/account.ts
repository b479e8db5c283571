import type { Snapshot } from './endpoint.ts';
import type { Event } from './event.ts';
import type { Outcome } from './outcome.ts';
import { afterwards, closed, next, type PhaseSpan, sinceWithin, triedOut } from './phase-span.ts';
import type { Instant } from './request.ts';
import type { ScalingNews } from './scaling-news.ts';
import type { Trial } from './smoke-test.ts';

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
  /** How trying it out began. */
  readonly tryOut: Extract<Event, { kind: 'trying-out' }> | undefined;
  /** The requests that have been tried out to their end. */
  readonly trials: readonly Trial[];
  /** The way back after a failed smoke test. */
  readonly turn: Extract<Event, { kind: 'turning-back' }> | undefined;
  /** Alarms in ALARM before the endpoint goes back. */
  readonly alarmed: Extract<Event, { kind: 'alarmed' }> | undefined;
  /** What the endpoint's record said beforehand. */
  readonly recalled: Extract<Event, { kind: 'recalled' }> | undefined;
  /** The record that was left. */
  readonly recorded: Extract<Event, { kind: 'recorded' }> | undefined;
  /** Why no record was left; undefined where one was, or none was due. */
  readonly notRecorded: Extract<Event, { kind: 'not-recorded' }> | undefined;
  /** What happened to auto scaling, in order. */
  readonly scaling: readonly ScalingNews[];
  readonly outcome: Outcome | undefined;
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
  tryOut: undefined,
  trials: [],
  turn: undefined,
  alarmed: undefined,
  recalled: undefined,
  recorded: undefined,
  notRecorded: undefined,
  scaling: [],
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
    case 'scaling':
      return { ...account, scaling: [...account.scaling, event.news] };
    case 'requested':
      return begun(account, event.before, { start: 'requested', startedAt: event.at });
    case 'joined':
      return begun(account, event.before, { start: 'joined', startedAt: event.startedAt });
    case 'progressed': {
      const { phase, traffic, since } = event.progress;
      if (account.turn) return { ...account, latest: event.snapshot };
      const from = sinceWithin(account.phases, since, event.at);
      return {
        ...account,
        latest: event.snapshot,
        phases: next(account.phases, { phase, traffic, from }),
      };
    }
    case 'trying-out':
      return {
        ...account,
        latest: event.snapshot,
        tryOut: event,
        trials: [],
        phases: account.start ? triedOut(account.phases, event.at) : [],
      };
    case 'tried':
      return { ...account, trials: [...account.trials, event.trial] };
    case 'turning-back':
      return {
        ...account,
        turn: event,
        phases: afterwards(account.phases, 'turning-back', event.at),
      };
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
    case 'sending':
    case 'refused':
    case 'waiting':
    case 'quiet':
    case 'hindered':
    case 'resumed':
    case 'tried-in-vain':
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

function hasSettled({ kind }: Outcome): boolean {
  return (
    kind === 'deployed' || kind === 'rolled-back' || kind === 'failed' || kind === 'superseded'
  );
}

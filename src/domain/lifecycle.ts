import { type Evidence, examined, noEvidence } from './cause/evidence.ts';
import { noTimes, type Times } from './clocks.ts';
import type { Snapshot } from './endpoint.ts';
import type { Event } from './event.ts';
import type { ChosenModel } from './models/chosen-model.ts';
import { type Outcome, outcomes } from './outcome.ts';
import { afterwards, beginning, closed, type PhaseSpan, smokeTested } from './phase-span.ts';
import type { Problem } from './problem.ts';
import { afterProgress } from './progress-seen.ts';
import { afterRecord, noRecord, type Records } from './records.ts';
import { withEarlier } from './red-alarms.ts';
import { afterDeletion, noReplacement, type Replacement } from './replacement.ts';
import type { Instant } from './request.ts';
import { afterChange, noScaling, type ScalingSoFar } from './scaling-state.ts';
import type { SmokeResult } from './smoke-test.ts';
import { type Calls, called, noCalls, notCalled, type UpdateCall } from './update-call.ts';

/** How far a run has come: what its events amount to. Log, report, outputs and the post step read it. */
export interface Lifecycle extends Calls, ScalingSoFar, Replacement, Evidence, Records, Times {
  /** The endpoint before the rollout. */
  readonly before: Snapshot | undefined;
  /** The last poll that counts. */
  readonly latest: Snapshot | undefined;
  /** Which configuration is rolled out, where the run had to find its name. */
  readonly endpointConfigName: string | undefined;
  /** How the update came to run; undefined where none of ours ever did. */
  readonly start: 'requested' | 'joined' | undefined;
  /** Why what was joined may not bring what is requested. */
  readonly doubt: Problem | undefined;
  /** When the rollout began, a joined one when its first run started it; the run itself where none began. */
  readonly startedAt: Instant | undefined;
  /** Since when the update is watched; before one runs, since the endpoint was found. */
  readonly watchedSince: Instant | undefined;
  /** How long the update that runs is watched; undefined: none of ours runs. */
  readonly watchedUntil: Instant | undefined;
  readonly endedAt: Instant | undefined;
  readonly phases: readonly PhaseSpan[];
  readonly approval: Extract<Event, { kind: 'approved' }> | undefined;
  readonly comparison: Extract<Event, { kind: 'compared' | 'not-compared' }> | undefined;
  /** The newest plan. */
  readonly plan: Extract<Event, { kind: 'planned' }> | undefined;
  /** The serving configuration for which it was planned since the endpoint was last found. */
  readonly plannedFor: string | undefined;
  /** Whether the endpoint configuration is, or would be, created by this run. */
  readonly makesConfig: boolean;
  /** The models that the action gives to variants. */
  readonly models: readonly ChosenModel[];
  /** How smoke-testing began. */
  readonly smokeTesting: Extract<Event, { kind: 'smoke-testing' }> | undefined;
  /** The requests that have been smoke-tested to their end. */
  readonly smokeResults: readonly SmokeResult[];
  /** When the last of them ended. */
  readonly smokeTestedAt: Instant | undefined;
  /** The rollback after a failed smoke test. */
  readonly smokeRollback: Extract<Event, { kind: 'smoke-rollback' }> | undefined;
  /** Alarms in ALARM before the endpoint goes back. */
  readonly alarmed: Extract<Event, { kind: 'alarmed' }> | undefined;
  /** What became, or would become, of what the action made and nothing needs. */
  readonly cleanUp: Extract<Event, { kind: 'cleaned-up' | 'clean-up-planned' }> | undefined;
  readonly outcome: Outcome | undefined;
}

const nothingYet: Lifecycle = {
  ...{ before: undefined, latest: undefined, endpointConfigName: undefined },
  ...{ ...noCalls, start: undefined, doubt: undefined, phases: [] },
  ...{ startedAt: undefined, watchedSince: undefined, watchedUntil: undefined, endedAt: undefined },
  ...{ approval: undefined, comparison: undefined, plan: undefined, plannedFor: undefined },
  ...{ makesConfig: false, models: [] },
  ...{ smokeTesting: undefined, smokeResults: [], smokeTestedAt: undefined },
  ...{ smokeRollback: undefined, alarmed: undefined, cleanUp: undefined },
  ...{ ...noScaling, ...noReplacement, ...noEvidence, ...noRecord, ...noTimes },
  outcome: undefined,
};

export function lifecycleOf(events: readonly Event[]): Lifecycle {
  return events.reduce(advance, nothingYet);
}

/** The lifecycle after one more event. */
export function advance(account: Lifecycle, event: Event): Lifecycle {
  switch (event.kind) {
    case 'found':
      return {
        ...account,
        before: event.snapshot,
        latest: event.snapshot,
        startedAt: event.at,
        watchedSince: event.at,
        plannedFor: undefined,
      };
    case 'approved':
      return { ...account, approval: event };
    case 'resolved': {
      const { endpointConfigName, isNew: makesConfig } = event;
      return { ...account, endpointConfigName, makesConfig };
    }
    case 'models-chosen':
      return { ...account, models: event.models };
    case 'planned':
      return { ...account, plan: event, plannedFor: event.snapshot.configName };
    case 'replacing':
      return { ...account, ...afterDeletion(event.endpoint) };
    case 'compared':
    case 'not-compared':
      return { ...account, comparison: event };
    case 'scaling':
      return { ...account, ...afterChange(account, event.change) };
    case 'requested':
      return begun(account, event, { start: 'requested', startedAt: event.at });
    case 'joined':
      return {
        ...begun(account, event, { start: 'joined', startedAt: event.startedAt }),
        doubt: event.doubt,
      };
    case 'progressed':
      return account.smokeRollback
        ? { ...account, latest: event.snapshot }
        : { ...account, latest: event.snapshot, ...afterProgress(account, event) };
    case 'smoke-testing':
      return {
        ...account,
        latest: event.snapshot,
        smokeTesting: event,
        update: notCalled,
        smokeResults: [],
        phases: account.start ? smokeTested(account.phases, event.at) : [],
      };
    case 'smoke-result': {
      const smokeResults = [...account.smokeResults, event.smokeResult];
      return { ...account, smokeResults, smokeTestedAt: event.at };
    }
    case 'smoke-rollback': {
      const watchedUntil = event.at + 1000 * event.watchSeconds;
      const phases = afterwards(account.phases, 'smoke-rollback', event.at);
      return { ...account, smokeRollback: event, watchedUntil, phases };
    }
    case 'ended':
      return {
        ...account,
        latest: event.snapshot,
        startedAt: account.startedAt ?? event.at,
        endedAt: event.at,
        outcome: event.outcome,
        phases: outcomes[event.outcome.kind].settles
          ? closed(account.phases, event.at)
          : account.phases,
      };
    case 'cleaned-up':
    case 'clean-up-planned':
      return { ...account, cleanUp: event };
    case 'alarms-examined':
    case 'containers-examined':
      return { ...account, ...examined(event) };
    case 'alarmed':
      return { ...account, alarmed: withEarlier(account.alarmed, event) };
    case 'recalled':
    case 'served-commit':
    case 'not-recorded':
    case 'recorded':
      return { ...account, ...afterRecord(account, event) };
    case 'sent':
    case 'answered':
    case 'refused':
    case 'lost':
      return { ...account, ...called(account, event, account.latest?.configName) };
    case 'waiting':
    case 'quiet':
    case 'hindered':
    case 'resumed':
    case 'smoke-retry':
      return account;
  }
}

/** From here on an update of ours runs, or another run's to the same configuration. */
function begun(
  account: Lifecycle,
  { at, before, watchSeconds }: Extract<Event, { kind: 'requested' | 'joined' }>,
  how: { readonly start: 'requested' | 'joined'; readonly startedAt: Instant },
): Lifecycle {
  const sentAt = how.start === 'requested' ? account.update.sentAt : undefined;
  const update: UpdateCall = { call: 'accepted', sentAt };
  const watched = { watchedSince: at, watchedUntil: at + 1000 * watchSeconds };
  return {
    ...account,
    ...how,
    ...noTimes,
    before,
    update,
    ...watched,
    phases: beginning(how.startedAt),
  };
}

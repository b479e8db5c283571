import { settled, unless, within } from '../cancellation.ts';
import { unreadEvidence } from '../domain/cause/container-evidence.ts';
import type { EvidenceEvent } from '../domain/cause/evidence.ts';
import type { Event } from '../domain/event.ts';
import { lifecycleOf } from '../domain/lifecycle.ts';
import { outcomes } from '../domain/outcome.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { RolloutRequest } from '../domain/request.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { World } from '../ports.ts';
import { count, newRun, type Run, tell } from '../run/run.ts';
import { examineAlarms } from './examine-alarms.ts';
import { examineContainers } from './examine-containers.ts';

/** What tells why is not waited for any longer: the outcome is known by then. */
const longestSeconds = 10;
/** Before that the reads are asked to stop: what they have found by then is told. */
const readSeconds = 9;

/** What is to be explained: what was asked for, and all that was told until its end. */
export interface Ended {
  readonly request: RolloutRequest;
  readonly events: readonly Event[];
}

/** What is examined, each by itself: that one of them hangs keeps nothing from being told of the other. */
export interface Examination {
  readonly event: EvidenceEvent['kind'];
  /** What is read, at the beginning of a sentence. */
  readonly what: Phrase;
  /** Ends soon after the signal, having told what it has found by then. */
  readonly examine: (run: Run, signal: AbortSignal) => Promise<void>;
  /** Tells that nothing, or nothing more, could be read. */
  readonly giveUp: (run: Run, problem: Problem) => void;
}

export const alarms: Examination = {
  event: 'alarms-examined',
  what: phrase`The histories of the alarms`,
  examine: examineAlarms,
  giveUp: (run, problem) =>
    tell(run, { kind: 'alarms-examined', evidence: { alarms: [], unread: [problem] } }),
};

export const containers: Examination = {
  event: 'containers-examined',
  what: phrase`The logs of the containers`,
  examine: examineContainers,
  giveUp: (run, unread) => {
    const { containerEvidence: known, startedAt = run.startedAt } = run.told.state;
    const evidence = known ? { ...known, unread } : unreadEvidence(startedAt, unread);
    tell(run, { kind: 'containers-examined', evidence });
  },
};

/**
 * Looks for what tells why a rollout did not end well, and tells it; what was told since its end is not
 * looked for again. Nothing of it changes the outcome: it throws nothing, takes no longer than ten seconds,
 * and ends when the job is cancelled.
 */
export async function explain(
  world: World,
  ended: Ended,
  all: readonly Examination[] = [alarms, containers],
): Promise<void> {
  const due = isExamined(ended.events) ? notYetTold(ended.events, all) : [];
  await Promise.all(due.map((one) => examineInTime(world, ended, one)));
}

/** Only an update of ours, or one that was joined, has alarms and containers that tell. */
function isExamined(events: readonly Event[]): boolean {
  const { outcome, start } = lifecycleOf(events);
  return outcome !== undefined && outcomes[outcome.kind].isExamined && start !== undefined;
}

/** Those of which nothing was told since the end. */
function notYetTold(events: readonly Event[], all: readonly Examination[]): readonly Examination[] {
  const end = events.findLastIndex(({ kind }) => kind === 'ended');
  const told = new Set<Event['kind']>(events.slice(end).map(({ kind }) => kind));
  return all.filter(({ event }) => !told.has(event));
}

/** What an examination tells once it was given up is not heard any more. */
async function examineInTime(
  world: World,
  ended: Ended,
  { event, what, examine, giveUp }: Examination,
): Promise<void> {
  const { cancelled, clock } = world;
  let heard: 'nothing' | 'something' | 'nothing more' = 'nothing';
  const hear = (told: Event) => {
    if (heard === 'nothing more') return;
    if (told.kind === event) heard = 'something';
    world.tell(told);
  };
  const [stop, over] = [new AbortController(), new AbortController()];
  clock.sleep(readSeconds, over.signal).then(
    () => stop.abort(new Error('The time to look for the cause is up.')),
    () => undefined,
  );
  const read = async () => examine(runOf({ ...world, tell: hear }, ended), stop.signal);
  try {
    await within(longestSeconds, clock, () => unless(cancelled, read()));
  } catch (thrown) {
    if (heard === 'nothing') giveUp(runOf(world, ended), problemOf(thrown, what, cancelled));
  }
  heard = 'nothing more';
  over.abort(settled);
  stop.abort(settled);
}

/** The last poll is known: a joined update says by it which alarms it has. */
function runOf(world: World, { request, events }: Ended): Run {
  const run = newRun(request, world, events);
  count(run, lifecycleOf(events).latest);
  return run;
}

function problemOf(thrown: unknown, read: Phrase, { aborted }: AbortSignal): Problem {
  const isLate = thrown instanceof Error && thrown.name === 'TimeoutError';
  if (!aborted && !isLate) return problemFrom(thrown);
  const why = aborted
    ? phrase`the job was cancelled`
    : phrase`there was no answer within ${longestSeconds} s`;
  return new Problem('unreachable', phrase`${read} were not read: ${why}.`, {
    remedy: phrase`Check them in CloudWatch.`,
    cause: thrown,
  });
}

import { within } from '../cancellation.ts';
import type { Event } from '../domain/event.ts';
import { type Outcome, outcomes } from '../domain/outcome.ts';
import type { RolloutRequest } from '../domain/request.ts';
import type { World } from '../ports.ts';
import { newRun } from '../run/run.ts';
import { examineAlarms } from './examine-alarms.ts';
import { examineContainers } from './examine-containers.ts';

/** What tells why is not waited for any longer: the outcome is known by then. */
const longestSeconds = 10;

/** What is to be explained: what was asked for, and all that was told until its end. */
interface Ended {
  readonly request: RolloutRequest;
  readonly events: readonly Event[];
  readonly outcome: Outcome;
}

/**
 * Looks for what tells why a rollout did not end well, and tells it. Nothing of it changes the
 * outcome: it throws nothing, and ends when the job is cancelled.
 */
export async function explain(world: World, { request, events, outcome }: Ended): Promise<void> {
  if (!outcomes[outcome.kind].isExamined) return;
  const run = newRun(request, world, events);
  await within(longestSeconds, world.clock, (signal) =>
    Promise.all([examineAlarms(run, signal), examineContainers(run, signal)]),
  ).catch(() => undefined);
}

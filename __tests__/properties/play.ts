import { createHash } from 'node:crypto';
import { matches } from '../../src/adapters/pattern.ts';
import type { Snapshot } from '../../src/domain/endpoint.ts';
import type { Event } from '../../src/domain/event.ts';
import { eventFrom, textOfEvent } from '../../src/domain/event-text.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { Problem } from '../../src/domain/problem.ts';
import { tagsOfRecord } from '../../src/domain/record.ts';
import type { Instant, RolloutRequest } from '../../src/domain/request.ts';
import type { Tag } from '../../src/domain/tags.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { World } from '../../src/ports.ts';
import { aftermath } from '../../src/post-step.ts';
import { resolvedRequest } from '../../src/report/report-data.ts';
import { rollout } from '../../src/rollout.ts';
import { alarmReason, ModelEndpoint } from './model-endpoint.ts';
import type { Invoked } from './model-fleet.ts';
import {
  type Answer,
  type Behind,
  type Configurations,
  type CreatedModels,
  ModelWires,
} from './model-wires.ts';
import { contentOf, requestOf } from './requests.ts';
import type { Deed, RunScript, Scenario } from './scenario.ts';
import { VirtualTime } from './virtual-time.ts';

/** One run, as it went. */
export interface Played {
  /** How its calls are known to the endpoint. */
  readonly by: string;
  readonly script: RunScript;
  /** With the name of the configuration that was rolled out. */
  readonly request: RolloutRequest;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** When its job was cancelled, or its process killed. */
  readonly cancelledAt: Instant | undefined;
  /** Whether its process was killed: what is told comes from the post step. */
  readonly isKilled: boolean;
  readonly outcome: Outcome;
  readonly events: readonly Event[];
  readonly answers: readonly Answer[];
  /** When calls of UpdateEndpoint and CreateEndpoint were sent. */
  readonly requestedAt: readonly Instant[];
  /** Requests to the model. */
  readonly invoked: readonly Invoked[];
  /** Whether the last poll was answered. */
  readonly isInSight: boolean;
}

/** A scenario that was played to its end. */
export interface History {
  readonly scenario: Scenario;
  /** All that was true of the endpoint. */
  readonly endpoint: ModelEndpoint;
  readonly configurations: Configurations;
  readonly createdModels: CreatedModels;
  /** When the model m2 was created again. */
  readonly m2Again: readonly Instant[];
  readonly runs: readonly Played[];
}

const start = Date.UTC(2026, 2, 2, 9);
/** Calls that were on their way when a run ended have arrived by then. */
const secondsToArrive = 60;

const unused = () => Promise.reject(new Error('Auto scaling is ignored.'));
const deletionsUnused = {
  ...{ list: unused, component: unused, job: unused, components: unused },
  ...{ deleteEndpoint: unused, delete: unused, deleteComponent: unused },
};
const denied = () =>
  Promise.reject(new Problem('access-denied', phrase`It is denied.`, { remedy: phrase`` }));
const scalingUnused = { read: unused, targets: unused, deregister: unused, put: unused };

/** Runs the real use case through the scenario. */
export async function play(scenario: Scenario): Promise<History> {
  const time = new VirtualTime(start);
  const endpoint = new ModelEndpoint(time, scenario, snapshotAtFirst(scenario));
  if (scenario.isRecorded && endpoint.now) endpoint.tags = recordOf(scenario);
  const configurations = configurationsOf(scenario);
  const { models } = scenario;
  const m2Again: Instant[] = [];
  const createdModels: CreatedModels = new Map();
  const behind: Behind = { time, endpoint, configurations, models, createdModels, m2Again };
  arrange(scenario.deeds, behind);
  const running = scenario.runs.map(async (script, index) => {
    if (script.startsAfter > 0) await time.sleep(script.startsAfter);
    return run(`run ${index + 1}`, script, behind);
  });
  const runs = await time.until(Promise.all(running));
  await time.pass(secondsToArrive);
  return { scenario, endpoint, configurations, createdModels, m2Again, runs };
}

async function run(by: string, script: RunScript, behind: Behind): Promise<Played> {
  const { time } = behind;
  const startedAt = time.now();
  const wires = new ModelWires(by, script, behind);
  const events: Event[] = [];
  const asked = requestOf(script);
  const controller = new AbortController();
  const cancelledAt =
    script.cancelledAfter === undefined
      ? undefined
      : startedAt + Math.round(1000 * script.cancelledAfter);
  if (cancelledAt !== undefined) {
    time.at(cancelledAt, () => controller.abort(new Error('The job was cancelled.')));
  }
  const world = worldOf(wires, time, { cancelled: controller.signal, events });
  const outcome = await unlessKilled(rollout(asked, world), script, time);
  const { answers, requestedAt, invoked, isInSight } = wires;
  const played = {
    ...{ by, script, startedAt, endedAt: time.now(), cancelledAt, isKilled: false },
    ...{ events, request: resolvedRequest(asked, events), isInSight },
    ...{ answers: [...answers], requestedAt, invoked: [...invoked] },
  };
  return outcome ? { ...played, outcome } : afterwards(played, wires, behind);
}

/** Undefined: the process was killed before that. */
function unlessKilled<T>(
  ending: Promise<T>,
  { killed }: RunScript,
  time: VirtualTime,
): Promise<T | undefined> {
  if (!killed) return ending;
  return Promise.race([ending, time.sleep(killed.after).then(() => undefined)]);
}

/** The end of the job of a run that was killed: it knows what that one has kept, and looks for itself. */
async function afterwards(
  cutOff: Omit<Played, 'outcome'>,
  wires: ModelWires,
  behind: Behind,
): Promise<Played> {
  wires.isCut = true;
  const { by, script, request, answers } = cutOff;
  const { time } = behind;
  const told = cutOff.events.map((event) => eventFrom(textOfEvent(event)));
  await time.sleep(script.killed?.endOfJobAfter ?? 0);
  const wiresThen = new ModelWires(by, script, behind);
  const events = [...told];
  const { signal: cancelled } = new AbortController();
  const outcome = await aftermath(request, worldOf(wiresThen, time, { cancelled, events }), told);
  return {
    ...cutOff,
    ...{ outcome, events, isKilled: true },
    ...{ endedAt: time.now(), cancelledAt: cutOff.endedAt, isInSight: wiresThen.isInSight },
    answers: [...answers, ...wiresThen.answers],
  };
}

function worldOf(
  wires: ModelWires,
  clock: VirtualTime,
  { cancelled, events }: { readonly cancelled: AbortSignal; readonly events: Event[] },
): World {
  return {
    region: 'eu-west-1',
    origin: { commit: 'c0ffee', run: 'https://github.example/run' },
    ...{ endpoints: wires, invocations: wires, scaling: scalingUnused },
    alarms: { read: (names) => wires.read(names), history: unused, datapoints: unused },
    logs: { streams: denied, find: denied, last: denied },
    visibility: async () => 'unknown',
    deletions: deletionsUnused,
    registry: { versions: unused, package: unused },
    commits: { relation: async () => 'diverged' },
    credentials: { lifetime: async () => ({ kind: 'lasting' }) },
    ...{ digest, matches, isHostedRunner: true, clock, cancelled },
    tell: (event) => events.push(event),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function snapshotAtFirst({ endpoint, serving, oldReason, manners }: Scenario) {
  if (endpoint === 'none') return undefined;
  const told: Partial<Snapshot> = {
    configName: serving,
    status: endpoint,
    failureReason: oldReason ? alarmReason : undefined,
  };
  const isPending = endpoint === 'UpdateRollbackFailed' && manners.brokenStaysPending;
  if (!isPending) return told;
  const pending = { configName: 'v4', startedAt: undefined, variants: [], shadowVariants: [] };
  return { ...told, pending };
}

/** An earlier rollout has brought what serves at first. */
function recordOf({ serving }: Scenario): readonly Tag[] {
  const previous = serving === 'v1' ? 'v3' : 'v1';
  const from = { commit: undefined, run: undefined };
  return tagsOfRecord({ previous, current: serving, mode: 'deploy', ...from });
}

function configurationsOf({ configsShowAfter, serving }: Scenario): Configurations {
  const since = (name: string) => (name === serving ? 0 : start + 1000 * configsShowAfter);
  return new Map([
    ['v1', { content: contentOf('m1'), createdAt: 0, since: 0 }],
    ['v2', { content: contentOf('m2'), createdAt: 0, since: since('v2') }],
    ['v3', { content: contentOf('m3'), createdAt: 0, since: since('v3') }],
  ]);
}

/** What others do, in their order; anyone who is refused comes again when the endpoint has settled. */
function arrange(deeds: readonly Deed[], behind: Behind): void {
  const { time, endpoint } = behind;
  const later = (seconds: number, call: () => void) => time.at(time.now() + 1000 * seconds, call);
  const attempt = (deed: Deed) => {
    try {
      act(deed, behind);
    } catch {
      endpoint.whenSettled(() => later(1, () => attempt(deed)));
    }
  };
  for (const deed of deeds) {
    if (deed.since === 'start') later(deed.seconds, () => attempt(deed));
    else endpoint.whenSettled(() => later(deed.seconds, () => attempt(deed)));
  }
}

function act({ what, seconds }: Deed, { endpoint, m2Again, time }: Behind): void {
  if (what === 'm2 again') m2Again.push(time.now());
  else if (what === 'delete') endpoint.delete();
  else if (what === 'recreate') endpoint.recreate('v1', 'somebody');
  else if (what === 'scaling') endpoint.interlude('Updating', seconds);
  else if (what === 'maintenance') endpoint.interlude('SystemUpdating', seconds);
  else endpoint.update(what, 'somebody');
}

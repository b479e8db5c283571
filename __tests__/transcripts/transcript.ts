import type { Fault } from '../../simulator/account/faults.ts';
import type { Run } from '../../simulator/runner.ts';
import type { ScenarioName } from '../../simulator/scenarios.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import {
  endOfJob,
  inFreshWorld,
  type JourneyOptions,
  pullRequest,
  travelAgain,
} from '../journeys/journey.ts';
import { type Seen, Wires } from './wires.ts';

/** One run of the action, and what is so before it. */
export interface Leg extends Omit<JourneyOptions, 'scenario'> {
  /** What `arrange` does, where neither the title nor the log says it. */
  readonly given?: string;
  /** What AWS does wrong, as data: it is shown in the transcript. */
  readonly faults?: readonly Fault[];
  /** `main`, unless said otherwise; `post` ends the job of the run before. */
  readonly step?: 'main' | 'post';
}

/** A journey that is told as a whole. */
export interface Journey extends Leg {
  /** A full sentence. */
  readonly title: string;
  readonly scenario?: ScenarioName;
  /** The folded parts of its reports are shown, and its charts. */
  readonly unfolded?: boolean;
  /** More runs in the same world, in order. */
  readonly next?: readonly Leg[];
}

/** Journeys about one topic, by the names of their files. */
export type Journeys = Readonly<Record<string, Journey>>;

/** What was seen of one run. */
export interface SeenRun extends Seen {
  readonly leg: Leg;
  readonly run: Run;
}

/** What was seen of a whole journey. */
export interface SeenJourney {
  readonly journey: Journey;
  readonly runs: readonly SeenRun[];
  /** The comments on the pull request in the end. */
  readonly comments: readonly string[];
}

/** Lives through a journey. */
export function play(journey: Journey): Promise<SeenJourney> {
  const { title: _, unfolded: __, scenario = 'canary-succeeds', next = [], ...first } = journey;
  return inFreshWorld({ scenario }, async (simulator) => {
    const runs: SeenRun[] = [];
    const wires = new Wires(simulator);
    for (const leg of [first, ...next]) {
      await prepare(simulator, leg);
      wires.begin();
      const run = await goOn(simulator, leg, runs.at(-1)?.run);
      runs.push({ leg, run, ...wires.seen(leg.inputs?.['endpoint-name']) });
    }
    const comments = simulator.github.comments(pullRequest).map(({ body }) => body);
    return { journey, runs, comments };
  });
}

async function prepare(simulator: Simulator, leg: Leg): Promise<void> {
  const { faults = [], arrange } = leg;
  await arrange?.(simulator);
  for (const fault of faults) simulator.sagemaker.inject(fault);
}

async function goOn(simulator: Simulator, leg: Leg, before?: Run): Promise<Run> {
  const { given: _, faults: __, step = 'main', ...options } = leg;
  const { run } =
    step === 'post'
      ? await endOfJob(simulator, before, options)
      : await travelAgain(simulator, options);
  return run;
}

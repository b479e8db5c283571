import type { Fault } from '../../simulator/account/faults.ts';
import type { SeenComment } from '../../simulator/github/github.ts';
import type { Run } from '../../simulator/runner.ts';
import type { ScenarioName } from '../../simulator/scenarios.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { endOfJob, inFreshWorld, type JourneyOptions, travelAgain } from '../journeys/journey.ts';
import { type Seen, Wires } from './wires.ts';

/** One run of the action, and what is so before it. */
export interface Leg extends Omit<JourneyOptions, 'scenario'> {
  /** What `arrange` does, where neither the title nor the log says it. */
  readonly given?: string;
  /** What AWS does wrong, as data: it is shown in the transcript. */
  readonly faults?: readonly Fault[];
  /** `main`, unless said otherwise; `post` ends the job of the run before. */
  readonly step?: 'main' | 'post';
  /** Another job, which begins so long after this one and runs beside it. */
  readonly beside?: Required<Pick<Leg, 'inputs'>> & { readonly afterSeconds: number };
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
  /** The same journey where something is otherwise, each by its name: what differs then is told. */
  readonly variations?: Readonly<Record<string, Variation>>;
}

/** Inputs are added to those of the journey; what else is given stands in the place of its own. */
export type Variation = Partial<Omit<Journey, 'title' | 'variations'>>;

/** Journeys about one topic, by the names of their files. */
export type Journeys = Readonly<Record<string, Journey>>;

/** What was seen of one run; what it did together with the one beside it is with that one. */
export interface SeenRun extends Partial<Seen> {
  readonly leg: Leg;
  readonly run: Run;
  readonly isBeside?: boolean;
}

/** What was seen of a whole journey. */
export interface SeenJourney {
  readonly journey: Journey;
  readonly runs: readonly SeenRun[];
  /** All comments in the end. */
  readonly comments: readonly SeenComment[];
}

/** Lives through a journey. */
export function play(journey: Journey): Promise<SeenJourney> {
  const { scenario = 'canary-succeeds', next = [], ...others } = journey;
  const { title: _, unfolded: __, variations: ___, ...first } = others;
  return inFreshWorld({ scenario }, async (simulator) => {
    const runs: SeenRun[] = [];
    const wires = new Wires(simulator);
    for (const leg of [first, ...next]) {
      await prepare(simulator, leg);
      wires.begin();
      const beside = leg.beside && runBeside(simulator, leg.beside);
      const own = { leg, run: await goOn(simulator, leg, runs.at(-1)?.run) };
      if (beside) runs.push(own);
      runs.push({ ...((await beside) ?? own), ...wires.seen(leg.inputs?.['endpoint-name']) });
    }
    return { journey, runs, comments: simulator.github.comments() };
  });
}

async function prepare(simulator: Simulator, leg: Leg): Promise<void> {
  const { faults = [], arrange } = leg;
  await arrange?.(simulator);
  for (const fault of faults) simulator.sagemaker.inject(fault);
}

/** The job begins with the first poll of the other one that is not before its time. */
async function runBeside(
  simulator: Simulator,
  { afterSeconds, inputs }: NonNullable<Leg['beside']>,
): Promise<SeenRun> {
  const { clock } = simulator;
  await new Promise<void>((begin) => clock.at(clock.now() + 1000 * afterSeconds, begin));
  const { run } = await travelAgain(simulator, { inputs, isBeside: true });
  const given = `It begins ${afterSeconds} s after the run before, and runs beside it.`;
  return { leg: { given, inputs }, run, isBeside: true };
}

async function goOn(simulator: Simulator, leg: Leg, before?: Run): Promise<Run> {
  const { given: _, faults: __, step = 'main', beside, ...others } = leg;
  const options = { ...others, isBeside: beside !== undefined };
  const { run } =
    step === 'post'
      ? await endOfJob(simulator, before, options)
      : await travelAgain(simulator, options);
  return run;
}

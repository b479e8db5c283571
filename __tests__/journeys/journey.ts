import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { parse } from 'yaml';
import type { SeenRequest } from '../../simulator/account/aws-service.ts';
import type { SeenComment } from '../../simulator/github/github.ts';
import type { RunOptions } from '../../simulator/runner/options.ts';
import { type Run, runAction, runPost } from '../../simulator/runner.ts';
import { loadScenario, type ScenarioName } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { callAction, callPost } from './call/call.ts';

/** The outputs that action.yml promises, beside the report, which holds them too. */
const promisedOutputs: readonly string[] = Object.keys(
  parse(readFileSync('action.yml', 'utf8')).outputs,
).filter((name) => name !== 'report');

/** The pull request that every journey's commit merged. */
export const pullRequest = 42;

/** What the action writes into the tags of what it creates for fraud-prod. */
export const mark = { Key: 'sagemaker-rollout:created-for', Value: 'fraud-prod' };

/** A canary with two alarms, as the README shows it. */
export const canary = {
  strategy: 'canary',
  'canary-size': '10%',
  'wait-interval': '5m',
  'termination-wait': '2m',
  alarms: 'fraud-5xx, fraud-latency',
};

/** What everybody saw of a run against the simulator. */
export interface Told {
  readonly run: Pick<Run, 'exitCode' | 'log' | 'annotations' | 'outputs' | 'summary'>;
  readonly simulator: Simulator;
  /** The reports on the pull request. */
  readonly comments: readonly SeenComment[];
  /** What people are told beside them. */
  readonly notices: readonly SeenComment[];
  /** What UpdateEndpoint was asked for, and its error where it was refused. */
  readonly updates: readonly { readonly input: object; readonly error: string | undefined }[];
  /** Names of the calls in order. */
  readonly calls: readonly string[];
  /** What the endpoint was asked, and the error where it answered one. */
  readonly invocations: readonly SeenRequest[];
}

/** A run of the whole action against the simulator. */
export interface Journey extends Told {
  readonly run: Run;
}

/**
 * `process`: the committed bundle runs as the runner would run it. `call`: the same step is called
 * in the test's own process, in a tenth of the time.
 */
export type Way = 'process' | 'call';

const ways = {
  process: { main: runAction, post: runPost },
  call: { main: callAction, post: callPost },
} as const;

export interface JourneyOptions extends Omit<RunOptions, 'simulator'> {
  readonly as?: Way;
  readonly scenario?: ScenarioName;
  /** What else is so before the action runs. */
  readonly arrange?: (simulator: Simulator) => void | Promise<void>;
  /** Another job runs meanwhile: not every update is this one's. */
  readonly isBeside?: boolean;
}

/** Rolls fraud-v2 out to fraud-prod in a fresh world. */
export function travel(options: JourneyOptions = {}): Promise<Journey> {
  return inFreshWorld(options, (simulator) => travelAgain(simulator, options));
}

/** Does something in a world that is as the options say, and ends with it. */
export async function inFreshWorld<T>(
  { scenario = 'canary-succeeds', arrange }: Pick<JourneyOptions, 'scenario' | 'arrange'>,
  act: (simulator: Simulator) => Promise<T>,
): Promise<T> {
  const simulator = await startSimulator();
  try {
    loadScenario(simulator.sagemaker, scenario);
    simulator.github.addPullRequest({ number: pullRequest });
    await arrange?.(simulator);
    return await act(simulator);
  } finally {
    await simulator.close();
  }
}

/** One more run in a world that is there already. */
export async function travelAgain(
  simulator: Simulator,
  { as = 'call', scenario: _, arrange: __, isBeside = false, ...options }: JourneyOptions = {},
): Promise<Journey> {
  const inputs = withNames(options.inputs);
  const go = () => ways[as].main({ ...options, simulator, inputs });
  const journey = await seenOf(simulator, go);
  const told = isBeside ? { ...journey, updates: [] } : journey;
  if (journey.run.signal === null) expectNothingLost(told);
  expectDiscretion(journey);
  return journey;
}

/** The end of the job whose main part that was, or that never began. */
export async function endOfJob(
  simulator: Simulator,
  main: Run | undefined,
  { as = 'call', scenario: _, arrange: __, ...options }: JourneyOptions = {},
): Promise<Journey> {
  const inputs = withNames(options.inputs);
  const begun = main ?? ({ state: {}, exportedEnv: {}, temporary: {} } as unknown as Run);
  const go = () => ways[as].post(begun, { ...options, simulator, inputs });
  const journey = await seenOf(simulator, go);
  expectDiscretion(journey);
  return journey;
}

function withNames(inputs: JourneyOptions['inputs']): NonNullable<JourneyOptions['inputs']> {
  return { 'endpoint-name': 'fraud-prod', 'endpoint-config-name': 'fraud-v2', ...inputs };
}

/** No error of the program itself, and no secret anywhere. */
function expectDiscretion({ run, simulator, comments, notices }: Journey): void {
  expect(run.stderr).toBe('');
  const { log, outputs, summary, state, exportedEnv, stdout } = run;
  const printed = stdout.replaceAll(/^::add-mask::.*$/gm, '');
  expectNoSecrets(simulator, [
    log,
    printed,
    outputs,
    summary,
    state,
    exportedEnv,
    comments,
    notices,
  ]);
}

/** The comments on the pull request, without those that tell people of a report. */
export function reportsOn({ github }: Simulator): readonly SeenComment[] {
  return github.comments(pullRequest).filter((comment) => !isNotice(comment));
}

function isNotice({ body }: SeenComment): boolean {
  return body.startsWith('<!-- sagemaker-rollout-notice ');
}

/** What everybody saw of a run, from its beginning to its end. */
export async function seenOf<R extends Told['run']>(
  simulator: Simulator,
  go: () => Promise<R>,
): Promise<Told & { readonly run: R }> {
  const seenBefore = simulator.sagemaker.requests.length;
  const invokedBefore = simulator.runtime.requests.length;
  const run = await go();
  const requests = simulator.sagemaker.requests.slice(seenBefore);
  const updates = requests.filter(({ operation }) => operation === 'UpdateEndpoint');
  return {
    run,
    simulator,
    comments: reportsOn(simulator),
    notices: simulator.github.comments(pullRequest).filter(isNotice),
    updates: updates.map(({ input, error }) => ({ input, error })),
    calls: requests.map(({ operation }) => operation),
    invocations: simulator.runtime.requests.slice(invokedBefore),
  };
}

/** What holds on every path: every output is set, the outcome is the same everywhere, and the exit code fits it. */
export function expectNothingLost({ run, updates }: Told): void {
  const { outcome } = run.outputs;
  expect(outcome).toMatch(/^[a-z-]+$/);
  expect(run.summary).toMatch(/^### \S/);
  expect(run.log).not.toMatch(/\n\s+at |Unexpected token|\$response/);
  const passing = ['deployed', 'unchanged', 'started', 'deleted'];
  const either = ['rolled-back', 'planned'];
  const passes =
    passing.includes(outcome ?? '') || (either.includes(outcome ?? '') && run.exitCode === 0);
  const { report = '', ...others } = run.outputs;
  const typed: Record<string, unknown> = JSON.parse(report);
  const { state } = Object(typed.scaling) as { readonly state?: string };
  const lacksScaling = state === 'incomplete' || state === 'tags-left';
  expect(run.exitCode).toBe(passes && !lacksScaling ? 0 : 1);
  const accepted = updates.filter(({ error }) => error === undefined);
  const cause = typed.cause as { readonly kind: string; readonly sentence: string } | null;
  const values: Record<string, unknown> = { ...typed, cause: cause?.kind ?? '' };
  const texts = promisedOutputs.map((name) => [name, String(values[name]).toWellFormed()]);
  expect(Object.fromEntries(texts)).toEqual(others);
  expect(cause === null).toBe(passes && !lacksScaling && outcome !== 'rolled-back');
  if (cause) expect(run.log).toContain(cause.sentence);
  const turns = typed['rolled-back-to'] ? 1 : 0;
  expect(accepted.length).toBeLessThanOrEqual(1 + turns);
}

/** No one has seen a secret: not in the log, and not where the runner hides none. */
export function expectNoSecrets(
  { sts, idTokens, github }: Simulator,
  told: readonly unknown[],
): void {
  const secrets = [
    github.token,
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'simulated-session-token',
    ...idTokens.given.map(({ token }) => token),
    ...sts.sessions.flatMap(({ accessKeyId, secretAccessKey, sessionToken }) => [
      accessKeyId,
      secretAccessKey,
      sessionToken,
    ]),
  ];
  const texts = told.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  const seen = secrets.filter((secret) => texts.some((text) => text.includes(secret)));
  expect(seen).toEqual([]);
}

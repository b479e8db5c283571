import {
  pullRequest as pullRequestEvent,
  push,
  type WorkflowEvent,
  workflowDispatch,
} from '../../simulator/runner/event.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { type Journey, pullRequest, travelAgain } from '../journeys/journey.ts';
import { evaluate, filledIn, type Values } from './expression.ts';
import { checksOut, eventsOf, files, isOurs, type Job, type Recipe, type Step } from './recipe.ts';

/** The keys of the environment are none: the action assumes the role of the recipe. */
const noKeys = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
};

/** Roles, by what their trust policies say of the token's subject. */
const roles = {
  'fraud-reader': '*',
  'fraud-deployer': 'environment:production',
  'fraud-deployer-staging': 'environment:staging',
  'fraud-deployer-production': 'environment:production',
  'fraud-deleter': 'environment:production',
  'fraud-previews': 'environment:preview',
};

const events: Readonly<Record<string, WorkflowEvent>> = {
  push: push(),
  pull_request: pullRequestEvent(pullRequest),
  workflow_dispatch: workflowDispatch(),
  schedule: { ...workflowDispatch(), name: 'schedule' },
};

/** What is the same in each run. */
const common: Values = {
  'github.sha': push().sha,
  'github.run_id': 7001,
  'github.run_attempt': 1,
};

/** A run of the action in a job of a recipe. */
export interface Followed {
  readonly job: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly journey: Journey;
}

/** Where a recipe is followed: a simulator is one region of an account. */
export interface World {
  readonly simulator: Simulator;
  readonly region: string;
}

/** Runs the jobs of a recipe in their order, with what the jobs before have handed on. */
export async function follow(
  { simulator, region }: World,
  recipe: Recipe,
  given: Values,
): Promise<readonly Followed[]> {
  for (const [name, subject] of Object.entries(roles)) {
    simulator.sts.addRole(name, { subject: `repo:acme/fraud:${subject}` });
  }
  const values: Record<string, unknown> = { ...common, ...given };
  const followed: Followed[] = [];
  for (const [name, job] of Object.entries(recipe.workflow.jobs)) {
    if (job.if !== undefined && !evaluate(job.if, values)) continue;
    for (const combination of combinationsOf(job)) {
      const all = { ...values, ...combination };
      if (!isIn(region, job, all)) continue;
      const handedOn = await runJob(simulator, recipe, job, all);
      followed.push(...handedOn.followed.map((each) => ({ job: name, ...each })));
      Object.assign(values, outputsOf(name, job, { ...all, ...handedOn.values }));
    }
  }
  return followed;
}

/** Whether the job is about the region; one that does not run the action is about each. */
function isIn(region: string, { steps }: Job, values: Values): boolean {
  return steps.filter(isOurs).every((step) => inputsOf(step, values)['aws-region'] === region);
}

async function runJob(simulator: Simulator, recipe: Recipe, job: Job, values: Values) {
  const [event = ''] = eventsOf(recipe.workflow);
  const handedOn: Record<string, unknown> = {};
  const followed: Omit<Followed, 'job'>[] = [];
  for (const step of job.steps.filter(isOurs)) {
    const inputs = inputsOf(step, { ...values, ...handedOn });
    const journey = await travelAgain(simulator, {
      inputs: { 'endpoint-config-name': '', ...inputs },
      files: checksOut(job) ? files : {},
      env: { ...noKeys, GITHUB_RUN_ID: String(values['github.run_id']) },
      ...(events[event] && { event: events[event] }),
      ...(job.permissions?.['id-token'] === 'write' && { idToken: 'write' }),
      ...(job.environment && { environment: filledIn(job.environment, values) }),
    });
    for (const [name, value] of Object.entries(journey.run.outputs)) {
      handedOn[`steps.${step.id}.outputs.${name}`] = value;
    }
    followed.push({ inputs, journey });
  }
  return { followed, values: handedOn };
}

function inputsOf(step: Step, values: Values): Record<string, string> {
  const inputs = Object.entries(step.with ?? {});
  return Object.fromEntries(inputs.map(([name, text]) => [name, filledIn(String(text), values)]));
}

function outputsOf(job: string, { outputs = {} }: Job, values: Values): Values {
  const entries = Object.entries(outputs);
  return Object.fromEntries(
    entries.map(([name, text]) => [`needs.${job}.outputs.${name}`, filledIn(text, values)]),
  );
}

/** The combinations of a matrix with one dimension; one, without any values, where there is none. */
function combinationsOf({ strategy }: Job): readonly Values[] {
  const [dimension] = Object.entries(strategy?.matrix ?? {});
  if (!dimension) return [{}];
  const [name, entries] = dimension;
  return entries.map((entry) => ({ [`matrix.${name}`]: entry }));
}

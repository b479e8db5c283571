import { describe, expect, it } from '@jest/globals';
import { loadScenario } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { pullRequest } from '../journeys/journey.ts';
import type { Time } from './case.ts';
import { deployments } from './deployments.ts';
import { type Followed, follow, type World } from './follow.ts';
import { recipe, recipes } from './recipe.ts';
import { surroundings } from './surroundings.ts';

const cases = [...deployments, ...surroundings];

describe('The recipes of the documentation, as they stand there', () => {
  it('are all followed here', () => {
    const followed = cases.flatMap(({ heading, times }) =>
      times.map((time) => time.heading ?? heading),
    );
    expect(new Set(followed)).toEqual(new Set(recipes.map(({ heading }) => heading)));
  });

  it.each(cases.map((each) => [each.title, each] as const))('%s', async (_, each) => {
    const { heading, times, region = 'eu-west-1', world = 'canary-succeeds' } = each;
    const simulator = await startSimulator({ region });
    try {
      loadScenario(simulator.sagemaker, world);
      simulator.github.addPullRequest({ number: pullRequest });
      answerAsExpected(simulator);
      for (const time of times) await expectTime({ simulator, region }, { heading, ...time });
    } finally {
      await simulator.close();
    }
  });
});

/** Models that the action creates answer what the smoke tests of the recipes expect. */
function answerAsExpected({ sagemaker, runtime }: Simulator): void {
  sagemaker.onRequest(({ operation, input }) => {
    const { ModelName = '', PrimaryContainer } = Object(input);
    if (operation !== 'CreateModel') return;
    const isCsv = /cards|transfers/.test(PrimaryContainer.ModelDataUrl ?? '');
    const body = isCsv ? '0.02' : '{"label":"ok","score":0.02}';
    runtime.script(ModelName, { kind: 'answers', body });
  });
}

async function expectTime(world: World, time: Time & { heading: string }): Promise<void> {
  const { arrange, values = {}, outcomes, models = [], deletes = 0, fleet, serves } = time;
  const { sagemaker } = world.simulator;
  arrange?.(world.simulator);
  const before = sagemaker.requests.length;
  const followed = await follow(world, recipe(time.heading), values);
  expect(followed.map(({ job, journey }) => [job, journey.run.outputs.outcome])).toEqual(outcomes);
  const created = sagemaker.requests
    .slice(before)
    .filter(({ operation, error }) => operation === 'CreateModel' && error === undefined);
  expect(created.map(({ input }) => input)).toMatchObject(models);
  const deleted = sagemaker.requests
    .slice(before)
    .filter(({ operation }) => ['DeleteModel', 'DeleteEndpointConfig'].includes(operation));
  if (!outcomes.some(([, outcome]) => outcome === 'deleted')) expect(deleted.length).toBe(deletes);
  for (const each of followed) expectServed(world, each);
  if (fleet) expect(followed.map((each) => fleetOf(world, each))).toContain(fleet);
  if (serves) expect(sagemaker.endpoint('fraud-prod')?.state.configName).toBe(serves);
}

function fleetOf({ simulator }: World, { inputs }: Followed): string {
  const [variant] = simulator.sagemaker.endpoint(inputs['endpoint-name'] ?? '')?.state.live ?? [];
  if (variant?.capacity.kind !== 'instances') return 'none';
  return `${variant.capacity.current} x ${variant.capacity.type}`;
}

/** What was deployed is in service; what was deleted is gone; no input was unknown. */
function expectServed({ simulator }: World, { journey, inputs }: Followed): void {
  const { run, invocations } = journey;
  const { outcome = '' } = run.outputs;
  const state = simulator.sagemaker.endpoint(inputs['endpoint-name'] ?? '')?.state;
  if (outcome === 'deployed' || outcome === 'unchanged') {
    expect(state).toMatchObject({ status: 'InService' });
    expect(state?.configName).toBe(run.outputs['endpoint-config-name']);
    expect(run.exitCode).toBe(0);
    expect(invocations.length > 0).toBe(inputs['smoke-test-file'] !== undefined);
  }
  if (outcome === 'deleted') expect(state).toBeUndefined();
  expect(run.annotations.map(({ message }) => message).join()).not.toContain('Unexpected input');
}

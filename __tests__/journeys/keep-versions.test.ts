import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import {
  endOfJob,
  inFreshWorld,
  type Journey,
  type JourneyOptions,
  travelAgain,
} from './journey.ts';

const repository = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud';
type Inputs = NonNullable<JourneyOptions['inputs']>;

/** Inputs for the nth image of the model. */
const image = (version: number, more: Inputs = {}): Inputs => ({
  ...{ 'endpoint-config-name': '', image: `${repository}:${version}`, ...more },
});

function deploy(simulator: Simulator, version: number, more: Inputs = {}): Promise<Journey> {
  return travelAgain(simulator, { inputs: image(version, more) });
}

/** Three images, one after the other: what the first was made into is two rollouts old. */
async function threeRollouts(simulator: Simulator): Promise<readonly Version[]> {
  const versions: Version[] = [];
  for (const version of [1, 2, 3]) {
    await deploy(simulator, version);
    versions.push(serving(simulator));
  }
  return versions;
}

interface Version {
  readonly config: string;
  readonly model: string;
}

function serving({ sagemaker }: Simulator): Version {
  const made = (operation: string) =>
    sagemaker.requests.findLast((request) => request.operation === operation)?.input ?? {};
  return {
    config: String(made('CreateEndpointConfig').EndpointConfigName),
    model: String(made('CreateModel').ModelName),
  };
}

const deletions = ({ sagemaker }: Simulator) =>
  sagemaker.requests
    .filter(({ operation, error }) => operation.startsWith('Delete') && error === undefined)
    .filter(({ operation }) => operation !== 'DeleteTags')
    .map(({ input }) => input.EndpointConfigName ?? input.ModelName ?? input.EndpointName);

const reportOf = ({ run }: Journey) => JSON.parse(run.outputs.report ?? '');

/** What is kept, and why, `transcripts/clean-up.test.ts` shows. */
describe('keep-versions', () => {
  it('deletes after the rollout what the plan said, and neither the newest nor the previous version', () =>
    inFreshWorld({}, async (simulator) => {
      const [first, second, third] = await threeRollouts(simulator);
      const keep = { 'keep-versions': '1' };
      const planned = await deploy(simulator, 4, { mode: 'plan', ...keep });
      expect(deletions(simulator)).toEqual([]);
      expect(planned.run.exitCode).toBe(0);
      const journey = await deploy(simulator, 4, keep);
      const fourth = serving(simulator);
      expect(journey.run.outputs.outcome).toBe('deployed');
      const configs = [second?.config, first?.config];
      const models = [second?.model, first?.model];
      expect(deletions(simulator)).toEqual([...configs, ...models]);
      expect(reportOf(planned)).toMatchObject({
        'would-delete-endpoint-configs': configs,
        'would-delete-models': models,
        'deleted-models': [],
      });
      expect(reportOf(journey)).toMatchObject({
        'deleted-endpoint-configs': configs,
        'deleted-models': models,
        'clean-up-problem': null,
      });
      expect(reportOf(journey).kept).toContainEqual({
        ...{ kind: 'model', name: third?.model },
        why: `endpoint configuration ${third?.config} names it`,
      });
      expect(journey.run.summary).toContain('Deleted models');
      expect(journey.run.summary).toContain(fourth.config);
      const back = await travelAgain(simulator, {
        inputs: { mode: 'rollback', 'endpoint-config-name': '' },
      });
      expect(back.run.outputs).toMatchObject({
        outcome: 'deployed',
        'endpoint-config-name': third?.config,
      });
    }));

  it('asks for little where there is nothing to delete, and for each neighbor only once', () =>
    inFreshWorld({}, async (simulator) => {
      const endpoints = 150;
      for (let index = 0; index < endpoints; index += 1) {
        simulator.sagemaker.addEndpoint(`neighbor-${index}`, 'fraud-v1');
      }
      const idle = await deploy(simulator, 1, { 'keep-versions': '3' });
      expect(idle.calls.filter((call) => call === 'ListEndpoints')).toEqual([]);
      for (const version of [2, 3, 4]) await deploy(simulator, version);
      const before = simulator.sagemaker.requests.length;
      const busy = await deploy(simulator, 5, { 'keep-versions': '1' });
      expect(deletions(simulator)).toHaveLength(6);
      const of = (operation: string) => busy.calls.filter((call) => call === operation).length;
      expect(of('ListTags')).toBeLessThan(endpoints + 60);
      expect(of('DescribeEndpoint')).toBeLessThan(endpoints + 60);
      expect(simulator.sagemaker.requests.length - before).toBeLessThan(2 * endpoints + 250);
    }));

  it('that is killed between two deletions is reported as deployed, with what was deleted', () =>
    inFreshWorld({}, async (simulator) => {
      const [first, second] = await threeRollouts(simulator);
      const inputs = image(4, { 'keep-versions': '1' });
      const killed = await travelAgain(simulator, {
        inputs,
        killWhen: (kill) =>
          simulator.sagemaker.when({ before: 'DeleteEndpointConfig', nth: 2 }, kill),
      });
      const { run } = await endOfJob(simulator, killed.run, { inputs });
      expect(run.outputs.outcome).toBe('deployed');
      expect(reportOf({ ...killed, run })['deleted-endpoint-configs']).toEqual([second?.config]);
      expect(first?.config).not.toBe(second?.config);
    }));

  it('that is killed while older versions are deleted stays deployed where its smoke test had passed', () =>
    inFreshWorld({}, async (simulator) => {
      await threeRollouts(simulator);
      const options = {
        files: { 'smoke.yaml': '- { name: any, body: {} }\n' },
        inputs: image(4, { 'keep-versions': '1', 'smoke-test-file': 'smoke.yaml' }),
      };
      const killed = await travelAgain(simulator, {
        ...options,
        killWhen: (kill) => simulator.sagemaker.when({ before: 'DeleteEndpointConfig' }, kill),
      });
      const { run } = await endOfJob(simulator, killed.run, options);
      expect(run.outputs.outcome).toBe('deployed');
    }));

  it('deletes the models of an endpoint that is deleted with its configurations', () =>
    inFreshWorld({}, async (simulator) => {
      const file = JSON.stringify({
        ProductionVariants: [
          {
            VariantName: 'AllTraffic',
            InstanceType: 'ml.m5.large',
            InitialInstanceCount: 1,
            Model: {
              PrimaryContainer: { Image: `${repository}:1` },
              ExecutionRoleArn: 'arn:aws:iam::123456789012:role/sagemaker',
            },
          },
        ],
      });
      const endpoint = { 'endpoint-name': 'fraud-pr-7', 'endpoint-config-name': '' };
      await travelAgain(simulator, {
        files: { 'endpoint.json': file },
        inputs: { ...endpoint, 'endpoint-config-file': 'endpoint.json', 'create-endpoint': 'true' },
      });
      const made = serving(simulator);
      const journey = await travelAgain(simulator, { inputs: { ...endpoint, mode: 'delete' } });
      expect(journey.run.outputs.outcome).toBe('deleted');
      expect(deletions(simulator)).toEqual(['fraud-pr-7', made.config, made.model]);
      expect(reportOf(journey)['deleted-models']).toEqual([made.model]);
    }));
});

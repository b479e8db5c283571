import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import {
  endOfJob,
  inFreshWorld,
  type Journey,
  type JourneyOptions,
  travelAgain,
} from './journey.ts';
import { usualScaling } from './scaled.ts';

const file = (model: string) =>
  `ProductionVariants:\n  - { VariantName: AllTraffic, ModelName: ${model}, InstanceType: ml.m5.xlarge, InitialInstanceCount: 1 }\n`;

/** Creates the preview endpoint, or rolls out to it, as a workflow of a pull request does. */
function deploy(simulator: Simulator, model = 'fraud-v1'): Promise<Journey> {
  return travelAgain(simulator, {
    files: { 'endpoint.yaml': file(model) },
    inputs: {
      'endpoint-name': 'fraud-pr-7',
      'endpoint-config-name': '',
      'endpoint-config-file': 'endpoint.yaml',
      'create-endpoint': 'true',
    },
  });
}

/** Deletes it when the pull request is closed. */
function remove(simulator: Simulator, options: JourneyOptions = {}): Promise<Journey> {
  const names = { 'endpoint-name': 'fraud-pr-7', 'endpoint-config-name': '' };
  return travelAgain(simulator, {
    ...options,
    inputs: { ...names, mode: 'delete', ...options.inputs },
  });
}

const deletions = ({ sagemaker }: Simulator) =>
  sagemaker.requests
    .filter(({ operation, error }) => operation.startsWith('Delete') && error === undefined)
    .map(
      ({ operation, input }) => `${operation} ${input.EndpointName ?? input.EndpointConfigName}`,
    );
const serving = ({ sagemaker }: Simulator) =>
  sagemaker.endpoint('fraud-pr-7')?.state.configName ?? 'none';
const reportOf = ({ run }: Journey) => JSON.parse(run.outputs.report ?? '');

describe('mode: delete', () => {
  it('deletes an endpoint that the action created, and every configuration it made for it', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      const first = serving(simulator);
      await deploy(simulator, 'fraud-v2');
      const second = serving(simulator);
      const journey = await remove(simulator);
      expect(journey.run.exitCode).toBe(0);
      expect(journey.run.outputs).toMatchObject({
        outcome: 'deleted',
        'endpoint-status': '',
        'endpoint-config-name': '',
        'previous-endpoint-config-name': second,
        'has-changes': 'true',
      });
      expect(deletions(simulator)).toEqual([
        'DeleteEndpoint fraud-pr-7',
        `DeleteEndpointConfig ${second}`,
        `DeleteEndpointConfig ${first}`,
      ]);
      expect(reportOf(journey)['deleted-endpoint-configs']).toEqual([second, first]);
      expect(journey.run.log).toContain('Deleted: endpoint fraud-pr-7');
      expect(journey.comments.at(-1)?.body).toContain('### Deleted: endpoint `fraud-pr-7`');
      expect(journey.comments.at(-1)?.body).toContain('Deleted endpoint configurations');
      expect(simulator.sagemaker.endpoint('fraud-pr-7')).toBeUndefined();
      expect(simulator.sagemaker.endpoint('fraud-prod')?.state.status).toBe('InService');
    }));

  it('passes where the endpoint is gone already, and deletes what is left of it', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      const config = serving(simulator);
      simulator.sagemaker.remove('endpoint', 'fraud-pr-7');
      const journey = await remove(simulator);
      expect(journey.run.outputs).toMatchObject({ outcome: 'deleted', 'has-changes': 'true' });
      expect(deletions(simulator)).toEqual([`DeleteEndpointConfig ${config}`]);
      const again = await remove(simulator);
      expect(again.run.outputs).toMatchObject({ outcome: 'deleted', 'has-changes': 'false' });
      expect(again.run.log).toContain('Deleted: there is no endpoint fraud-pr-7 any more');
    }));

  it('waits for an update that runs, and for the deletion of another run', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      simulator.sagemaker.inject({
        kind: 'foreign-update',
        endpoint: 'fraud-pr-7',
        endpointConfigName: 'fraud-v2',
        when: { afterSeconds: 1 },
      });
      simulator.clock.advanceTo(simulator.clock.now() + 2000);
      const journey = await remove(simulator);
      expect(journey.run.log).toContain('Waiting: the endpoint is Updating');
      expect(journey.run.outputs.outcome).toBe('deleted');
    }));

  it('fails for an endpoint that the action did not create, unless its name is confirmed', () =>
    inFreshWorld({}, async (simulator) => {
      const inputs = { 'endpoint-name': 'fraud-prod' };
      const refused = await remove(simulator, { inputs });
      expect(refused.run.exitCode).toBe(1);
      expect(refused.run.outputs.outcome).toBe('failed');
      expect(refused.run.log).toContain('Endpoint fraud-prod was not created by this action.');
      expect(deletions(simulator)).toEqual([]);
      const confirmed = await remove(simulator, {
        inputs: { ...inputs, 'confirm-delete': 'fraud-prod' },
      });
      expect(confirmed.run.outputs.outcome).toBe('deleted');
      expect(deletions(simulator)).toEqual(['DeleteEndpoint fraud-prod']);
    }));

  it('names a wrong confirmation and inputs of a deployment before any call', () =>
    inFreshWorld({}, async (simulator) => {
      const inputs = { 'confirm-delete': 'fraud-prod', 'model-name': 'fraud-v2' };
      const journey = await remove(simulator, { inputs });
      expect(journey.run.log).toContain('confirm-delete');
      expect(journey.run.log).toContain('model-name');
      expect(journey.calls).toEqual([]);
      const deployed = await travelAgain(simulator, { inputs: { 'confirm-delete': 'fraud-prod' } });
      expect(deployed.run.log).toContain('belongs to `mode: delete`');
    }));

  it('keeps a configuration that another endpoint serves, or that its record calls previous', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      const first = serving(simulator);
      await deploy(simulator, 'fraud-v2');
      const second = serving(simulator);
      simulator.sagemaker.addEndpoint('sibling', first);
      simulator.sagemaker.addTags('endpoint', 'fraud-prod', [
        { Key: 'sagemaker-rollout:endpoint-config', Value: 'fraud-v1' },
        { Key: 'sagemaker-rollout:previous-endpoint-config', Value: second },
      ]);
      const journey = await remove(simulator);
      expect(journey.run.outputs.outcome).toBe('deleted');
      expect(deletions(simulator)).toEqual(['DeleteEndpoint fraud-pr-7']);
      expect(journey.run.log).toContain(
        `Kept the endpoint configuration ${first}: endpoint sibling serves it`,
      );
      expect(journey.run.log).toContain(
        `Kept the endpoint configuration ${second}: the record of endpoint fraud-prod names it`,
      );
    }));

  it('keeps what carries the mark and is not named after its content, and what only has such a name', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      const { sagemaker } = simulator;
      const mark = [{ Key: 'sagemaker-rollout:created-for', Value: 'fraud-pr-7' }];
      const config = serving(simulator);
      sagemaker.replaceEndpointConfig(config, {
        ProductionVariants: [
          { VariantName: 'Other', ModelName: 'fraud-v1', InstanceType: 'ml.m5.large' },
        ],
      });
      sagemaker.addTags('endpoint-config', config, mark);
      sagemaker.addEndpointConfig('fraud-pr-7-0123456789', {
        ProductionVariants: [
          { VariantName: 'Other', ModelName: 'fraud-v1', InstanceType: 'ml.m5.large' },
        ],
      });
      await remove(simulator);
      expect(deletions(simulator)).toEqual(['DeleteEndpoint fraud-pr-7']);
    }));

  it.each([
    ['ListEndpoints', 'may not be called', { kind: 'access-denied' as const }],
    ['ListEndpointConfigs', 'is throttled', { kind: 'throttling' as const }],
    ['DescribeEndpointConfig', 'is throttled', { kind: 'throttling' as const }],
  ])('deletes no configuration where %s %s, and says why', (operation, _, fault) =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      simulator.sagemaker.inject({ ...fault, operation });
      const journey = await remove(simulator);
      expect(journey.run.outputs.outcome).toBe('deleted');
      expect(deletions(simulator)).toEqual(['DeleteEndpoint fraud-pr-7']);
      expect(journey.run.log).toContain('Not all is known, so nothing more is deleted.');
    }),
  );

  it('takes auto scaling off first', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      simulator.scaling.register('fraud-pr-7', usualScaling);
      const journey = await remove(simulator);
      expect(journey.run.outputs.outcome).toBe('deleted');
      expect(simulator.scaling.standing).toEqual([]);
      expect(journey.run.log).toContain('Removed auto scaling from AllTraffic');
      expect(reportOf(journey).scaling.state).toBe('ended');
      expect(journey.run.summary).toContain('removed with the endpoint');
      expect(journey.run.summary).not.toContain('by hand');
    }));

  it('puts auto scaling back where SageMaker refuses to delete the endpoint', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      simulator.scaling.register('fraud-pr-7', usualScaling);
      const before = simulator.scaling.standing;
      simulator.sagemaker.inject({ kind: 'access-denied', operation: 'DeleteEndpoint' });
      const journey = await remove(simulator);
      expect(journey.run.outputs.outcome).toBe('failed');
      expect(journey.run.log).toContain('Failed: endpoint fraud-pr-7 was not deleted');
      expect(journey.run.log).toContain('Auto scaling is restored');
      expect(simulator.scaling.standing).toEqual(before);
    }));

  it('goes on where the answer to the deletion was lost', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      simulator.sagemaker.inject({ kind: 'lost-answer', operation: 'DeleteEndpoint', calls: 1 });
      const journey = await remove(simulator);
      expect(journey.run.outputs.outcome).toBe('deleted');
    }));

  it('retries a deletion that is throttled', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      simulator.sagemaker.inject({
        kind: 'throttling',
        operation: 'DeleteEndpoint',
        calls: [1, 3],
      });
      const journey = await remove(simulator);
      expect(journey.run.outputs.outcome).toBe('deleted');
      expect(journey.run.log).toContain('Retrying in');
    }));

  it('is not misled by older answers', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      simulator.sagemaker.inject({
        ...{ kind: 'stale-read', operation: 'DescribeEndpoint', seconds: 40 },
        ...{ from: { before: 'DeleteEndpoint' }, until: { afterSeconds: 4000 } },
      });
      const journey = await remove(simulator);
      expect(journey.run.outputs.outcome).toBe('deleted');
      const asked = journey.calls.filter((operation) => operation === 'DeleteEndpoint');
      expect(asked).toHaveLength(1);
    }));

  it('with wait: false starts the deletion, and a later run deletes the rest', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      const config = serving(simulator);
      const started = await remove(simulator, { inputs: { wait: 'false' } });
      expect(started.run.outputs.outcome).toBe('started');
      expect(started.run.log).toContain('Started: endpoint fraud-pr-7 is being deleted');
      expect((await remove(simulator)).run.outputs.outcome).toBe('deleted');
      expect(deletions(simulator)).toEqual([
        'DeleteEndpoint fraud-pr-7',
        `DeleteEndpointConfig ${config}`,
      ]);
    }));

  it('ends as superseded where the endpoint is created again meanwhile, and leaves that one alone', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      const config = serving(simulator);
      simulator.sagemaker.inject({
        ...{ kind: 'endpoint-recreated', endpoint: 'fraud-pr-7', endpointConfigName: config },
        when: { stage: 'deleting', afterSeconds: 2 },
      });
      const journey = await remove(simulator);
      expect(journey.run.outputs.outcome).toBe('superseded');
      expect(deletions(simulator)).toEqual(['DeleteEndpoint fraud-pr-7']);
    }));

  it('that is cancelled says that the deletion goes on in SageMaker', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      const cancelAt = simulator.clock.now() + 7000;
      const journey = await remove(simulator, { cancelAt });
      expect(journey.run.outputs.outcome).toBe('cancelled');
      expect(journey.run.log).toContain('SageMaker goes on deleting the endpoint.');
    }));

  it('that is killed is closed by the post step, which finds the endpoint gone', () =>
    inFreshWorld({}, async (simulator) => {
      await deploy(simulator);
      simulator.scaling.register('fraud-pr-7', usualScaling);
      const names = { 'endpoint-name': 'fraud-pr-7', 'endpoint-config-name': '' };
      const inputs = { ...names, mode: 'delete' };
      const killed = await travelAgain(simulator, {
        inputs,
        killWhen: (kill) => simulator.sagemaker.when({ stage: 'deleting', afterSeconds: 1 }, kill),
      });
      simulator.clock.advanceTo(simulator.clock.now() + 60_000);
      const { run, comments } = await endOfJob(simulator, killed.run, { inputs });
      expect(run.log).toContain('Deleted: endpoint fraud-pr-7');
      expect(comments.at(-1)?.body).toContain('### Deleted: endpoint `fraud-pr-7`');
    }));
});

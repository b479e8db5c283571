import {
  DeleteEndpointCommand,
  DeleteInferenceComponentCommand,
  DescribeEndpointCommand,
  DescribeInferenceComponentCommand,
  DescribeTransformJobCommand,
  ListEndpointsCommand,
  type ListEndpointsCommandInput,
  ListInferenceComponentsCommand,
  ListModelsCommand,
  ListTransformJobsCommand,
} from '@aws-sdk/client-sagemaker';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createEndpoint, openWorld, type TestWorld, update } from './sagemaker-world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const listEndpoints = async (input: ListEndpointsCommandInput) => {
  const page = await world.client.send(new ListEndpointsCommand(input));
  return [...(page.Endpoints ?? []).map((each) => each.EndpointName), page.NextToken];
};
const deleteEndpoint = () =>
  world.client.send(new DeleteEndpointCommand({ EndpointName: 'fraud-prod' }));

const deleteComponent = (InferenceComponentName: string) =>
  world.client.send(new DeleteInferenceComponentCommand({ InferenceComponentName }));

describe('endpoints', () => {
  it('are listed without their configurations, ten a page, the newest first', async () => {
    for (const number of Array.from({ length: 11 }, (_, index) => index)) {
      world.sagemaker.addEndpoint(`fraud-${10 + number}`, 'fraud-v1');
    }
    const page = await world.client.send(new ListEndpointsCommand({}));
    expect(page.Endpoints).toHaveLength(10);
    expect(page.Endpoints?.[0]).toEqual({
      EndpointName: 'fraud-prod',
      EndpointArn: 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud-prod',
      CreationTime: expect.any(Date),
      LastModifiedTime: expect.any(Date),
      EndpointStatus: 'InService',
    });
    expect(await listEndpoints({ NextToken: page.NextToken })).toHaveLength(3);
    expect(await listEndpoints({ NameContains: '-2', MaxResults: 100 })).toEqual([
      'fraud-20',
      undefined,
    ]);
  });

  it('are listed by their status and by when they were modified', async () => {
    world.to(1);
    await createEndpoint(world);
    await update(world);
    const StatusEquals = 'Creating';
    expect(await listEndpoints({ StatusEquals })).toEqual(['new', undefined]);
    const LastModifiedTimeAfter = new Date(world.clock.now() - 500);
    expect(await listEndpoints({ LastModifiedTimeAfter, SortBy: 'Name' })).toEqual([
      'new',
      'fraud-prod',
      undefined,
    ]);
  });

  it('that share a configuration each serve it', async () => {
    await createEndpoint(world);
    world.to(180);
    await update(world);
    world.to(900);
    const configOf = async (EndpointName: string) =>
      (await world.client.send(new DescribeEndpointCommand({ EndpointName }))).EndpointConfigName;
    expect([await configOf('new'), await configOf('fraud-prod')]).toEqual(['fraud-v1', 'fraud-v2']);
  });
});

it('models are listed by name, page by page', async () => {
  const list = async (input: object) => {
    const page = await world.client.send(new ListModelsCommand(input));
    return [...(page.Models ?? []).map((each) => each.ModelName), page.NextToken];
  };
  const search = { SortBy: 'Name', SortOrder: 'Ascending', MaxResults: 2 };
  expect(await list(search)).toEqual(['fraud-v1', 'fraud-v2', '2']);
  expect(await list({ ...search, NextToken: '2' })).toEqual(['fraud-v3', undefined]);
});

describe('inference components', () => {
  beforeEach(() => {
    world.sagemaker.addInferenceComponent('half', { endpoint: 'fraud-prod', model: 'fraud-v3' });
  });

  it('are listed by their endpoint, and described with their model', async () => {
    const list = async (EndpointNameEquals: string) =>
      (
        await world.client.send(new ListInferenceComponentsCommand({ EndpointNameEquals }))
      ).InferenceComponents?.map((each) => each.InferenceComponentName);
    expect(await list('fraud-prod')).toEqual(['half']);
    expect(await list('other')).toEqual([]);
    const InferenceComponentName = 'half';
    expect(
      await world.client.send(new DescribeInferenceComponentCommand({ InferenceComponentName })),
    ).toMatchObject({ Specification: { ModelName: 'fraud-v3' } });
  });

  it('have to be deleted before their endpoint', async () => {
    await expect(deleteEndpoint()).rejects.toThrow('the inference component "half" is on it');
    await deleteComponent('half');
    await expect(deleteComponent('half')).rejects.toThrow('is in state DELETE_RC_IN_PROGRESS');
    await expect(deleteEndpoint()).rejects.toThrow('the inference component "half" is on it');
    world.to(5);
    await expect(deleteComponent('half')).rejects.toThrow('Could not find inference component');
    await deleteEndpoint();
  });

  it('are not deleted while they are created or updated', async () => {
    const found = { endpoint: 'fraud-prod', model: 'fraud-v3' };
    world.sagemaker.addInferenceComponent('new', { ...found, status: 'Creating' });
    world.sagemaker.addInferenceComponent('other', { ...found, status: 'Updating' });
    await expect(deleteComponent('new')).rejects.toThrow('is in state CREATE_RC_IN_PROGRESS');
    await expect(deleteComponent('other')).rejects.toThrow('is in state UPDATE_RC_IN_PROGRESS');
  });

  it('are deleted with their endpoint where that is simulated', async () => {
    world.sagemaker.inject({ kind: 'components-go-too' });
    await deleteEndpoint();
    world.to(5);
    const { InferenceComponents } = await world.client.send(new ListInferenceComponentsCommand({}));
    expect(InferenceComponents).toEqual([]);
  });
});

it('transform jobs are listed by their status, and described with their model', async () => {
  world.sagemaker.addTransformJob('nightly', { model: 'fraud-v1' });
  world.sagemaker.addTransformJob('done', { model: 'fraud-v2', status: 'Completed' });
  const { TransformJobSummaries: running } = await world.client.send(
    new ListTransformJobsCommand({ StatusEquals: 'InProgress' }),
  );
  expect(running).toMatchObject([{ TransformJobName: 'nightly' }]);
  const describeJob = (TransformJobName: string) =>
    world.client.send(new DescribeTransformJobCommand({ TransformJobName }));
  expect(await describeJob('nightly')).toMatchObject({ ModelName: 'fraud-v1' });
  await expect(describeJob('none')).rejects.toMatchObject({ name: 'ResourceNotFound' });
});

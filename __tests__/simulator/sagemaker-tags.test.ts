import {
  AddTagsCommand,
  CreateModelCommand,
  DeleteTagsCommand,
  ListTagsCommand,
  type Tag,
} from '@aws-sdk/client-sagemaker';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createConfig,
  createEndpoint,
  fetchConfig,
  openWorld,
  type TestWorld,
} from './sagemaker-world.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:123456789012';
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:4';
const endpointArn = `${arn}:endpoint/fraud-prod`;

describe('tags', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const add = (Tags: Tag[], ResourceArn = endpointArn) =>
    world.client.send(new AddTagsCommand({ ResourceArn, Tags }));
  const list = (ResourceArn = endpointArn, page: object = {}) =>
    world.client.send(new ListTagsCommand({ ResourceArn, ...page }));
  const listed = async (ResourceArn = endpointArn) =>
    ((await list(ResourceArn)).Tags ?? []).map(({ Key, Value }) => `${Key}=${Value}`).join(' ');
  const numbered = (count: number, from = 0): Tag[] =>
    Array.from({ length: count }, (_, index) => ({ Key: `k${from + index}`, Value: '' }));

  const create = {
    model: (Tags: Tag[]) =>
      world.client.send(
        new CreateModelCommand({ ModelName: 'new', PrimaryContainer: { Image: image }, Tags }),
      ),
    'endpoint-config': (Tags: Tag[]) => createConfig(world, { Tags }),
    endpoint: (Tags: Tag[]) => createEndpoint(world, { Tags }),
  };
  const kinds = Object.keys(create) as (keyof typeof create)[];

  it('are taken away by their keys; one that is not there does no harm', async () => {
    await add(numbered(3));
    const TagKeys = ['k0', 'k2', 'k9'];
    await world.client.send(new DeleteTagsCommand({ ResourceArn: endpointArn, TagKeys }));
    expect(await listed()).toBe('k1=');
  });

  it.each(kinds)('of a new %s are kept and added to; the same key is replaced', async (kind) => {
    await create[kind]([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ]);
    const { Tags } = await add([{ Key: 'b', Value: '3' }], `${arn}:${kind}/new`);
    expect(Tags).toHaveLength(2);
    expect(await listed(`${arn}:${kind}/new`)).toBe('a=1 b=3');
  });

  it.each(kinds)('that a %s may not have keep it from being created', async (kind) => {
    const reserved = "System prefix 'aws:' reserved for AWS usage in tag key: AWS:stack";
    await expect(create[kind]([{ Key: 'AWS:stack', Value: '' }])).rejects.toMatchObject({
      name: 'ValidationException',
      message: reserved,
    });
    const twice = [...numbered(1), ...numbered(1)];
    await expect(create[kind](twice)).rejects.toThrow('the tag key "k0" is there twice');
    await expect(create[kind](numbered(51))).rejects.toThrow(
      /'tags' failed to satisfy constraint: Member must have length less than or equal to 50$/,
    );
    await create[kind](numbered(50));
  });

  it('are fifty at most, without those that AWS puts', async () => {
    world.sagemaker.addTags('endpoint', 'fraud-prod', [
      { Key: 'aws:cloudformation:stack-name', Value: 'fraud' },
    ]);
    await add(numbered(49));
    await expect(add(numbered(2, 49))).rejects.toThrow('a resource has 50 tags at most');
    await add(numbered(2, 48));
    const { Tags = [] } = await list(endpointArn, { MaxResults: 100 });
    expect(Tags[0]).toEqual({ Key: 'aws:cloudformation:stack-name', Value: 'fraud' });
    expect(Tags).toHaveLength(51);
  });

  it('are listed page by page', async () => {
    world.sagemaker.addTags('endpoint', 'fraud-prod', numbered(70));
    const first = await list();
    expect([first.Tags?.length, first.NextToken]).toEqual([50, '50']);
    const { NextToken } = first;
    const second = await list(endpointArn, { NextToken, MaxResults: 50 });
    expect([second.Tags?.length, second.NextToken]).toEqual([20, undefined]);
    expect(second.Tags?.[0]).toEqual({ Key: 'k50', Value: '' });
  });

  it('are not told with a configuration, and go with it', async () => {
    await create['endpoint-config']([{ Key: 'a', Value: '1' }]);
    const seen = await fetchConfig(world);
    expect(seen).not.toHaveProperty('Tags');
    world.sagemaker.remove('endpoint-config', 'new');
    await expect(list(`${arn}:endpoint-config/new`)).rejects.toThrow(/^Could not find endpoint co/);
    await create['endpoint-config']([]);
    expect(await listed(`${arn}:endpoint-config/new`)).toBe('');
  });
});

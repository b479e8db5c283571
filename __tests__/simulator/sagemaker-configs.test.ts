import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everyMember, variant } from './every-member.ts';
import {
  createConfig,
  createEndpoint,
  fetchConfig,
  openWorld,
  type TestWorld,
} from './sagemaker-world.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:123456789012';
let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** As it comes over the wire: the SDK drops what it does not know. */
async function describeConfig(): Promise<unknown> {
  const response = await fetch(world.url, {
    method: 'POST',
    headers: { 'x-amz-target': 'SageMaker.DescribeEndpointConfig', authorization: 'AWS4' },
    body: JSON.stringify({ EndpointConfigName: 'new' }),
  });
  return response.json();
}

const words = "Simulator (AWS's own words are unpublished): ";

describe('an endpoint configuration that is created', () => {
  it('is given back as it was, member for member, but for its tags', async () => {
    await createConfig(world, everyMember);
    const { Tags: _, ...members } = everyMember;
    expect(await fetchConfig(world)).toEqual({
      ...members,
      EndpointConfigName: 'new',
      EndpointConfigArn: `${arn}:endpoint-config/new`,
      CreationTime: new Date(world.clock.now()),
    });
  });

  it('can be created again from what was told of it', async () => {
    await createConfig(world, everyMember);
    const { EndpointConfigArn: _, CreationTime: __, ...copy } = await fetchConfig(world);
    await createConfig(world, { ...copy, EndpointConfigName: 'copy' });
    const {
      EndpointConfigArn: ___,
      CreationTime: ____,
      ...copied
    } = await fetchConfig(world, 'copy');
    expect(copied).toEqual({ ...copy, EndpointConfigName: 'copy' });
  });

  it('keeps members that are newer than the simulator, and no nulls; AWS adds what it takes for granted', async () => {
    const response = await fetch(world.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'SageMaker.CreateEndpointConfig', authorization: 'AWS4' },
      body: JSON.stringify({
        EndpointConfigName: 'new',
        ProductionVariants: [{ ...variant, InitialVariantWeight: 0.1, Colour: 'red' }, null],
        KmsKeyId: null,
      }),
    });
    expect(response.status).toBe(200);
    expect(await describeConfig()).toEqual({
      EndpointConfigName: 'new',
      EndpointConfigArn: `${arn}:endpoint-config/new`,
      CreationTime: expect.any(Number),
      EnableNetworkIsolation: false,
      ProductionVariants: [
        { ...variant, InitialVariantWeight: 0.10000000149011612, Colour: 'red' },
      ],
    });
  });

  it('is answered with a volume where it is serverless, which it could not be given', async () => {
    const { InstanceType: _, InitialInstanceCount: __, ...bare } = variant;
    const ServerlessConfig = { MemorySizeInMB: 2048, MaxConcurrency: 5 };
    await createConfig(world, { ProductionVariants: [{ ...bare, ServerlessConfig }] });
    expect(await fetchConfig(world)).toMatchObject({ ProductionVariants: [{ VolumeSizeInGB: 5 }] });
  });

  it('takes values of a later version of the API once it is told of them', async () => {
    const RoutingConfig = { RoutingStrategy: 'NEAREST' as 'RANDOM' };
    const ProductionVariants = [{ ...variant, RoutingConfig }];
    await expect(createConfig(world, { ProductionVariants })).rejects.toThrow(/enum value set/);
    world.sagemaker.addNewValues('NEAREST');
    await createConfig(world, { ProductionVariants });
    expect(await fetchConfig(world)).toMatchObject({ ProductionVariants });
  });

  it('may not be found for some seconds, and is taken all the same', async () => {
    world.sagemaker.inject({ kind: 'late-configurations', seconds: 12 });
    await createConfig(world);
    const missing = `Could not find endpoint configuration "${arn}:endpoint-config/new".`;
    world.to(11);
    await expect(fetchConfig(world)).rejects.toThrow(missing);
    await expect(createEndpoint(world, { EndpointConfigName: 'new' })).rejects.toThrow(missing);
    await expect(createConfig(world)).rejects.toThrow(
      /^Cannot create already existing endpoint conf/,
    );
    world.to(12);
    await createEndpoint(world, { EndpointConfigName: 'new' });
  });

  const serverless = { MemorySizeInMB: 2048, MaxConcurrency: 5 };
  const { InstanceType: _, InitialInstanceCount: __, ...bare } = variant;
  it.each([
    ['the variant "AllTraffic" is there twice', { ProductionVariants: [variant, variant] }],
    [
      'with a shadow variant there is one production variant and one shadow variant',
      {
        ProductionVariants: [variant, { ...variant, VariantName: 'Other' }],
        ShadowProductionVariants: [{ ...variant, VariantName: 'Shadow' }],
      },
    ],
    [
      'the variant "AllTraffic" needs one of InstanceType, InstancePools and ServerlessConfig',
      { ProductionVariants: [{ ...variant, ServerlessConfig: serverless }] },
    ],
    [
      'the variant "AllTraffic" needs one of InstanceType, InstancePools and ServerlessConfig',
      { ProductionVariants: [bare] },
    ],
    [
      'the variant "AllTraffic" has no ModelName: for inference components the configuration needs an ExecutionRoleArn',
      { ProductionVariants: [{ ...variant, ModelName: undefined }] },
    ],
  ])('is refused: %s', async (message, members) => {
    await expect(createConfig(world, members)).rejects.toThrow(words + message);
    await expect(fetchConfig(world)).rejects.toThrow(/^Could not find/);
  });
});

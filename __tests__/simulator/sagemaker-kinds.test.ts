import type { CreateEndpointConfigCommandInput } from '@aws-sdk/client-sagemaker';
import { afterEach, expect, it } from '@jest/globals';
import type { ScenarioName } from '../../simulator/scenarios.ts';
import { variant } from './every-member.ts';
import { createConfig, openWorld, type TestWorld, update } from './sagemaker-world.ts';

type Members = Partial<CreateEndpointConfigCommandInput>;

let world: TestWorld;
afterEach(() => world.close());

const unpublished = "Simulator (AWS's own words are unpublished): ";
const { InstanceType: _, InitialInstanceCount: __, ...bare } = variant;
const serverless = { ...bare, ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } };
const withConfig = (more: object) => ({
  ProductionVariants: [
    { ...serverless, ServerlessConfig: { ...serverless.ServerlessConfig, ...more } },
  ],
});
const ofServerless = { ProductionVariants: [serverless] };
const AsyncInferenceConfig = { OutputConfig: { S3OutputPath: 's3://f/answers' } };

it.each<[words: string, members: Members]>([
  [
    'ManagedInstanceScaling is only supported for inference component endpoints.',
    { ProductionVariants: [{ ...variant, ManagedInstanceScaling: { Status: 'ENABLED' } }] },
  ],
  [
    `${unpublished}a serverless endpoint takes no AsyncInferenceConfig`,
    { ...ofServerless, AsyncInferenceConfig },
  ],
  [
    `${unpublished}a serverless endpoint takes no DataCaptureConfig`,
    {
      ...ofServerless,
      DataCaptureConfig: {
        InitialSamplingPercentage: 5,
        DestinationS3Uri: 's3://f/captured',
        CaptureOptions: [{ CaptureMode: 'Input' }],
      },
    },
  ],
  [
    `${unpublished}a serverless endpoint takes no VpcConfig`,
    { ...ofServerless, VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] } },
  ],
  [
    `${unpublished}a serverless endpoint has one variant`,
    { ProductionVariants: [serverless, { ...variant, VariantName: 'Other' }] },
  ],
  [
    `${unpublished}a serverless variant takes no VolumeSizeInGB`,
    { ProductionVariants: [{ ...serverless, VolumeSizeInGB: 5 }] },
  ],
  [`${unpublished}MemorySizeInMB is in steps of 1024`, withConfig({ MemorySizeInMB: 1536 })],
  [
    `${unpublished}ProvisionedConcurrency is at most MaxConcurrency`,
    withConfig({ ProvisionedConcurrency: 6 }),
  ],
])('CreateEndpointConfig is refused: %s', async (words, members) => {
  world = await openWorld();
  await expect(createConfig(world, members)).rejects.toThrow(words);
});

it.each<[words: string, scenario: ScenarioName, members: Members]>([
  ['The AsyncInferenceConfig parameter cannot be removed from this endpoint', 'asynchronous', {}],
  [
    `${unpublished}an endpoint on instances cannot be converted to a serverless one`,
    'canary-succeeds',
    ofServerless,
  ],
])('UpdateEndpoint is refused: %s', async (words, scenario, members) => {
  world = await openWorld(scenario);
  await createConfig(world, members);
  await expect(update(world, { EndpointConfigName: 'new' })).rejects.toThrow(words);
});

it('a serverless endpoint is updated to instances', async () => {
  world = await openWorld('serverless');
  await createConfig(world);
  await expect(update(world, { EndpointConfigName: 'new' })).resolves.toBeDefined();
});

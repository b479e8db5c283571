import { CreateModelCommand, type CreateModelCommandInput } from '@aws-sdk/client-sagemaker';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createConfig, openWorld, type TestWorld } from './sagemaker-world.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:123456789012';
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:4';
let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const create = (members: Partial<CreateModelCommandInput>) =>
  world.client.send(new CreateModelCommand({ ModelName: 'fraud-v4', ...members }));
const createFrom = (PrimaryContainer: CreateModelCommandInput['PrimaryContainer']) =>
  create({ PrimaryContainer });

describe('CreateModel refuses', () => {
  it('a model without containers, and one with both members for them', async () => {
    const rule = 'a model has either a PrimaryContainer or Containers';
    await expect(create({})).rejects.toThrow(rule);
    await expect(
      create({ PrimaryContainer: { Image: image }, Containers: [{ Image: image }] }),
    ).rejects.toThrow(rule);
  });

  it('a container without an image and a package', async () => {
    await expect(createFrom({ Mode: 'SingleModel' })).rejects.toThrow(
      'a container needs an Image or a ModelPackageName',
    );
  });

  it('a container with model data by two members', async () => {
    const S3DataSource = {
      S3Uri: 's3://m/x/',
      S3DataType: 'S3Prefix',
      CompressionType: 'None',
    } as const;
    await expect(
      createFrom({
        Image: image,
        ModelDataUrl: 's3://m/x.tar.gz',
        ModelDataSource: { S3DataSource },
      }),
    ).rejects.toThrow('either a ModelDataUrl or a ModelDataSource');
  });

  it('an image from another registry, unless it is reached through the VPC', async () => {
    await expect(createFrom({ Image: 'docker.io/fraud:4' })).rejects.toThrow(
      'Using non-ECR image "docker.io/fraud:4" without Vpc repository access mode is not supported.',
    );
    const ImageConfig = { RepositoryAccessMode: 'Vpc' } as const;
    await createFrom({ Image: 'docker.io/fraud:4', ImageConfig });
  });

  it('a package that does not exist', async () => {
    await expect(createFrom({ ModelPackageName: `${arn}:model-package/fraud/9` })).rejects.toThrow(
      `ModelPackage ${arn}:model-package/fraud/9 does not exist.`,
    );
  });

  it('an environment in both the package and the model', async () => {
    const InferenceSpecification = {
      Containers: [{ Image: image, Environment: { LEVEL: 'info' } }],
      SupportedContentTypes: [],
      SupportedResponseMIMETypes: [],
    };
    const ModelPackageName = world.sagemaker.addModelPackage('fraud', 1, {
      InferenceSpecification,
    });
    await expect(createFrom({ ModelPackageName, Environment: { LEVEL: 'debug' } })).rejects.toThrow(
      'Environment variable map cannot be specified both at Model Package {LEVEL=info} and Model {LEVEL=debug}.',
    );
    await createFrom({ ModelPackageName });
  });

  it.each(['Pending', 'InProgress', 'Failed', 'Deleting'] as const)(
    'a package whose status is %s',
    async (ModelPackageStatus) => {
      const found = { ModelPackageStatus };
      const ModelPackageName = world.sagemaker.addModelPackage('fraud', 1, found);
      await expect(createFrom({ ModelPackageName })).rejects.toThrow('not Completed');
    },
  );

  it('a package that is not approved only where that is simulated', async () => {
    const ModelPackageName = world.sagemaker.addModelPackage('fraud', 1, {
      ModelApprovalStatus: 'PendingManualApproval',
    });
    await createFrom({ ModelPackageName });
    world.sagemaker.inject({ kind: 'approved-packages-only' });
    await expect(
      create({ ModelName: 'fraud-v5', PrimaryContainer: { ModelPackageName } }),
    ).rejects.toThrow('the model package is not approved');
  });

  it('its first calls when it is throttled, as it is easily', async () => {
    world.sagemaker.inject({ kind: 'throttling', operation: 'CreateModel', calls: [1, 2] });
    await expect(createFrom({ Image: image })).rejects.toThrow('Rate exceeded');
    await expect(createFrom({ Image: image })).rejects.toThrow('Rate exceeded');
    await createFrom({ Image: image });
  });

  it('what AWS refuses for a reason that is not simulated, in the words that were injected', async () => {
    const message = 'Caller is not subscribed to the marketplace offering.';
    world.sagemaker.inject({ kind: 'refused', operation: 'CreateModel', message, calls: 1 });
    await expect(createFrom({ Image: image })).rejects.toMatchObject({
      name: 'ValidationException',
      message,
    });
  });
});

it('a new model may be found only some seconds later, and its name is taken at once', async () => {
  world.sagemaker.inject({ kind: 'late-models', seconds: 4 });
  await createFrom({ Image: image });
  const variant = { VariantName: 'AllTraffic', ModelName: 'fraud-v4', InitialInstanceCount: 1 };
  const config = { ProductionVariants: [{ ...variant, InstanceType: 'ml.m5.xlarge' as const }] };
  world.to(3);
  await expect(createConfig(world, config)).rejects.toThrow(
    `Could not find model "${arn}:model/fraud-v4".`,
  );
  await expect(createFrom({ Image: image })).rejects.toThrow('Cannot create already existing');
  world.to(4);
  await createConfig(world, config);
});

it('an endpoint on a model from a package runs the images of the package', async () => {
  const ModelPackageName = world.sagemaker.addModelPackage('fraud', 3);
  world.sagemaker.addModel('packed', { PrimaryContainer: { ModelPackageName } });
  world.sagemaker.addEndpointConfig('packed');
  const endpoint = world.sagemaker.addEndpoint('packed', 'packed');
  expect(endpoint.state.live[0]?.images).toMatchObject([
    { specified: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/models:fraud-3' },
  ]);
});

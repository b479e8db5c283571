import { destination, kmsKeyId, modelName, name } from '../../account/names.ts';
import { boolean, choice, integer, list, type Shape, structure, text } from '../../aws/shape.ts';
import { instanceTypes } from './instance-types.ts';

export const weight: Shape = { kind: 'number', type: 'Float', min: 0 };
export const serverlessConcurrency = integer(1, 200);

const instanceType = choice(...instanceTypes);

const managedInstanceScaling = structure({
  Status: choice('ENABLED', 'DISABLED'),
  MinInstanceCount: integer(0),
  MaxInstanceCount: integer(1),
  ScaleInPolicy: structure({
    'Strategy!': choice('IDLE_RELEASE', 'CONSOLIDATION'),
    MaximumStepSize: integer(1, 100),
    CooldownInMinutes: integer(5, 1440),
  }),
});

export const productionVariants = list(
  structure({
    'VariantName!': name,
    ModelName: modelName,
    InitialInstanceCount: integer(1),
    InstanceType: instanceType,
    InitialVariantWeight: weight,
    AcceleratorType: choice(
      'ml.eia1.medium',
      'ml.eia1.large',
      'ml.eia1.xlarge',
      'ml.eia2.medium',
      'ml.eia2.large',
      'ml.eia2.xlarge',
    ),
    CoreDumpConfig: structure({ 'DestinationS3Uri!': destination, KmsKeyId: kmsKeyId }),
    ServerlessConfig: structure({
      'MemorySizeInMB!': integer(1024, 6144),
      'MaxConcurrency!': serverlessConcurrency,
      ProvisionedConcurrency: serverlessConcurrency,
    }),
    VolumeSizeInGB: integer(1, 512),
    ModelDataDownloadTimeoutInSeconds: integer(60, 3600),
    ContainerStartupHealthCheckTimeoutInSeconds: integer(60, 3600),
    VariantInstanceProvisionTimeoutInSeconds: integer(300, 3600),
    EnableSSMAccess: boolean,
    ManagedInstanceScaling: managedInstanceScaling,
    RoutingConfig: structure({
      'RoutingStrategy!': choice(
        'LEAST_OUTSTANDING_REQUESTS',
        'RANDOM',
        'PREFIX_AWARE',
        'KV_AWARE',
      ),
      PrefixAwareRoutingConfig: structure({
        PrefixLength: integer(1024, 65_536),
        ConcurrencyThreshold: integer(1, 1024),
      }),
    }),
    InferenceAmiVersion: choice(
      'al2-ami-sagemaker-inference-gpu-2',
      'al2-ami-sagemaker-inference-gpu-2-1',
      'al2-ami-sagemaker-inference-gpu-3-1',
      'al2-ami-sagemaker-inference-neuron-2',
      'al2023-ami-sagemaker-inference-gpu-4-1',
    ),
    CapacityReservationConfig: structure({
      CapacityReservationPreference: choice('capacity-reservations-only'),
      MlReservationArn: text(
        258,
        'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z0-9\\-]{1,14}/.*',
        20,
      ),
    }),
    AcceleratorPartitionLayouts: list(
      structure({
        AcceleratorPartitionTypes: list(text(32, 'mig-[0-9]+g\\.[0-9]+gb([+-][a-z0-9.]+)*'), 0, 32),
      }),
      1,
      32,
    ),
    InstancePools: list(
      structure({
        'InstanceType!': instanceType,
        ModelNameOverride: modelName,
        'Priority!': integer(1, 5),
      }),
      1,
      5,
    ),
  }),
  1,
  10,
);

import { destination, instanceType, kmsKeyId, reservationArn, resourceName } from './api-texts.ts';
import { decimal, flag, integer, list, oneOf, structure } from './document.ts';

const serverlessConcurrency = integer({ least: 1, most: 200 });

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html */
const serverlessConfig = structure(
  { ProvisionedConcurrency: serverlessConcurrency },
  { MemorySizeInMB: integer({ least: 1024, most: 6144 }), MaxConcurrency: serverlessConcurrency },
);

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstancePool.html */
const instancePool = structure(
  { ModelNameOverride: resourceName },
  { InstanceType: instanceType, Priority: integer({ least: 1, most: 5 }) },
);

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantManagedInstanceScaling.html */
const managedInstanceScaling = structure({
  Status: oneOf(['ENABLED', 'DISABLED']),
  MinInstanceCount: integer({ least: 0 }),
  MaxInstanceCount: integer({ least: 1 }),
  ScaleInPolicy: structure(
    {
      MaximumStepSize: integer({ least: 1, most: 100 }),
      CooldownInMinutes: integer({ least: 5, most: 1440 }),
    },
    { Strategy: oneOf(['IDLE_RELEASE', 'CONSOLIDATION']) },
  ),
});

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html */
export const productionVariants = list(
  structure(
    {
      ModelName: resourceName,
      InitialInstanceCount: integer({ least: 1 }),
      InstanceType: instanceType,
      InitialVariantWeight: decimal({ least: 0 }),
      AcceleratorType: oneOf([
        'ml.eia1.medium',
        'ml.eia1.large',
        'ml.eia1.xlarge',
        'ml.eia2.medium',
        'ml.eia2.large',
        'ml.eia2.xlarge',
      ]),
      CapacityReservationConfig: structure({
        CapacityReservationPreference: oneOf(['capacity-reservations-only']),
        MlReservationArn: reservationArn,
      }),
      ContainerStartupHealthCheckTimeoutInSeconds: integer({ least: 60, most: 3600 }),
      CoreDumpConfig: structure({ KmsKeyId: kmsKeyId }, { DestinationS3Uri: destination }),
      EnableSSMAccess: flag(),
      InferenceAmiVersion: oneOf([
        'al2-ami-sagemaker-inference-gpu-2',
        'al2-ami-sagemaker-inference-gpu-2-1',
        'al2-ami-sagemaker-inference-gpu-3-1',
        'al2-ami-sagemaker-inference-neuron-2',
        'al2023-ami-sagemaker-inference-gpu-4-1',
      ]),
      InstancePools: list(instancePool, { least: 1, most: 5 }),
      ManagedInstanceScaling: managedInstanceScaling,
      ModelDataDownloadTimeoutInSeconds: integer({ least: 60, most: 3600 }),
      RoutingConfig: structure(
        {},
        { RoutingStrategy: oneOf(['LEAST_OUTSTANDING_REQUESTS', 'RANDOM']) },
      ),
      ServerlessConfig: serverlessConfig,
      VariantInstanceProvisionTimeoutInSeconds: integer({ least: 300, most: 3600 }),
      VolumeSizeInGB: integer({ least: 1, most: 512 }),
    },
    { VariantName: resourceName },
  ),
  { least: 1, most: 10 },
);

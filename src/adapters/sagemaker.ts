import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  type CreateEndpointConfigInput,
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  type DescribeEndpointOutput,
  DescribeModelCommand,
  type PendingProductionVariantSummary,
  type ProductionVariantSummary,
  SageMakerClient,
  UpdateEndpointCommand,
  type UpdateEndpointInput,
} from '@aws-sdk/client-sagemaker';
import type { DeploymentConfig } from '../domain/deployment-config.ts';
import type { Snapshot, Variant } from '../domain/endpoint.ts';
import type { JsonObject } from '../domain/json.ts';
import type { RolloutRequest } from '../domain/request.ts';
import type { Endpoints } from '../ports.ts';
import { type Call, problemOf } from './aws-errors.ts';

const connectionTimeoutMs = 5_000;
const requestTimeoutMs = 20_000;

/**
 * SageMaker over its SDK. Calls are sent once: whether and when to repeat one is decided, and
 * told, where the rollout is watched. Region, credentials and endpoint come from the SDK's own
 * default chains.
 */
export class SageMaker implements Endpoints {
  readonly #client = new SageMakerClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });

  /** The region that the SDK's chain names; undefined where it names none. */
  async region(): Promise<string | undefined> {
    try {
      return await this.#client.config.region();
    } catch {
      return undefined;
    }
  }

  async look(endpointName: string): Promise<Snapshot> {
    const command = new DescribeEndpointCommand({ EndpointName: endpointName });
    const call: Call = { operation: 'DescribeEndpoint', endpointName };
    return snapshotOf(await this.#translating(call, this.#client.send(command)));
  }

  async configuration(endpointConfigName: string, endpointName: string): Promise<JsonObject> {
    const command = new DescribeEndpointConfigCommand({ EndpointConfigName: endpointConfigName });
    const call: Call = { operation: 'DescribeEndpointConfig', endpointName, endpointConfigName };
    return jsonOf(await this.#translating(call, this.#client.send(command)));
  }

  async model(modelName: string, endpointName: string): Promise<JsonObject> {
    const command = new DescribeModelCommand({ ModelName: modelName });
    const call: Call = { operation: 'DescribeModel', endpointName, modelName };
    return jsonOf(await this.#translating(call, this.#client.send(command)));
  }

  async createConfiguration(
    name: string,
    content: JsonObject,
    request: RolloutRequest,
  ): Promise<void> {
    const { endpointName, tags } = request;
    const input = { ...content, EndpointConfigName: name, ...(tags.length > 0 && { Tags: tags }) };
    const command = new CreateEndpointConfigCommand(input as unknown as CreateEndpointConfigInput);
    const call: Call = {
      operation: 'CreateEndpointConfig',
      endpointName,
      endpointConfigName: name,
    };
    await this.#translating(call, this.#client.send(command));
  }

  async createEndpoint({
    endpointName,
    endpointConfigName,
    deployment,
    tags,
  }: RolloutRequest): Promise<void> {
    const command = new CreateEndpointCommand({
      EndpointName: endpointName,
      EndpointConfigName: endpointConfigName,
      ...(deployment.kind === 'given' && { DeploymentConfig: apiConfig(deployment.config) }),
      ...(tags.length > 0 && { Tags: [...tags] }),
    });
    const call: Call = { operation: 'CreateEndpoint', endpointName, endpointConfigName };
    await this.#translating(call, this.#client.send(command));
  }

  async update(request: RolloutRequest): Promise<void> {
    const { endpointName, endpointConfigName } = request;
    const command = new UpdateEndpointCommand(updateInput(request));
    const call: Call = { operation: 'UpdateEndpoint', endpointName, endpointConfigName };
    await this.#translating(call, this.#client.send(command));
  }

  async #translating<T>(call: Call, answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (thrown) {
      throw problemOf(thrown, { ...call, region: await this.region() });
    }
  }
}

/** An answer as the API gives it, known members and new ones. */
function jsonOf({ $metadata: _, ...answer }: object & { $metadata: unknown }): JsonObject {
  return JSON.parse(JSON.stringify(answer));
}

/** Our type is read-only and narrower; its members are the API's. */
function apiConfig(config: DeploymentConfig): NonNullable<UpdateEndpointInput['DeploymentConfig']> {
  return config as NonNullable<UpdateEndpointInput['DeploymentConfig']>;
}

/**
 * What is sent, and nothing that was not asked for.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateEndpoint.html
 */
function updateInput(request: RolloutRequest): UpdateEndpointInput {
  const { endpointName, endpointConfigName, deployment, retention } = request;
  const excluded = retention.kind === 'all-but' ? retention.excluded : [];
  return {
    EndpointName: endpointName,
    EndpointConfigName: endpointConfigName,
    ...(retention.kind === 'all-but' && { RetainAllVariantProperties: true }),
    ...(excluded.length > 0 && {
      ExcludeRetainedVariantProperties: excluded.map((property) => ({
        VariantPropertyType: property,
      })),
    }),
    ...(deployment.kind === 'given' && {
      DeploymentConfig: apiConfig(deployment.config),
    }),
    ...(deployment.kind === 'last' && { RetainDeploymentConfig: true }),
  };
}

function snapshotOf(answer: DescribeEndpointOutput): Snapshot {
  const pending = answer.PendingDeploymentSummary;
  return {
    name: answer.EndpointName ?? '',
    arn: answer.EndpointArn ?? '',
    status: answer.EndpointStatus ?? 'absent',
    configName: answer.EndpointConfigName ?? '',
    failureReason: answer.FailureReason,
    lastModified: answer.LastModifiedTime?.getTime() ?? 0,
    variants: variantsOf(answer.ProductionVariants),
    shadowVariants: variantsOf(answer.ShadowProductionVariants),
    pending: pending && {
      configName: pending.EndpointConfigName ?? '',
      startedAt: pending.StartTime?.getTime(),
      variants: variantsOf(pending.ProductionVariants),
      shadowVariants: variantsOf(pending.ShadowProductionVariants),
    },
    lastDeploymentConfig: answer.LastDeploymentConfig as DeploymentConfig | undefined,
  };
}

function variantsOf(
  summaries: readonly (ProductionVariantSummary & PendingProductionVariantSummary)[] = [],
): readonly Variant[] {
  return summaries.map((summary) => ({
    name: summary.VariantName ?? '',
    currentInstances: summary.CurrentInstanceCount,
    desiredInstances: summary.DesiredInstanceCount,
    currentWeight: summary.CurrentWeight,
    instanceType: summary.InstanceType,
    images: (summary.DeployedImages ?? []).map((image) => ({
      specified: image.SpecifiedImage,
      resolved: image.ResolvedImage,
    })),
    statuses: (summary.VariantStatus ?? []).map(({ Status, StartTime }) => ({
      status: Status ?? '',
      since: StartTime?.getTime(),
    })),
  }));
}

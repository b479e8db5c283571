import {
  AddTagsCommand,
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  type CreateEndpointConfigInput,
  CreateModelCommand,
  type CreateModelInput,
  DeleteTagsCommand,
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeModelCommand,
  paginateListTags,
  SageMakerClient,
  UpdateEndpointCommand,
  type UpdateEndpointInput,
  UpdateEndpointWeightsAndCapacitiesCommand,
} from '@aws-sdk/client-sagemaker';
import type { DeploymentConfig } from '../domain/deployment-config.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import type { JsonObject } from '../domain/json.ts';
import type { RolloutRequest } from '../domain/request.ts';
import type { Tag } from '../domain/tags.ts';
import type { Endpoints } from '../ports.ts';
import type { Call } from './aws-calls.ts';
import { AwsConnection } from './aws-connection.ts';
import type { AwsSettings } from './aws-settings.ts';
import { withoutEnvironment } from './environment-words.ts';
import { answerOf, leaveJsonAlone } from './raw-json.ts';
import { snapshotOf, tagOf } from './sagemaker-answers.ts';

/** The region of the AWS SDK's files, as the SDK reads it; undefined where they name none. */
export async function environmentRegion(): Promise<string | undefined> {
  try {
    return await new SageMakerClient({}).config.region();
  } catch {
    return undefined;
  }
}

/** The SDK's client, but for JSON that holds content: it keeps what the SDK does not know. */
export class ContentKeepingClient extends SageMakerClient {
  constructor(...settings: ConstructorParameters<typeof SageMakerClient>) {
    super(...settings);
    leaveJsonAlone(this);
  }
}

/**
 * SageMaker over its SDK. Calls are sent once: whether and when to repeat one is decided, and
 * told, where the rollout is watched.
 */
export class SageMaker implements Endpoints {
  readonly #aws: AwsConnection<SageMakerClient>;

  constructor(aws: AwsSettings) {
    this.#aws = new AwsConnection(aws, ContentKeepingClient);
  }

  async poll(endpointName: string): Promise<Snapshot> {
    const command = new DescribeEndpointCommand({ EndpointName: endpointName });
    const call: Call = { operation: 'DescribeEndpoint', endpointName };
    return snapshotOf(await this.#aws.translating(call, this.#aws.client.send(command)));
  }

  async configuration(endpointConfigName: string, endpointName: string): Promise<JsonObject> {
    const command = new DescribeEndpointConfigCommand({ EndpointConfigName: endpointConfigName });
    const call: Call = { operation: 'DescribeEndpointConfig', endpointName, endpointConfigName };
    return answerOf(await this.#aws.translating(call, this.#aws.client.send(command)));
  }

  async model(modelName: string, endpointName: string): Promise<JsonObject> {
    const command = new DescribeModelCommand({ ModelName: modelName });
    const call: Call = { operation: 'DescribeModel', endpointName, modelName };
    return answerOf(await this.#aws.translating(call, this.#aws.client.send(command)));
  }

  async createModel(name: string, content: JsonObject, request: RolloutRequest): Promise<void> {
    const { endpointName, tags } = request;
    const input = { ...content, ModelName: name, ...(tags.length > 0 && { Tags: tags }) };
    const command = new CreateModelCommand(input as unknown as CreateModelInput);
    const call: Call = { operation: 'CreateModel', endpointName, modelName: name };
    try {
      await this.#aws.translating(call, this.#aws.client.send(command));
    } catch (thrown) {
      throw withoutEnvironment(thrown, content);
    }
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
    await this.#aws.translating(call, this.#aws.client.send(command));
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
    await this.#aws.translating(call, this.#aws.client.send(command));
  }

  async update(request: RolloutRequest): Promise<void> {
    const { endpointName, endpointConfigName, deployment } = request;
    const command = new UpdateEndpointCommand(updateInput(request));
    const isRolling = deployment.kind === 'given' && deployment.config.RollingUpdatePolicy;
    const fleet = isRolling ? 'batches' : 'second-fleet';
    const call: Call = { operation: 'UpdateEndpoint', endpointName, endpointConfigName, fleet };
    await this.#aws.translating(call, this.#aws.client.send(command));
  }

  async scale(endpointName: string, instances: Readonly<Record<string, number>>): Promise<void> {
    const command = new UpdateEndpointWeightsAndCapacitiesCommand({
      EndpointName: endpointName,
      DesiredWeightsAndCapacities: Object.entries(instances).map(([VariantName, count]) => ({
        ...{ VariantName, DesiredInstanceCount: count },
      })),
    });
    const call: Call = { operation: 'UpdateEndpointWeightsAndCapacities', endpointName };
    await this.#aws.translating(call, this.#aws.client.send(command));
  }

  async tags({ name, arn }: Pick<Snapshot, 'name' | 'arn'>): Promise<readonly Tag[]> {
    const read = async () => {
      const tags: Tag[] = [];
      const pages = paginateListTags({ client: this.#aws.client }, { ResourceArn: arn });
      for await (const { Tags = [] } of pages) tags.push(...Tags.map(tagOf));
      return tags;
    };
    return this.#aws.translating({ operation: 'ListTags', endpointName: name }, read());
  }

  async tag({ name, arn }: Snapshot, tags: readonly Tag[]): Promise<void> {
    const command = new AddTagsCommand({ ResourceArn: arn, Tags: [...tags] });
    const call: Call = { operation: 'AddTags', endpointName: name };
    await this.#aws.translating(call, this.#aws.client.send(command));
  }

  async untag({ name, arn }: Snapshot, keys: readonly string[]): Promise<void> {
    const command = new DeleteTagsCommand({ ResourceArn: arn, TagKeys: [...keys] });
    const call: Call = { operation: 'DeleteTags', endpointName: name };
    await this.#aws.translating(call, this.#aws.client.send(command));
  }
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

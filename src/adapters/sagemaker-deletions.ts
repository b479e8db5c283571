import {
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  DeleteInferenceComponentCommand,
  type EndpointConfigSummary,
  paginateListEndpointConfigs,
  paginateListEndpoints,
  paginateListInferenceComponents,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { Deletions, Named } from '../ports.ts';
import type { Call } from './aws-calls.ts';
import { AwsConnection } from './aws-connection.ts';
import type { AwsSettings } from './aws-settings.ts';

/** The most that a page takes. */
const pageSize = 100;

/** What is there and what is deleted, over SageMaker's SDK. Calls are sent once. */
export class SageMakerDeletions implements Deletions {
  readonly #aws: AwsConnection<SageMakerClient>;

  constructor(aws: AwsSettings) {
    this.#aws = new AwsConnection(aws, SageMakerClient);
  }

  async endpoints(endpointName: string): Promise<readonly string[]> {
    const read = async () => {
      const names: string[] = [];
      const pages = paginateListEndpoints({ client: this.#aws.client, pageSize }, {});
      for await (const { Endpoints = [] } of pages) {
        names.push(...Endpoints.map((one) => one.EndpointName ?? ''));
      }
      return names;
    };
    return this.#aws.translating({ operation: 'ListEndpoints', endpointName }, read());
  }

  async configurations(nameContains: string, endpointName: string): Promise<readonly Named[]> {
    const read = async () => {
      const found: Named[] = [];
      const pages = paginateListEndpointConfigs(
        { client: this.#aws.client, pageSize },
        { NameContains: nameContains },
      );
      for await (const { EndpointConfigs = [] } of pages) {
        found.push(...EndpointConfigs.map(named));
      }
      return found;
    };
    return this.#aws.translating({ operation: 'ListEndpointConfigs', endpointName }, read());
  }

  async components(endpointName: string): Promise<readonly string[]> {
    const read = async () => {
      const names: string[] = [];
      const pages = paginateListInferenceComponents(
        { client: this.#aws.client, pageSize },
        { EndpointNameEquals: endpointName },
      );
      for await (const { InferenceComponents = [] } of pages) {
        names.push(...InferenceComponents.map((one) => one.InferenceComponentName ?? ''));
      }
      return names;
    };
    return this.#aws.translating({ operation: 'ListInferenceComponents', endpointName }, read());
  }

  async deleteComponent(name: string, endpointName: string): Promise<void> {
    const command = new DeleteInferenceComponentCommand({ InferenceComponentName: name });
    const call: Call = { operation: 'DeleteInferenceComponent', endpointName };
    await this.#aws.translating(call, this.#aws.client.send(command));
  }

  async deleteEndpoint(endpointName: string): Promise<void> {
    const command = new DeleteEndpointCommand({ EndpointName: endpointName });
    const call: Call = { operation: 'DeleteEndpoint', endpointName };
    await this.#aws.translating(call, this.#aws.client.send(command));
  }

  async deleteConfiguration(endpointConfigName: string, endpointName: string): Promise<void> {
    const command = new DeleteEndpointConfigCommand({ EndpointConfigName: endpointConfigName });
    const call: Call = { operation: 'DeleteEndpointConfig', endpointName, endpointConfigName };
    await this.#aws.translating(call, this.#aws.client.send(command));
  }
}

function named({
  EndpointConfigName: name = '',
  EndpointConfigArn: arn = '',
}: EndpointConfigSummary): Named {
  return { name, arn };
}

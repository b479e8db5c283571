import {
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  paginateListEndpointConfigs,
  paginateListEndpoints,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { Deletions, Named } from '../ports.ts';
import type { Call } from './aws-calls.ts';
import { problemOf } from './aws-errors.ts';
import type { AwsSettings } from './aws-settings.ts';

/** The most that a page takes. */
const pageSize = 100;

/** What is there and what is deleted, over SageMaker's SDK. Calls are sent once. */
export class SageMakerDeletions implements Deletions {
  readonly #connection: () => SageMakerClient;
  readonly #region: string;

  constructor(aws: AwsSettings) {
    this.#connection = aws.connect(SageMakerClient);
    this.#region = aws.region;
  }

  get #client(): SageMakerClient {
    return this.#connection();
  }

  async endpoints(endpointName: string): Promise<readonly string[]> {
    const read = async () => {
      const names: string[] = [];
      const pages = paginateListEndpoints({ client: this.#client, pageSize }, {});
      for await (const { Endpoints = [] } of pages) {
        names.push(...Endpoints.map((one) => one.EndpointName ?? ''));
      }
      return names;
    };
    return this.#translating({ operation: 'ListEndpoints', endpointName }, read());
  }

  async configurations(NameContains: string, endpointName: string): Promise<readonly Named[]> {
    const read = async () => {
      const found: Named[] = [];
      const pages = paginateListEndpointConfigs(
        { client: this.#client, pageSize },
        { NameContains },
      );
      for await (const { EndpointConfigs = [] } of pages) {
        found.push(
          ...EndpointConfigs.map(
            ({ EndpointConfigName: name = '', EndpointConfigArn: arn = '' }) => ({
              name,
              arn,
            }),
          ),
        );
      }
      return found;
    };
    return this.#translating({ operation: 'ListEndpointConfigs', endpointName }, read());
  }

  async deleteEndpoint(endpointName: string): Promise<void> {
    const command = new DeleteEndpointCommand({ EndpointName: endpointName });
    const call: Call = { operation: 'DeleteEndpoint', endpointName };
    await this.#translating(call, this.#client.send(command));
  }

  async deleteConfiguration(endpointConfigName: string, endpointName: string): Promise<void> {
    const command = new DeleteEndpointConfigCommand({ EndpointConfigName: endpointConfigName });
    const call: Call = { operation: 'DeleteEndpointConfig', endpointName, endpointConfigName };
    await this.#translating(call, this.#client.send(command));
  }

  async #translating<T>(call: Call, answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (thrown) {
      throw problemOf(thrown, { ...call, region: this.#region });
    }
  }
}

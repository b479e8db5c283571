import {
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  DeleteInferenceComponentCommand,
  DeleteModelCommand,
  DescribeInferenceComponentCommand,
  DescribeTransformJobCommand,
  paginateListEndpointConfigs,
  paginateListEndpoints,
  paginateListInferenceComponents,
  paginateListModels,
  paginateListTransformJobs,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { Listed, ListKind, Made } from '../domain/clean-up.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Deletions, ListSearch } from '../ports.ts';
import type { Call } from './aws-calls.ts';
import { AwsConnection } from './aws-connection.ts';
import type { AwsSettings } from './aws-settings.ts';
import { answerOf } from './raw-json.ts';
import { ContentKeepingClient } from './sagemaker.ts';

/** How a list is asked for, page by page, and what its entries are called. */
interface List {
  readonly operation: Call['operation'];
  /** The beginning of `…Name` and `…Arn`. */
  readonly thing: string;
  readonly pages: (
    paging: { readonly client: SageMakerClient; readonly pageSize: number },
    search: { readonly NameContains?: string },
  ) => AsyncIterable<object>;
}

const lists: Readonly<Record<ListKind, List>> = {
  endpoints: { operation: 'ListEndpoints', thing: 'Endpoint', pages: paginateListEndpoints },
  'endpoint configuration': {
    ...{ operation: 'ListEndpointConfigs', thing: 'EndpointConfig' },
    pages: paginateListEndpointConfigs,
  },
  model: { operation: 'ListModels', thing: 'Model', pages: paginateListModels },
  components: {
    ...{ operation: 'ListInferenceComponents', thing: 'InferenceComponent' },
    pages: paginateListInferenceComponents,
  },
  'running-jobs': {
    ...{ operation: 'ListTransformJobs', thing: 'TransformJob' },
    async *pages(paging, search) {
      for (const StatusEquals of ['InProgress', 'Stopping'] as const) {
        yield* paginateListTransformJobs(paging, { ...search, StatusEquals });
      }
    },
  },
};

/** The most that a page takes. */
const pageSize = 100;

/** What is there and what is deleted, over SageMaker's SDK. Calls are sent once. */
export class SageMakerDeletions implements Deletions {
  readonly #aws: AwsConnection<SageMakerClient>;

  constructor(aws: AwsSettings) {
    this.#aws = new AwsConnection(aws, ContentKeepingClient);
  }

  async list(
    kind: ListKind,
    { endpointName, nameContains }: ListSearch,
  ): Promise<readonly Listed[]> {
    const { operation, thing, pages } = lists[kind];
    const search = nameContains === undefined ? {} : { NameContains: nameContains };
    const read = async () => {
      const found: Listed[] = [];
      for await (const page of pages({ client: this.#aws.client, pageSize }, search)) {
        const entries = Object.values(page).find(Array.isArray) ?? [];
        found.push(...entries.map((entry) => listed(thing, entry)));
      }
      return found;
    };
    return this.#aws.translating({ operation, endpointName }, read());
  }

  async component(name: string, endpointName: string): Promise<JsonObject> {
    const command = new DescribeInferenceComponentCommand({ InferenceComponentName: name });
    const call: Call = { operation: 'DescribeInferenceComponent', endpointName };
    return answerOf(await this.#aws.translating(call, this.#aws.client.send(command)));
  }

  async job(name: string, endpointName: string): Promise<JsonObject> {
    const command = new DescribeTransformJobCommand({ TransformJobName: name });
    const call: Call = { operation: 'DescribeTransformJob', endpointName };
    return answerOf(await this.#aws.translating(call, this.#aws.client.send(command)));
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

  async delete({ kind, name }: Made, endpointName: string): Promise<void> {
    const { client } = this.#aws;
    if (kind === 'model') {
      const call: Call = { operation: 'DeleteModel', endpointName, modelName: name };
      const command = new DeleteModelCommand({ ModelName: name });
      await this.#aws.translating(call, client.send(command));
      return;
    }
    const call: Call = {
      ...{ operation: 'DeleteEndpointConfig', endpointName },
      endpointConfigName: name,
    };
    const command = new DeleteEndpointConfigCommand({ EndpointConfigName: name });
    await this.#aws.translating(call, client.send(command));
  }
}

/** What a list tells of one of its entries. */
function listed(thing: string, entry: Readonly<Record<string, unknown>>): Listed {
  const textAt = (member: string) => String(entry[member] ?? '');
  const timeAt = (member: string) => (entry[member] instanceof Date ? Number(entry[member]) : 0);
  const createdAt = timeAt('CreationTime');
  const modifiedAt = timeAt('LastModifiedTime') || createdAt;
  return { name: textAt(`${thing}Name`), arn: textAt(`${thing}Arn`), createdAt, modifiedAt };
}

import {
  DescribeModelPackageCommand,
  paginateListModelPackages,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { JsonObject } from '../domain/json.ts';
import type { Registry } from '../ports/registry.ts';
import type { Call } from './aws-calls.ts';
import { AwsConnection } from './aws-connection.ts';
import type { AwsSettings } from './aws-settings.ts';
import { answerOf } from './raw-json.ts';
import { ContentKeepingClient } from './sagemaker.ts';

/** The most that a page takes. */
const pageSize = 100;

/** The model registry over SageMaker's SDK. Calls are sent once. */
export class SageMakerRegistry implements Registry {
  readonly #aws: AwsConnection<SageMakerClient>;

  constructor(aws: AwsSettings) {
    this.#aws = new AwsConnection(aws, ContentKeepingClient);
  }

  async versions(group: string, endpointName: string): Promise<readonly JsonObject[]> {
    const read = async () => {
      const versions: JsonObject[] = [];
      const pages = paginateListModelPackages(
        { client: this.#aws.client, pageSize },
        { ModelPackageGroupName: group },
      );
      for await (const { ModelPackageSummaryList: page = [] } of pages) {
        versions.push(...(page as unknown as readonly JsonObject[]));
      }
      return versions;
    };
    const call: Call = { operation: 'ListModelPackages', endpointName, modelPackage: group };
    return this.#aws.translating(call, read());
  }

  /** Without the content of its model card, which takes kms:Decrypt. */
  async package(name: string, endpointName: string): Promise<JsonObject> {
    const command = new DescribeModelPackageCommand({
      ModelPackageName: name,
      IncludedData: 'MetadataOnly',
    });
    const call: Call = { operation: 'DescribeModelPackage', endpointName, modelPackage: name };
    return answerOf(await this.#aws.translating(call, this.#aws.client.send(command)));
  }
}

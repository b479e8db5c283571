import type { JsonObject } from '../domain/json.ts';

/** What choosing a model package needs from SageMaker's model registry. All calls throw a Problem. */
export interface Registry {
  /** ListModelPackages of a group, by its name or its ARN: all pages, as they are. */
  versions(group: string, endpointName: string): Promise<readonly JsonObject[]>;
  /** DescribeModelPackage, by an ARN or by `group/version`, as it is. */
  package(name: string, endpointName: string): Promise<JsonObject>;
}

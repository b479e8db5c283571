import type { ListEndpointsInput } from '@aws-sdk/client-sagemaker';
import type { Call } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import { listPage } from './listing.ts';

/** Names, times and states, and no configurations: for these each endpoint is described. */
export function listEndpoints(input: ListEndpointsInput, { account, place, asOf }: Call): object {
  const here = arnOf(place, 'endpoint', '');
  const all = [...account.endpoints.values()]
    .filter(({ arn }) => arn.startsWith(here))
    .map((endpoint) => ({ endpoint, ...endpoint.shownAt(asOf) }))
    .map(({ endpoint: { name, arn, createdAt }, modifiedAt, status }) => {
      return { name, arn, createdAt, modifiedAt, status };
    });
  const { page, NextToken } = listPage(all, input);
  return {
    Endpoints: page.map(({ name, arn, createdAt, modifiedAt, status }) => ({
      EndpointName: name,
      EndpointArn: arn,
      CreationTime: new Date(createdAt),
      LastModifiedTime: new Date(modifiedAt),
      EndpointStatus: status,
    })),
    NextToken,
  };
}

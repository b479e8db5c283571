import type { Call } from '../account/account.ts';
import {
  createEndpointConfig,
  deleteEndpointConfig,
  describeEndpointConfig,
  listEndpointConfigs,
} from './endpoint-configs.ts';
import { createEndpoint, deleteEndpoint, describeEndpoint } from './endpoints.ts';
import { listEndpoints } from './list-endpoints.ts';
import {
  describeModelPackage,
  describeModelPackageGroup,
  listModelPackages,
} from './model-registry.ts';
import {
  deleteInferenceComponent,
  describeInferenceComponent,
  describeTransformJob,
  listInferenceComponents,
  listTransformJobs,
} from './model-users.ts';
import { createModel, deleteModel, describeModel, listModels } from './models.ts';
import { updateWeightsAndCapacities } from './scaling.ts';
import { addTags, deleteTags, listTags } from './tags.ts';
import { updateEndpoint } from './update-endpoint.ts';

/** What an operation does with a request that its shape allows; some answer nothing. */
type Operation = (input: object, call: Call) => object | undefined;

const operations = {
  AddTags: addTags as Operation,
  CreateEndpoint: createEndpoint as Operation,
  CreateEndpointConfig: createEndpointConfig as Operation,
  CreateModel: createModel as Operation,
  DeleteEndpoint: deleteEndpoint as Operation,
  DeleteEndpointConfig: deleteEndpointConfig as Operation,
  DeleteInferenceComponent: deleteInferenceComponent as Operation,
  DeleteModel: deleteModel as Operation,
  DeleteTags: deleteTags as Operation,
  DescribeEndpoint: describeEndpoint as Operation,
  DescribeEndpointConfig: describeEndpointConfig as Operation,
  DescribeInferenceComponent: describeInferenceComponent as Operation,
  DescribeModel: describeModel as Operation,
  DescribeModelPackage: describeModelPackage as Operation,
  DescribeModelPackageGroup: describeModelPackageGroup as Operation,
  DescribeTransformJob: describeTransformJob as Operation,
  ListEndpointConfigs: listEndpointConfigs as Operation,
  ListEndpoints: listEndpoints as Operation,
  ListInferenceComponents: listInferenceComponents as Operation,
  ListModelPackages: listModelPackages as Operation,
  ListModels: listModels as Operation,
  ListTags: listTags as Operation,
  ListTransformJobs: listTransformJobs as Operation,
  UpdateEndpoint: updateEndpoint as Operation,
  UpdateEndpointWeightsAndCapacities: updateWeightsAndCapacities as Operation,
};

export type OperationName = keyof typeof operations;

export function perform(name: string, input: object, call: Call): object | undefined {
  return operations[name as OperationName](input, call);
}

import type {
  DeleteInferenceComponentInput,
  DescribeInferenceComponentInput,
  DescribeTransformJobRequest,
  ListInferenceComponentsInput,
  ListTransformJobsRequest,
} from '@aws-sdk/client-sagemaker';
import type { Account, Call, InferenceComponent, TransformJob } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Endpoint } from '../account/endpoint.ts';
import { AwsError, refusal } from '../aws/aws-error.ts';
import { couldNotFind } from './errors.ts';
import { listPage } from './listing.ts';

/** Inference components and transform jobs, as far as they name models: they are found, and never made. */

export function listInferenceComponents(input: ListInferenceComponentsInput, call: Call): object {
  const { EndpointNameEquals: endpoint, VariantNameEquals: variant } = input;
  const here = arnOf(call.place, 'inference-component', '');
  const all = [...call.account.inferenceComponents.values()].filter(
    (each) =>
      each.arn.startsWith(here) &&
      (endpoint ?? each.endpoint) === each.endpoint &&
      (variant ?? each.variant) === each.variant,
  );
  const { page, NextToken } = listPage(all, input);
  return { InferenceComponents: page.map((each) => componentOf(each, call)), NextToken };
}

export function describeInferenceComponent(
  input: DescribeInferenceComponentInput,
  call: Call,
): object {
  const found = findComponent(input.InferenceComponentName, call);
  return { ...componentOf(found, call), Specification: { ModelName: found.model } };
}

/** AWS's words name states of their own; those of the component's status are the beginnings of some. */
export function deleteInferenceComponent(
  input: DeleteInferenceComponentInput,
  call: Call,
): undefined {
  const { account, now } = call;
  const found = findComponent(input.InferenceComponentName, call);
  const state = { Creating: 'CREATE', Updating: 'UPDATE', Deleting: 'DELETE' }[found.status];
  if (state !== undefined) {
    throw new AwsError(
      'ValidationException',
      `Cannot delete inference component "${found.arn}" while it is in state ${state}_RC_IN_PROGRESS.`,
    );
  }
  account.inferenceComponents.set(found.arn, { ...found, status: 'Deleting' });
  account.clock.at(now + account.durations.delete * 1000, () => {
    account.inferenceComponents.delete(found.arn);
  });
}

function findComponent(name: string | undefined, call: Call): InferenceComponent {
  const arn = arnOf(call.place, 'inference-component', name ?? '');
  const found = call.account.inferenceComponents.get(arn);
  if (!found) throw couldNotFind('inference-component', arn);
  return found;
}

function componentOf(component: InferenceComponent, { place }: Call): object {
  const created = new Date(component.createdAt);
  return {
    InferenceComponentName: component.name,
    InferenceComponentArn: component.arn,
    EndpointName: component.endpoint,
    EndpointArn: arnOf(place, 'endpoint', component.endpoint),
    VariantName: component.variant,
    CreationTime: created,
    LastModifiedTime: created,
    InferenceComponentStatus: component.status,
  };
}

/** What AWS does with an endpoint's inference components is disputed: unless told otherwise, they have to go first. */
export function checkComponents(endpoint: Endpoint, { account }: Call): void {
  const [component] = componentsOn(endpoint, account);
  const [goToo] = account.faults.ofAccount('components-go-too');
  if (component && !goToo) throw refusal(`the inference component "${component.name}" is on it`);
}

export function forgetComponents(account: Account, endpoint: Endpoint): void {
  for (const { arn } of componentsOn(endpoint, account)) account.inferenceComponents.delete(arn);
}

function componentsOn({ arn, name }: Endpoint, account: Account): InferenceComponent[] {
  const here = arn.slice(0, arn.indexOf(':endpoint/'));
  return [...account.inferenceComponents.values()].filter(
    (component) => component.arn.startsWith(here) && component.endpoint === name,
  );
}

export function listTransformJobs(input: ListTransformJobsRequest, call: Call): object {
  const here = arnOf(call.place, 'transform-job', '');
  const all = [...call.account.transformJobs.values()].filter(({ arn }) => arn.startsWith(here));
  const { page, NextToken } = listPage(all, input);
  return { TransformJobSummaries: page.map(jobOf), NextToken };
}

/** The service model has an error of its own for a job that is not found. */
export function describeTransformJob(input: DescribeTransformJobRequest, call: Call): object {
  const arn = arnOf(call.place, 'transform-job', input.TransformJobName ?? '');
  const found = call.account.transformJobs.get(arn);
  if (!found) throw new AwsError('ResourceNotFound', couldNotFind('transform-job', arn).message);
  const data = { S3Uri: 's3://jobs/in', S3DataType: 'S3Prefix' };
  return {
    ...jobOf(found),
    ModelName: found.model,
    TransformInput: { DataSource: { S3DataSource: data } },
    TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
  };
}

function jobOf(job: TransformJob): object {
  return {
    TransformJobName: job.name,
    TransformJobArn: job.arn,
    CreationTime: new Date(job.createdAt),
    TransformJobStatus: job.status,
  };
}

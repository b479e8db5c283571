import type {
  DeregisterScalableTargetRequest,
  DescribeScalableTargetsRequest,
  RegisterScalableTargetRequest,
  SuspendedState,
} from '@aws-sdk/client-application-auto-scaling';
import type { Call } from '../account/account.ts';
import { currentOf } from '../account/fleet.ts';
import type { ScalableTarget } from '../account/scalable-target.ts';
import { refusal } from '../aws/aws-error.ts';
import { noSuchTarget, type TargetName } from './errors.ts';
import { pageOf } from './page.ts';
import { variantOf } from './variant.ts';

const nothingSuspended: SuspendedState = {
  DynamicScalingInSuspended: false,
  DynamicScalingOutSuspended: false,
  ScheduledScalingSuspended: false,
};
const mostOnAPage = 50;

/** Registers a variant, or changes the members that are given where it is registered already. */
export function registerScalableTarget(input: RegisterScalableTargetRequest, call: Call): object {
  const { account, place, now } = call;
  const there = account.scalableTargets.get(keyOf(input, call));
  const minCapacity = input.MinCapacity ?? there?.minCapacity;
  const maxCapacity = input.MaxCapacity ?? there?.maxCapacity;
  checkRegistration(input, call);
  if (minCapacity === undefined || maxCapacity === undefined) {
    throw refusal('a new scalable target needs MinCapacity and MaxCapacity');
  }
  if (minCapacity > maxCapacity) throw refusal('MinCapacity is more than MaxCapacity');
  const target: ScalableTarget = {
    region: place.region,
    resourceId: input.ResourceId ?? '',
    dimension: input.ScalableDimension ?? '',
    id: there?.id ?? `0ec${account.nextScalingId()}`,
    createdAt: there?.createdAt ?? now,
    minCapacity,
    maxCapacity,
    suspended: { ...(there?.suspended ?? nothingSuspended), ...input.SuspendedState },
    policies: there?.policies ?? new Map(),
    actions: there?.actions ?? new Map(),
    tags: there?.tags ?? input.Tags ?? {},
  };
  account.scalableTargets.set(keyOf(input, call), target);
  return { ScalableTargetARN: arnOf(target, call) };
}

function checkRegistration(input: RegisterScalableTargetRequest, call: Call): void {
  const { endpoint, variant } = variantOf(input, call);
  const isPicky = call.account.faults.ofAccount('registration-in-service-only').length > 0;
  if (isPicky && endpoint.busy) throw refusal(`the endpoint is ${endpoint.state.status}`);
  const isServerless = variant.capacity.kind === 'serverless';
  const wantsServerless = input.ScalableDimension?.endsWith('ProvisionedConcurrency');
  if (isServerless !== wantsServerless) {
    throw refusal(`a variant with ${currentOf(variant)} instances has no such dimension`);
  }
}

/** Its policies and scheduled actions go with it. */
export function deregisterScalableTarget(
  input: DeregisterScalableTargetRequest,
  call: Call,
): object {
  const target = findTarget(input, call);
  call.account.scalableTargets.delete(keyOf(input, call));
  call.account.moments.reached({ endpoint: endpointOf(target), stage: 'deregistered' });
  return {};
}

export function describeScalableTargets(input: DescribeScalableTargetsRequest, call: Call): object {
  if (input.ScalableDimension && !input.ResourceIds?.length) {
    throw refusal('a ScalableDimension needs ResourceIds');
  }
  const wanted = targetsIn(call).filter(
    ({ resourceId, dimension }) =>
      (!input.ResourceIds?.length || input.ResourceIds.includes(resourceId)) &&
      (input.ScalableDimension ?? dimension) === dimension,
  );
  const { page, NextToken } = pageOf(wanted, input, mostOnAPage);
  return { ScalableTargets: page.map((target) => described(target, call)), NextToken };
}

/** All targets of a region, by their resource ids. */
function targetsIn({ account, place }: Call): readonly ScalableTarget[] {
  return [...account.scalableTargets.values()]
    .filter(({ region }) => region === place.region)
    .sort((one, other) => (one.resourceId < other.resourceId ? -1 : 1));
}

/** Those of them that a request about what hangs on targets is about. */
export function targetsOf(
  { ResourceId, ScalableDimension }: Partial<TargetName>,
  call: Call,
): readonly ScalableTarget[] {
  return targetsIn(call).filter(
    ({ resourceId, dimension }) =>
      (ResourceId ?? resourceId) === resourceId && (ScalableDimension ?? dimension) === dimension,
  );
}

export function findTarget(name: TargetName, call: Call): ScalableTarget {
  const target = call.account.scalableTargets.get(keyOf(name, call));
  if (!target) throw noSuchTarget(name);
  return target;
}

/** The target with other policies or actions. */
export function changeTarget(
  target: ScalableTarget,
  call: Call,
  changes: Partial<ScalableTarget>,
): void {
  const name = { ResourceId: target.resourceId, ScalableDimension: target.dimension };
  call.account.scalableTargets.set(keyOf(name, call), { ...target, ...changes });
}

function keyOf({ ResourceId, ScalableDimension }: TargetName, { place }: Call): string {
  return [place.region, ResourceId, ScalableDimension].join(' ');
}

function endpointOf({ resourceId }: ScalableTarget): string {
  return resourceId.split('/')[1] ?? '';
}

function described(target: ScalableTarget, call: Call): object {
  const { account } = call.place;
  return {
    ServiceNamespace: 'sagemaker',
    ResourceId: target.resourceId,
    ScalableDimension: target.dimension,
    MinCapacity: target.minCapacity,
    MaxCapacity: target.maxCapacity,
    RoleARN: `arn:aws:iam::${account}:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint`,
    CreationTime: new Date(target.createdAt),
    SuspendedState: target.suspended,
    ScalableTargetARN: arnOf(target, call),
  };
}

/** The target of that ARN. */
export function targetByArn(arn: string, call: Call): ScalableTarget {
  const target = targetsIn(call).find((each) => arnOf(each, call) === arn);
  if (!target) throw refusal('there is no such scalable target', 'ResourceNotFoundException');
  return target;
}

function arnOf({ id }: ScalableTarget, { place }: Call): string {
  return `arn:aws:application-autoscaling:${place.region}:${place.account}:scalable-target/${id}`;
}

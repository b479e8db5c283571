import type {
  DescribeScalingPoliciesRequest,
  PutScalingPolicyRequest,
} from '@aws-sdk/client-application-auto-scaling';
import type { Call } from '../account/account.ts';
import { alarmArnOf } from '../account/arn.ts';
import type { ScalableTarget, StoredPolicy } from '../account/scalable-target.ts';
import { refusal } from '../aws/aws-error.ts';
import { pageOf } from './page.ts';
import { changeTarget, findTarget, targetsOf } from './targets.ts';

const mostOnAPage = 10;
const mostOfATarget = 50;

/** Puts a policy on a registered target; one of the same name is replaced. */
export function putScalingPolicy(input: PutScalingPolicyRequest, call: Call): object {
  const target = findTarget(input, call);
  const name = input.PolicyName ?? '';
  const there = target.policies.get(name);
  checkPolicy(input, there);
  if (!there && target.policies.size >= mostOfATarget) {
    throw refusal(`a target has ${mostOfATarget} policies at most`, 'LimitExceededException');
  }
  const policy: StoredPolicy = {
    id: there?.id ?? call.account.nextScalingId(),
    createdAt: there?.createdAt ?? call.now,
    input: there ? { ...there.input, ...input } : input,
  };
  changeTarget(target, call, { policies: new Map([...target.policies, [name, policy]]) });
  return { PolicyARN: arnOf(target, policy, call), Alarms: alarmsOf(target, policy, call) };
}

function checkPolicy(input: PutScalingPolicyRequest, there: StoredPolicy | undefined): void {
  const type = input.PolicyType ?? there?.input.PolicyType;
  if (there && type !== there.input.PolicyType) throw refusal('a policy keeps its type');
  const hasItsOwn =
    (type === 'TargetTrackingScaling' && input.TargetTrackingScalingPolicyConfiguration) ||
    (type === 'StepScaling' && input.StepScalingPolicyConfiguration);
  if (!hasItsOwn) throw refusal(`a policy of type ${type} needs the configuration of that type`);
}

export function describeScalingPolicies(input: DescribeScalingPoliciesRequest, call: Call): object {
  const wanted = targetsOf(input, call)
    .flatMap((target) => [...target.policies.values()].map((policy) => ({ target, policy })))
    .filter(
      ({ policy }) =>
        !input.PolicyNames?.length || input.PolicyNames.includes(policy.input.PolicyName ?? ''),
    );
  const { page, NextToken } = pageOf(wanted, input, mostOnAPage);
  return {
    ScalingPolicies: page.map(({ target, policy }) => described(target, policy, call)),
    NextToken,
  };
}

function described(target: ScalableTarget, policy: StoredPolicy, call: Call): object {
  return {
    PolicyARN: arnOf(target, policy, call),
    ...policy.input,
    Alarms: alarmsOf(target, policy, call),
    CreationTime: new Date(policy.createdAt),
  };
}

function arnOf(target: ScalableTarget, { id, input }: StoredPolicy, { place }: Call): string {
  return `arn:aws:autoscaling:${place.region}:${place.account}:scalingPolicy:${id}:resource/sagemaker/${target.resourceId}:policyName/${input.PolicyName}`;
}

/** Target tracking makes two alarms for itself; those of step scaling are a person's. */
function alarmsOf(target: ScalableTarget, { id, input }: StoredPolicy, { place }: Call): object[] {
  const own = ['AlarmHigh', 'AlarmLow'].map(
    (kind) => `TargetTracking-${target.resourceId}-${kind}-${id}`,
  );
  const names = input.PolicyType === 'TargetTrackingScaling' ? own : [];
  return names.map((AlarmName) => ({
    AlarmName,
    AlarmARN: alarmArnOf(place, AlarmName),
  }));
}

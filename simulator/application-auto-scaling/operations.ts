import type { Call } from '../account/account.ts';
import { describeScalingPolicies, putScalingPolicy } from './policies.ts';
import { describeScheduledActions, putScheduledAction } from './scheduled-actions.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import {
  deregisterScalableTarget,
  describeScalableTargets,
  registerScalableTarget,
} from './targets.ts';

/** What an operation does with a request that its shape allows. */
type Operation = (input: object, call: Call) => object;

const operations = {
  DeregisterScalableTarget: deregisterScalableTarget as Operation,
  DescribeScalableTargets: describeScalableTargets as Operation,
  DescribeScalingPolicies: describeScalingPolicies as Operation,
  DescribeScheduledActions: describeScheduledActions as Operation,
  ListTagsForResource: listTagsForResource as Operation,
  PutScalingPolicy: putScalingPolicy as Operation,
  PutScheduledAction: putScheduledAction as Operation,
  RegisterScalableTarget: registerScalableTarget as Operation,
  TagResource: tagResource as Operation,
  UntagResource: untagResource as Operation,
};

export type OperationName = keyof typeof operations;

export function perform(name: string, input: object, call: Call): object {
  return operations[name as OperationName](input, call);
}

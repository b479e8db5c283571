import type {
  PutScalingPolicyRequest,
  PutScheduledActionRequest,
  RegisterScalableTargetRequest,
} from '@aws-sdk/client-application-auto-scaling';
import type { Account } from '../account/account.ts';
import { AwsService } from '../account/aws-service.ts';
import { jsonProtocol } from '../aws/json-protocol.ts';
import { validate } from '../aws/validate.ts';
import { type OperationName, perform } from './operations.ts';
import { requests } from './shapes.ts';

const protocol = jsonProtocol('AnyScaleFrontendService', '1.1');

/** What is registered, as a person would write it. */
export interface ScalingSeed {
  readonly variant?: string;
  readonly dimension?: string;
  readonly target?: Partial<RegisterScalableTargetRequest>;
  readonly policies?: readonly Partial<PutScalingPolicyRequest>[];
  /** Times in seconds since 1970. */
  readonly actions?: readonly (Partial<Omit<PutScheduledActionRequest, 'StartTime' | 'EndTime'>> & {
    readonly StartTime?: number;
    readonly EndTime?: number;
  })[];
}

/** Application Auto Scaling, as far as the variants of endpoints go. It remembers, and never scales. */
export class ApplicationAutoScaling extends AwsService {
  constructor(account: Account) {
    super(account, {
      protocols: [protocol],
      name: 'application-autoscaling',
      requests,
      perform,
      resourceOf: (_, { region, account }) =>
        `arn:aws:application-autoscaling:${region}:${account}:scalable-target/*`,
      inItsWords: (error) => error,
    });
  }

  /** Scales a variant of an endpoint from 2 to 8 instances, with these policies and schedules. */
  register(endpointName: string, seed: ScalingSeed = {}): void {
    const { variant = 'AllTraffic', dimension = 'sagemaker:variant:DesiredInstanceCount' } = seed;
    const name = {
      ServiceNamespace: 'sagemaker',
      ResourceId: `endpoint/${endpointName}/variant/${variant}`,
      ScalableDimension: dimension,
    };
    const { target = { MinCapacity: 2, MaxCapacity: 8 }, policies = [], actions = [] } = seed;
    this.#do('RegisterScalableTarget', { ...name, ...target });
    for (const policy of policies) this.#do('PutScalingPolicy', { ...name, ...policy });
    for (const action of actions) this.#do('PutScheduledAction', { ...name, ...action });
  }

  /** Someone else deregisters it. */
  deregister(endpointName: string, variant = 'AllTraffic'): void {
    this.#do('DeregisterScalableTarget', {
      ServiceNamespace: 'sagemaker',
      ResourceId: `endpoint/${endpointName}/variant/${variant}`,
      ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
    });
  }

  /** What stands, without ids and times: the same before and after, where all was restored. */
  get standing(): readonly object[] {
    return [...this.account.scalableTargets.values()].map((target) => ({
      resource: target.resourceId,
      dimension: target.dimension,
      min: target.minCapacity,
      max: target.maxCapacity,
      suspended: target.suspended,
      policies: [...target.policies.values()].map(({ input }) => input),
      actions: [...target.actions.values()].map(({ input }) => input),
    }));
  }

  #do(operation: OperationName, input: object): void {
    validate(input, requests[operation]);
    perform(operation, input, this.call());
  }
}

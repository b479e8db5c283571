import type {
  PutScalingPolicyRequest,
  PutScheduledActionRequest,
  RegisterScalableTargetRequest,
} from '@aws-sdk/client-application-auto-scaling';
import { jsonProtocol } from '../aws/json-protocol.ts';
import { Reception, type SeenRequest } from '../aws/reception.ts';
import { validate } from '../aws/validate.ts';
import type { Answer, Request, Service } from '../http.ts';
import type { Call, World } from '../sagemaker/world.ts';
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
export class ApplicationAutoScaling implements Service {
  readonly #world: World;
  readonly #reception: Reception;

  constructor(world: World) {
    this.#world = world;
    this.#reception = new Reception(world, {
      name: 'application-autoscaling',
      requests,
      perform,
      resourceOf: (_, { region, account }) =>
        `arn:aws:application-autoscaling:${region}:${account}:scalable-target/*`,
      inItsWords: (error) => error,
    });
  }

  /** Every request so far, in order. */
  get requests(): readonly SeenRequest[] {
    return this.#reception.requests;
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

  /** Somebody else deregisters it. */
  deregister(endpointName: string, variant = 'AllTraffic'): void {
    this.#do('DeregisterScalableTarget', {
      ServiceNamespace: 'sagemaker',
      ResourceId: `endpoint/${endpointName}/variant/${variant}`,
      ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
    });
  }

  /** What stands, without ids and times: the same before and after, where all was put back. */
  get standing(): readonly object[] {
    return [...this.#world.scalableTargets.values()].map((target) => ({
      resource: target.resourceId,
      dimension: target.dimension,
      min: target.minCapacity,
      max: target.maxCapacity,
      suspended: target.suspended,
      policies: [...target.policies.values()].map(({ input }) => input),
      actions: [...target.actions.values()].map(({ input }) => input),
    }));
  }

  /** Tells of each request. */
  onRequest(listener: (request: SeenRequest) => void): void {
    this.#reception.onRequest(listener);
  }

  serves(request: Request): boolean {
    return protocol.isSpokenIn(request);
  }

  answer(request: Request): Answer {
    return this.#reception.answer(request, protocol);
  }

  #do(operation: OperationName, input: object): void {
    validate(input, requests[operation]);
    const { clock, place } = this.#world;
    const call: Call = { world: this.#world, place, now: clock.now(), asOf: clock.now() };
    perform(operation, input, call);
  }
}

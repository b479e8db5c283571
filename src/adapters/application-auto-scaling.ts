import {
  ApplicationAutoScalingClient,
  DeregisterScalableTargetCommand,
  PutScalingPolicyCommand,
  PutScheduledActionCommand,
  paginateDescribeScalableTargets,
  paginateDescribeScalingPolicies,
  paginateDescribeScheduledActions,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling';
import type { Missing } from '../domain/missing-scaling.ts';
import type { ScaledVariant } from '../domain/scaling.ts';
import { resourceIdOf } from '../domain/scaling.ts';
import { actionInput, policyInput, targetInput, targetName } from '../domain/scaling-requests.ts';
import type { Scaling } from '../ports.ts';
import { isScalable, scaledVariantOf } from './application-auto-scaling-answers.ts';
import type { Call } from './aws-calls.ts';
import { AwsConnection } from './aws-connection.ts';
import type { AwsSettings } from './aws-settings.ts';

/** DescribeScalableTargets takes no more at once. */
const mostResources = 50;

/** Application Auto Scaling over its SDK. Calls are sent once: anyone who calls repeats them. */
export class ApplicationAutoScaling implements Scaling {
  readonly #aws: AwsConnection<ApplicationAutoScalingClient>;

  constructor(aws: AwsSettings) {
    this.#aws = new AwsConnection(aws, ApplicationAutoScalingClient);
  }

  async read(endpointName: string, variants: readonly string[]): Promise<readonly ScaledVariant[]> {
    const read: ScaledVariant[] = [];
    for (const target of await this.#scalable(endpointName, variants)) {
      const of = {
        ServiceNamespace: 'sagemaker',
        ResourceId: target.ResourceId,
        ScalableDimension: target.ScalableDimension,
      } as const;
      const [policies, actions] = [
        await this.#aws.translating(
          { operation: 'DescribeScalingPolicies', endpointName },
          this.#policies(of),
        ),
        await this.#aws.translating(
          { operation: 'DescribeScheduledActions', endpointName },
          this.#actions(of),
        ),
      ];
      read.push(scaledVariantOf(target, policies, actions));
    }
    return read;
  }

  async targets(
    endpointName: string,
    variants: readonly string[],
  ): Promise<readonly ScaledVariant[]> {
    const targets = await this.#scalable(endpointName, variants);
    return targets.map((target) => scaledVariantOf(target, [], []));
  }

  async deregister(endpointName: string, scaled: ScaledVariant): Promise<void> {
    const command = new DeregisterScalableTargetCommand(targetName(endpointName, scaled));
    const call: Call = { operation: 'DeregisterScalableTarget', endpointName };
    await this.#aws.translating(call, this.#aws.client.send(command).catch(unlessGone));
  }

  async put(endpointName: string, part: Missing): Promise<void> {
    switch (part.kind) {
      case 'target': {
        const command = new RegisterScalableTargetCommand(targetInput(endpointName, part.scaled));
        const call: Call = { operation: 'RegisterScalableTarget', endpointName };
        await this.#aws.translating(call, this.#aws.client.send(command));
        return;
      }
      case 'policy': {
        const input = policyInput(endpointName, part.scaled, part.policy);
        const call: Call = { operation: 'PutScalingPolicy', endpointName };
        await this.#aws.translating(
          call,
          this.#aws.client.send(new PutScalingPolicyCommand(input)),
        );
        return;
      }
      case 'action': {
        const { StartTime, EndTime, ...input } = actionInput(
          endpointName,
          part.scaled,
          part.action,
        );
        const command = new PutScheduledActionCommand({
          ...input,
          ...(StartTime !== undefined && { StartTime: new Date(StartTime) }),
          ...(EndTime !== undefined && { EndTime: new Date(EndTime) }),
        });
        const call: Call = { operation: 'PutScheduledAction', endpointName };
        await this.#aws.translating(call, this.#aws.client.send(command));
      }
    }
  }

  async #scalable(endpointName: string, variants: readonly string[]) {
    const targets = await this.#aws.translating(
      { operation: 'DescribeScalableTargets', endpointName },
      this.#targets(variants.map((variant) => resourceIdOf(endpointName, variant))),
    );
    return targets.filter(isScalable);
  }

  async #targets(resourceIds: readonly string[]) {
    const targets = [];
    for (let first = 0; first < resourceIds.length; first += mostResources) {
      const pages = paginateDescribeScalableTargets(
        { client: this.#aws.client },
        {
          ServiceNamespace: 'sagemaker',
          ResourceIds: resourceIds.slice(first, first + mostResources),
        },
      );
      for await (const { ScalableTargets = [] } of pages) targets.push(...ScalableTargets);
    }
    return targets;
  }

  /** The SDK writes its place in the pages into the object that it is given. */
  async #policies(of: Parameters<typeof paginateDescribeScalingPolicies>[1]) {
    const policies = [];
    const pages = paginateDescribeScalingPolicies({ client: this.#aws.client }, { ...of });
    for await (const { ScalingPolicies = [] } of pages) policies.push(...ScalingPolicies);
    return policies;
  }

  async #actions(of: Parameters<typeof paginateDescribeScheduledActions>[1]) {
    const actions = [];
    const pages = paginateDescribeScheduledActions({ client: this.#aws.client }, { ...of });
    for await (const { ScheduledActions = [] } of pages) actions.push(...ScheduledActions);
    return actions;
  }
}

/** What is no longer registered need not be deregistered. */
function unlessGone(thrown: unknown): void {
  const { name } = Object(thrown) as { readonly name?: unknown };
  if (name !== 'ObjectNotFoundException') throw thrown;
}

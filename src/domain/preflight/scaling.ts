import { mostCapacity, whyNotSavable } from '../saved-form.ts';
import { countsInstances } from '../scaling.ts';
import { phrase } from '../text/phrase.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/**
 * Auto scaling is off from before the update to after it, where SageMaker refuses the update otherwise.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-scaling-update.html
 */
export function scalingIsOffMeanwhile({ inTheWay, request }: Facts): readonly Finding[] {
  const { autoscaling } = request;
  const more = autoscaling.kind === 'preserve' ? autoscaling.scaleUpBy : undefined;
  return inTheWay
    .filter(({ why }) => why === 'type-changes')
    .map(({ scaled }) => ({
      id: 'scaling-off-meanwhile',
      level: 'remark',
      seen: phrase`${scaled.variant} is auto-scaled, and its instance type changes.`,
      why: phrase`SageMaker refuses that under auto scaling: it is removed for the update, so nothing scales meanwhile.`,
      remedy:
        more !== undefined && countsInstances(scaled)
          ? phrase`No action needed: \`scale-up-by\` adds ${more} meanwhile.`
          : phrase`Set \`scale-up-by\` if the traffic may need more instances meanwhile.`,
    }));
}

/** What would not be restored from the endpoint's tags is not removed. */
export function scalingCanBeSaved({ inTheWay }: Facts): readonly Finding[] {
  return inTheWay
    .filter(({ scaled }) => whyNotSavable([scaled]))
    .map(({ scaled }) => ({
      id: 'scaling-not-savable',
      level: 'error',
      seen: phrase`${scaled.variant} is auto-scaled, ${scaled.minCapacity} to ${scaled.maxCapacity}, and that must be off during this update.`,
      why: phrase`This version of the action could not restore it: it takes at most ${mostCapacity[scaled.dimension]}, and policies and scheduled actions with members that it knows.`,
      remedy: phrase`Remove its scaling by hand, roll out with \`autoscaling: ignore\`, and restore it by hand.`,
    }));
}

/** What may not be read cannot be saved, and SageMaker refuses the update while it is there. */
export function scalingCanBeRead({ unsaved }: Facts): readonly Finding[] {
  if (!unsaved) return [];
  const { inTheWay, problem } = unsaved;
  return inTheWay.map(({ scaled }) => ({
    id: 'scaling-not-readable',
    level: 'error',
    seen: phrase`${scaled.variant} is auto-scaled, ${scaled.minCapacity} to ${scaled.maxCapacity}, and that must be off during this update. ${problem.what}`,
    why: phrase`SageMaker refuses the update while it is there, and what cannot be read could not be restored.`,
    remedy: problem.remedy,
  }));
}

/** A variant that goes takes its scaling with it. */
export function scalingOfRemovedVariantsEnds({ inTheWay }: Facts): readonly Finding[] {
  return inTheWay
    .filter(({ why }) => why === 'removed')
    .map(({ scaled }) => ({
      id: 'scaling-removed',
      level: 'warning',
      seen: phrase`${scaled.variant} is auto-scaled, and the new configuration does not have it.`,
      why: phrase`Its scalable target, policies and scheduled actions go with it.`,
      remedy: phrase`No action needed if it is meant to go. If it only gets another name, register that one yourself.`,
    }));
}

/** What is removed has to be restored by someone who waits for the end. */
export function scalingIsWaitedFor({ inTheWay, request }: Facts): readonly Finding[] {
  if (request.watch !== 'start-only' || inTheWay.length === 0) return [];
  return [
    {
      id: 'scaling-needs-a-watch',
      level: 'error',
      seen: phrase`Auto scaling of ${inTheWay.map(({ scaled }) => scaled.variant).join(', ')} must be off during this update.`,
      why: phrase`With \`wait: false\` the step ends before it could restore it.`,
      remedy: phrase`Set \`wait: true\` for this rollout.`,
    },
  ];
}

/**
 * Deleting a step scaling policy takes it off its alarms, and the alarms stay; restored, it has
 * another ARN. https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DeleteScalingPolicy.html
 */
export function stepScalingKeepsItsAlarms({ inTheWay }: Facts): readonly Finding[] {
  return inTheWay.flatMap(({ scaled }) =>
    scaled.policies
      .filter(({ type }) => type === 'StepScaling')
      .map(({ name, alarms }): Finding => {
        const which = alarms.length > 0 ? ` (${alarms.join(', ')})` : '';
        return {
          id: 'step-scaling-loses-alarms',
          level: 'warning',
          seen: phrase`${scaled.variant} has the step scaling policy ${name}${which}.`,
          why: phrase`Removing scaling deletes the policy. It is restored under a new ARN, which its CloudWatch alarms do not trigger.`,
          remedy: phrase`After the rollout, give its alarms the new policy as their action.`,
        };
      }),
  );
}

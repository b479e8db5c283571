import { phrase } from '../text/phrase.ts';
import { existing, type Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/**
 * RetainDeploymentConfig reuses the last deployment configuration even of a deployment that was
 * rolled back: seen. FailureReason stays until an update succeeds, so it tells of one.
 */
export function lastDeploymentHeld(facts: Facts): readonly Finding[] {
  const before = existing(facts);
  if (facts.request.deployment.kind !== 'last' || !before) return [];
  const failed = before.failureReason !== undefined && before.failureReason !== '';
  if (!failed && before.status !== 'UpdateRollbackFailed') return [];
  return [
    {
      id: 'reuses-rolled-back-deployment',
      level: 'warning',
      seen: phrase`The last deployment did not succeed: ${before.failureReason || before.status}`,
      why: phrase`\`retain-deployment-config\` reuses the settings of that deployment, not those of the last good one.`,
      remedy: phrase`Give the strategy by its inputs this time.`,
    },
  ];
}

/** With nothing to reuse SageMaker does what it does by default. */
export function lastDeploymentIsKnown(facts: Facts): readonly Finding[] {
  const before = existing(facts);
  if (facts.request.deployment.kind !== 'last' || !before || before.lastDeploymentConfig) return [];
  return [
    {
      id: 'nothing-to-reuse',
      level: 'warning',
      seen: phrase`Endpoint ${before.name} has no last deployment configuration.`,
      why: phrase`\`retain-deployment-config\` has nothing to reuse: all traffic would move at once, unguarded.`,
      remedy: phrase`Give the strategy by its inputs.`,
    },
  ];
}

/** Whoever goes back after a deployment that ended so by itself may not know that it did. */
export function lastDeploymentDidNotGoBack(facts: Facts): readonly Finding[] {
  const before = existing(facts);
  const { source } = facts.request;
  if (source.kind !== 'back' || source.name !== undefined || !before?.failureReason) return [];
  return [
    {
      id: 'went-back-already',
      level: 'warning',
      seen: phrase`The last update was rolled back by SageMaker itself, to ${before.configName}: ${before.failureReason}`,
      why: phrase`This rollback goes one further back.`,
      remedy: phrase`No action needed if this is intended; otherwise run \`mode: rollback\` once more, which goes forward again.`,
    },
  ];
}

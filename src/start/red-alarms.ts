import { alarmsOf, withoutAlarms } from '../domain/deployment-config.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import { deploymentConfigOf } from '../domain/expectation.ts';
import { planFor } from '../domain/plan.ts';
import type { Deployment } from '../domain/request.ts';
import { lookUp } from '../run/look-up.ts';
import { type Run, requestOf, tell } from '../run/run.ts';

/**
 * Leaves those alarms out of the update to come that are in ALARM now: SageMaker would turn it back
 * at once, and they may be the very reason to go back. The others go on guarding it. Red alarms of
 * the last deployment are told too. Once, before the plan is told; alarms that cannot be read are
 * left to the pre-flight.
 */
export async function leaveRedAlarmsOut(run: Run, before: Snapshot): Promise<void> {
  if (run.told.state.plannedFor === before.configName) return;
  const request = requestOf(run);
  if (planFor(request.endpointConfigName, before).kind !== 'update') return;
  const config = deploymentConfigOf(request.deployment, before);
  const own = alarmsOf(config);
  const names = [...new Set([...own, ...alarmsOf(before.lastDeploymentConfig)])];
  if (names.length === 0) return;
  const answer = await lookUp(run, () => run.world.alarms.read(names));
  if (answer.kind !== 'found') return;
  const alarms = names.filter((name) => answer.value.get(name)?.state === 'ALARM');
  if (alarms.length === 0) return;
  const leftOut = alarms.filter((name) => own.includes(name));
  const deployment: Deployment =
    config && leftOut.length > 0
      ? { ...request.deployment, kind: 'given', config: withoutAlarms(config, leftOut) }
      : request.deployment;
  tell(run, { kind: 'alarmed', alarms, leftOut, deployment });
}

import type { Account } from '../account/account.ts';
import type { Durations } from '../account/durations.ts';
import type { DeploymentFault } from '../account/faults.ts';
import type { Fleet } from '../account/fleet.ts';
import type { AtStage } from '../account/moments.ts';

/** Where and why a deployment fails by itself. */
export interface Failure {
  readonly when: AtStage;
  readonly reason?: string | undefined;
}

/** All that is to go wrong with one deployment. */
export interface Troubles {
  readonly failures: readonly Failure[];
  readonly durations: Durations;
  readonly statusOfRollback: 'Updating' | 'RollingBack';
  readonly endOfRollback: 'rolled-back' | 'rollback-failed' | 'failed';
  readonly summaryLingersSeconds: number;
  readonly trafficLateSeconds: number;
}

/** A failing ping is given up only after more than twenty minutes. */
const healthCheckSeconds = 1230;

/** Reads what strikes a deployment that begins now: faults, and containers that never answer. */
export function readTroubles(
  { faults: inForce, containers, durations }: Account,
  endpoint: string,
  fleet: Fleet,
): Troubles {
  const faults = [...inForce.strikingDeployment(endpoint), ...containers.faultsOf(fleet)];
  const kinds = new Set(faults.map(({ kind }) => kind));
  const seconds = (kind: DeploymentFault['kind']) =>
    faults.reduce(
      (sum, fault) => (fault.kind === kind && 'seconds' in fault ? (fault.seconds ?? sum) : sum),
      0,
    );
  const usualLaunch = seconds('slow-launch') || durations.launch;
  const launch =
    usualLaunch +
    (kinds.has('failing-health-check') ? seconds('failing-health-check') || healthCheckSeconds : 0);
  return {
    failures: faults.flatMap((fault) => failureOf(fault, fleet)),
    durations: { ...durations, launch, summary: seconds('late-summary') || durations.summary },
    statusOfRollback: kinds.has('rolling-back-shown') ? 'RollingBack' : 'Updating',
    endOfRollback: endOf(kinds),
    summaryLingersSeconds: seconds('lingering-summary'),
    trafficLateSeconds: seconds('late-traffic'),
  };
}

function endOf(kinds: ReadonlySet<DeploymentFault['kind']>): Troubles['endOfRollback'] {
  if (kinds.has('ends-failed')) return 'failed';
  return kinds.has('rollback-fails') ? 'rollback-failed' : 'rolled-back';
}

function failureOf(fault: DeploymentFault, fleet: Fleet): Failure[] {
  if (fault.kind === 'insufficient-capacity') {
    return [
      {
        when: { stage: 'provisioning', afterSeconds: 60 },
        reason:
          'Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error.',
      },
    ];
  }
  if (fault.kind === 'failing-health-check') {
    return [
      {
        when: { stage: 'provisioning', afterSeconds: fault.seconds ?? healthCheckSeconds },
        reason: `The primary container for production variant ${fault.variant ?? fleet[0]?.name} did not pass the ping health check. Please check CloudWatch logs for this endpoint.`,
      },
    ];
  }
  return fault.kind === 'failing-deployment' ? [{ when: fault, reason: fault.reason }] : [];
}

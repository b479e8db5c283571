import { type Snapshot, type Traffic, trafficOf, type VariantStatus } from './endpoint.ts';
import type { Instant } from './request.ts';
import { variantStatuses } from './status.ts';

/** What SageMaker is doing in an update, as far as DescribeEndpoint shows it. */
export type Phase =
  | 'starting'
  | 'creating'
  | 'provisioning'
  | 'shifting-traffic'
  | 'baking'
  | 'final-bake'
  | 'removing-old-fleet'
  | 'rolling-back'
  | 'settling';

/** The phases of a rollout: those of its update, and what the action does after it. */
export type RolloutPhase = Phase | 'smoke-testing' | 'smoke-rollback';

/** A phase, who takes traffic in it, and when SageMaker says that it began. */
export interface Progress {
  readonly phase: Phase;
  readonly traffic: Traffic;
  readonly since: Instant | undefined;
}

/** The progress that one poll shows, `previous` being what the polls before it showed. */
export function progressOf(snapshot: Snapshot, previous: Progress | undefined): Progress {
  const traffic = snapshot.pending
    ? trafficOf(snapshot)
    : (previous?.traffic ?? trafficOf(snapshot));
  const statuses = statusesOf(snapshot);
  const starts = statuses.flatMap((status) => (status.since === undefined ? [] : [status.since]));
  return {
    phase: phaseOf(snapshot, traffic, previous),
    traffic,
    since: starts.length > 0 ? Math.max(...starts) : snapshot.pending?.startedAt,
  };
}

export function isSameProgress(one: Progress, other: Progress): boolean {
  return (
    one.phase === other.phase &&
    one.traffic.newInstances === other.traffic.newInstances &&
    one.traffic.oldInstances === other.traffic.oldInstances
  );
}

/** The statuses of the new fleet's variants, and of the old one's. */
export function statusesOf(snapshot: Snapshot): readonly VariantStatus[] {
  const fresh = snapshot.pending?.variants ?? [];
  return [...fresh, ...snapshot.variants].flatMap((variant) => variant.statuses);
}

function phaseOf(snapshot: Snapshot, traffic: Traffic, previous: Progress | undefined): Phase {
  if (snapshot.status === 'InService') return 'settling';
  if (snapshot.status === 'Creating') return 'creating';
  if (snapshot.status === 'RollingBack' || turnsBack(traffic, previous)) return 'rolling-back';
  if (relaunchesTheOld(snapshot)) return 'rolling-back';
  if (!snapshot.pending) return previous?.phase ?? 'starting';
  const statuses = statusesOf(snapshot).map((status) => status.status);
  if (!statuses.some(isKnown)) return phaseByTraffic(traffic, previous);
  if (statuses.includes('ActivatingTraffic')) return 'shifting-traffic';
  if (statuses.includes('Baking')) return hasAllTraffic(traffic) ? 'final-bake' : 'baking';
  if (statuses.includes('Deleting')) {
    return traffic.newInstances === 0 && traffic.oldInstances > 0
      ? 'rolling-back'
      : 'removing-old-fleet';
  }
  return 'provisioning';
}

function isKnown(status: string): boolean {
  return variantStatuses.some((known) => known === status);
}

/** The variants say nothing, or what is newer than this code: the traffic tells whether all goes on as before. */
function phaseByTraffic(traffic: Traffic, previous: Progress | undefined): Phase {
  const isSame = previous?.traffic.newInstances === traffic.newInstances;
  if (previous && isSame && previous.phase !== 'starting') return previous.phase;
  return traffic.newInstances === 0 ? 'provisioning' : 'shifting-traffic';
}

/** Serverless variants count no instances: of them no one knows. */
function hasAllTraffic({ newInstances, oldInstances }: Traffic): boolean {
  return oldInstances === 0 && newInstances > 0;
}

/** Going forward, nothing is launched but the new fleet: a rolling rollback launches old instances first. */
function relaunchesTheOld({ pending, variants }: Snapshot): boolean {
  const statuses = variants.flatMap((variant) => variant.statuses);
  return pending !== undefined && statuses.some(({ status }) => status === 'Creating');
}

/** Going forward, the new fleet never loses traffic: no one publishes the status of a rollback. */
function turnsBack(traffic: Traffic, previous: Progress | undefined): boolean {
  if (!previous) return false;
  if (traffic.newInstances < previous.traffic.newInstances) return true;
  return (
    previous.phase === 'rolling-back' && traffic.newInstances === previous.traffic.newInstances
  );
}

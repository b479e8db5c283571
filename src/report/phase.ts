import { sharePercent, type Traffic } from '../domain/endpoint.ts';
import type { RolloutPhase } from '../domain/phase.ts';

/** A phase in words; `share` is that of the traffic on the new fleet, in percent. */
export function phaseText(phase: RolloutPhase, share: number | undefined): string {
  switch (phase) {
    case 'starting':
      return 'Update accepted';
    case 'creating':
      return 'Creating the endpoint';
    case 'provisioning':
      return share ? 'Provisioning more instances' : 'Provisioning the new fleet';
    case 'shifting-traffic':
      return 'Moving traffic';
    case 'baking':
      return share === undefined ? 'Baking' : `Baking at ${share} %`;
    case 'final-bake':
      return 'Final bake';
    case 'removing-old-fleet':
      return 'Removing old instances';
    case 'rolling-back':
      return 'Rolling back';
    case 'settling':
      return 'Settling';
    case 'trying-out':
      return 'Trying it out';
    case 'turning-back':
      return 'Going back';
  }
}

/**
 * `1 of 3 new instances and 2 old take traffic (33 % new)`; undefined where instances are not
 * counted, or not yet.
 */
export function trafficText(phase: RolloutPhase, traffic: Traffic | undefined): string | undefined {
  const share = traffic && sharePercent(traffic);
  if (!traffic || share === undefined || traffic.newDesired === 0) return undefined;
  if (phase === 'starting' || phase === 'creating' || phase === 'settling') return undefined;
  return `${traffic.newInstances} of ${traffic.newDesired} new instances and ${traffic.oldInstances} old take traffic (${share} % new)`;
}

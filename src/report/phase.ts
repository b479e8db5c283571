import { sharePercent, type Traffic } from '../domain/endpoint.ts';
import type { RolloutPhase } from '../domain/phase.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** A phase in words; `share` is that of the traffic on the new fleet, in percent. */
export function phaseText(phase: RolloutPhase, share: number | undefined): Phrase {
  switch (phase) {
    case 'starting':
      return phrase`Update accepted`;
    case 'creating':
      return phrase`Creating the endpoint`;
    case 'provisioning':
      return share ? phrase`Provisioning more instances` : phrase`Provisioning the new fleet`;
    case 'shifting-traffic':
      return phrase`Moving traffic`;
    case 'baking':
      return share === undefined ? phrase`Baking` : phrase`Baking at ${share} %`;
    case 'final-bake':
      return phrase`Final bake`;
    case 'removing-old-fleet':
      return phrase`Removing old instances`;
    case 'rolling-back':
      return phrase`Rolling back`;
    case 'settling':
      return phrase`Settling`;
    case 'smoke-testing':
      return phrase`Smoke testing`;
    case 'smoke-rollback':
      return phrase`Rolling back`;
  }
}

/**
 * `1 of 3 new instances and 2 old take traffic (33 % new)`; undefined where instances are not
 * counted, or not yet.
 */
export function trafficText(phase: RolloutPhase, traffic: Traffic | undefined): Phrase | undefined {
  const share = traffic && sharePercent(traffic);
  if (!traffic || share === undefined || traffic.newDesired === 0) return undefined;
  if (phase === 'starting' || phase === 'creating' || phase === 'settling') return undefined;
  return phrase`${traffic.newInstances} of ${traffic.newDesired} new instances and ${traffic.oldInstances} old take traffic (${share} % new)`;
}

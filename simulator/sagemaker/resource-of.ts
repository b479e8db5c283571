import type { Place } from '../aws/place.ts';
import type { Input } from '../aws/protocol.ts';
import { arnOf } from './arn.ts';
import type { ResourceKind } from './errors.ts';
import type { CallFault } from './faults.ts';

const nameMembers: readonly (readonly [ResourceKind, string])[] = [
  ['endpoint', 'EndpointName'],
  ['endpoint-config', 'EndpointConfigName'],
  ['model', 'ModelName'],
];

/** The resource that the caller may not touch: the wanted kind, or the first that the call names. */
export function resourceOf(input: Input, place: Place, fault: CallFault): string {
  const wanted = fault.kind === 'access-denied' ? fault.resource : undefined;
  for (const [kind, member] of nameMembers) {
    const name = input[member];
    if (typeof name === 'string' && (wanted ?? kind) === kind) return arnOf(place, kind, name);
  }
  return typeof input.ResourceArn === 'string' ? input.ResourceArn : '*';
}

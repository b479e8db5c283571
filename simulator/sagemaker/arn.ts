import type { Place } from '../aws/place.ts';
import type { ResourceKind } from './errors.ts';

/** The name's case is kept, as SageMaker does since 2024. */
export function arnOf(place: Place, kind: ResourceKind, name: string): string {
  return `arn:aws:sagemaker:${place.region}:${place.account}:${kind}/${name}`;
}

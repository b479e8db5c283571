import type { ResourceKind } from './errors.ts';

/** Where resources live: a region of an account. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

/** The name's case is kept, as SageMaker does since 2024. */
export function arnOf(place: Place, kind: ResourceKind, name: string): string {
  return `arn:aws:sagemaker:${place.region}:${place.account}:${kind}/${name}`;
}

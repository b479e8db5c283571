import type { Place } from './place.ts';

/** What SageMaker keeps under a name. */
export type ResourceKind =
  | 'endpoint'
  | 'endpoint-config'
  | 'model'
  | 'inference-component'
  | 'transform-job';

/** What the model registry keeps. */
export type RegistryKind = 'model-package-group' | 'model-package';

/** The name's case is kept, as SageMaker does since 2024. */
export function arnOf(place: Place, kind: ResourceKind | RegistryKind, name: string): string {
  return `arn:aws:sagemaker:${place.region}:${place.account}:${kind}/${name}`;
}

export function alarmArnOf(place: Place, name: string): string {
  return `arn:aws:cloudwatch:${place.region}:${place.account}:alarm:${name}`;
}

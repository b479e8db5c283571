import type { DeploymentConfig } from './deployment-config.ts';

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const variantProperties = [
  'DesiredInstanceCount',
  'DesiredWeight',
  'DataCaptureConfig',
] as const;
/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VariantProperty.html */
export type VariantProperty = (typeof variantProperties)[number];

/** How the new fleet is to take over: as SageMaker does by default, as last time, or as given. */
export type Deployment =
  | { readonly kind: 'default' }
  | { readonly kind: 'last' }
  | { readonly kind: 'given'; readonly config: DeploymentConfig };

/** Which variant properties of the serving fleet the new one takes over. */
export type Retention =
  | { readonly kind: 'none' }
  | { readonly kind: 'all-but'; readonly excluded: readonly VariantProperty[] };

/** What the user asked for: one endpoint configuration on one endpoint. */
export interface RolloutRequest {
  readonly endpointName: string;
  readonly endpointConfigName: string;
  readonly deployment: Deployment;
  readonly retention: Retention;
  /** What to do while an update of another configuration is running. */
  readonly ifInProgress: 'wait' | 'fail';
  /** Whether to stay until the endpoint has settled, or to start the update and leave. */
  readonly watch: 'until-settled' | 'start-only';
  /** The longest time to watch; undefined: the rollout's own worst case plus a margin. */
  readonly waitTimeoutSeconds: number | undefined;
  /** The longest time between two looks. */
  readonly pollIntervalSeconds: number;
}

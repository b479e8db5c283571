/**
 * The deployment configuration of an UpdateEndpoint call, member for member as the API has it.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeploymentConfig.html
 */
export interface DeploymentConfig {
  readonly BlueGreenUpdatePolicy?: BlueGreenUpdatePolicy;
  readonly RollingUpdatePolicy?: RollingUpdatePolicy;
  readonly AutoRollbackConfiguration?: AutoRollbackConfiguration;
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_BlueGreenUpdatePolicy.html */
export interface BlueGreenUpdatePolicy {
  readonly TrafficRoutingConfiguration: TrafficRoutingConfiguration;
  readonly TerminationWaitInSeconds?: number;
  readonly MaximumExecutionTimeoutInSeconds?: number;
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TrafficRoutingConfig.html */
export interface TrafficRoutingConfiguration {
  readonly Type: (typeof trafficRoutingTypes)[number];
  readonly WaitIntervalInSeconds: number;
  readonly CanarySize?: CapacitySize;
  readonly LinearStepSize?: CapacitySize;
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RollingUpdatePolicy.html */
export interface RollingUpdatePolicy {
  readonly MaximumBatchSize: CapacitySize;
  readonly WaitIntervalInSeconds: number;
  readonly MaximumExecutionTimeoutInSeconds?: number;
  readonly RollbackMaximumBatchSize?: CapacitySize;
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AutoRollbackConfig.html */
export interface AutoRollbackConfiguration {
  readonly Alarms?: readonly { readonly AlarmName?: string }[];
}

/** A number of instances, or a percentage of the variant's instances. */
export interface CapacitySize {
  readonly Type: (typeof capacitySizeTypes)[number];
  readonly Value: number;
}

export const trafficRoutingTypes = ['ALL_AT_ONCE', 'CANARY', 'LINEAR'] as const;
export const capacitySizeTypes = ['INSTANCE_COUNT', 'CAPACITY_PERCENT'] as const;

/** Something of which a member may still be missing; sizes are whole or not there. */
export type Draft<T> = T extends CapacitySize
  ? T
  : T extends object
    ? { readonly [Member in keyof T]?: Draft<T[Member]> | undefined }
    : T;

/** A DeploymentConfig that has not been held against SageMaker's rules yet. */
export type DeploymentDraft = Draft<DeploymentConfig>;

/** The names of the alarms that roll a deployment back. */
export function alarmsOf(config: DeploymentDraft | undefined): readonly string[] {
  const alarms = config?.AutoRollbackConfiguration?.Alarms ?? [];
  return alarms.flatMap((alarm) => (alarm?.AlarmName === undefined ? [] : [alarm.AlarmName]));
}

/** The same deployment without some of its alarms. */
export function withoutAlarms(
  config: DeploymentConfig,
  names: readonly string[],
): DeploymentConfig {
  const { AutoRollbackConfiguration: rollback, ...others } = config;
  const Alarms = (rollback?.Alarms ?? []).filter(
    ({ AlarmName = '' }) => AlarmName !== '' && !names.includes(AlarmName),
  );
  return Alarms.length > 0
    ? { ...others, AutoRollbackConfiguration: { ...rollback, Alarms } }
    : others;
}

/** A size as an input writes it: `10%` or `2`. */
export function sizeText({ Type: type, Value: value }: CapacitySize): string {
  return type === 'CAPACITY_PERCENT' ? `${value}%` : `${value}`;
}

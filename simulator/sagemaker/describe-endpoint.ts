import type { StoredEndpointConfig } from '../account/account.ts';
import type { Endpoint } from '../account/endpoint.ts';
import type { Pending } from '../account/endpoint-state.ts';
import type { Fleet, Variant } from '../account/fleet.ts';
import type { ShownState } from '../account/guise.ts';

/** The answer of DescribeEndpoint to a state; members that are not set are left out. */
export function describe(
  endpoint: Endpoint,
  state: ShownState,
  config: StoredEndpointConfig | undefined,
): object {
  return {
    EndpointName: endpoint.name,
    EndpointArn: endpoint.arn,
    EndpointConfigName: state.configName,
    ...fleetMembers(state.live, describeLive),
    DataCaptureConfig: describeDataCapture(config),
    EndpointStatus: state.status,
    FailureReason: state.failureReason,
    CreationTime: new Date(endpoint.createdAt),
    LastModifiedTime: new Date(state.modifiedAt),
    LastDeploymentConfig: state.lastDeploymentConfig,
    AsyncInferenceConfig: config?.input.AsyncInferenceConfig,
    PendingDeploymentSummary: state.pending && describePending(state.pending),
    ExplainerConfig: config?.input.ExplainerConfig,
    MetricsConfig: config?.input.MetricsConfig,
  };
}

function describePending({ configName, since, fleet }: Pending): object {
  return {
    EndpointConfigName: configName,
    ...fleetMembers(fleet, describeNew),
    StartTime: new Date(since),
  };
}

/** A fleet of no one (while an endpoint is created) has no member at all. */
function fleetMembers(fleet: Fleet, describeOne: (variant: Variant) => object): object {
  const of = (role: Variant['role']) => {
    const variants = fleet.filter((variant) => variant.role === role);
    return variants.length > 0 ? variants.map(describeOne) : undefined;
  };
  return { ProductionVariants: of('production'), ShadowProductionVariants: of('shadow') };
}

function describeLive(variant: Variant): object {
  const { activity, capacity, images, weight } = variant;
  return {
    VariantName: variant.name,
    DeployedImages: images?.map(({ specified, resolved, resolvedAt }) => ({
      SpecifiedImage: specified,
      ResolvedImage: resolved,
      ResolutionTime: new Date(resolvedAt),
    })),
    CurrentWeight: weight.current,
    DesiredWeight: weight.desired,
    ...(capacity.kind === 'instances'
      ? { CurrentInstanceCount: capacity.current, DesiredInstanceCount: capacity.desired }
      : { CurrentServerlessConfig: capacity.config, DesiredServerlessConfig: capacity.config }),
    ...variant.repeated,
    VariantStatus: activity && [
      {
        Status: activity.status,
        StatusMessage: activity.message,
        StartTime: activity.since === undefined ? undefined : new Date(activity.since),
      },
    ],
  };
}

/** Pending variants have their instance type, without its `ml.`. */
function describeNew(variant: Variant): object {
  const type = variant.capacity.kind === 'instances' ? variant.capacity.type : undefined;
  return { ...describeLive(variant), InstanceType: type?.replace(/^ml\./, '') };
}

function describeDataCapture(config: StoredEndpointConfig | undefined): object | undefined {
  const capture = config?.input.DataCaptureConfig;
  if (!capture) return undefined;
  const enabled = capture.EnableCapture ?? false;
  return {
    EnableCapture: enabled,
    CaptureStatus: enabled ? 'Started' : 'Stopped',
    CurrentSamplingPercentage: capture.InitialSamplingPercentage,
    DestinationS3Uri: capture.DestinationS3Uri,
    KmsKeyId: capture.KmsKeyId ?? '',
  };
}

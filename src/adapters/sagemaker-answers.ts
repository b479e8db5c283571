import type {
  Tag as ApiTag,
  DescribeEndpointOutput,
  PendingProductionVariantSummary,
  ProductionVariantSummary,
} from '@aws-sdk/client-sagemaker';
import type { DeploymentConfig } from '../domain/deployment-config.ts';
import type { Snapshot, Variant } from '../domain/endpoint.ts';
import type { Tag } from '../domain/tags.ts';
import { excerpt } from '../domain/text/excerpt.ts';

/**
 * Characters; the API says 1,024. It goes into outputs, which GitHub takes up to a mebibyte.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html
 */
const longestReason = 4_000;

/** Our narrow view of an answer of DescribeEndpoint. */
export function snapshotOf(answer: DescribeEndpointOutput): Snapshot {
  const pending = answer.PendingDeploymentSummary;
  return {
    name: answer.EndpointName ?? '',
    arn: answer.EndpointArn ?? '',
    status: answer.EndpointStatus ?? '',
    configName: answer.EndpointConfigName ?? '',
    failureReason: answer.FailureReason && excerpt(answer.FailureReason, longestReason),
    createdAt: answer.CreationTime?.getTime() ?? 0,
    lastModified: answer.LastModifiedTime?.getTime() ?? 0,
    variants: variantsOf(answer.ProductionVariants),
    shadowVariants: variantsOf(answer.ShadowProductionVariants),
    pending: pending && {
      configName: pending.EndpointConfigName ?? '',
      startedAt: pending.StartTime?.getTime(),
      variants: variantsOf(pending.ProductionVariants),
      shadowVariants: variantsOf(pending.ShadowProductionVariants),
    },
    lastDeploymentConfig: answer.LastDeploymentConfig as DeploymentConfig | undefined,
  };
}

function variantsOf(
  summaries: readonly (ProductionVariantSummary & PendingProductionVariantSummary)[] = [],
): readonly Variant[] {
  return summaries.map((summary) => ({
    name: summary.VariantName ?? '',
    currentInstances: summary.CurrentInstanceCount,
    desiredInstances: summary.DesiredInstanceCount,
    currentWeight: summary.CurrentWeight,
    instanceType: summary.InstanceType,
    images: (summary.DeployedImages ?? []).map((image) => ({
      specified: image.SpecifiedImage,
      resolved: image.ResolvedImage,
      resolvedAt: image.ResolutionTime?.getTime(),
    })),
    statuses: (summary.VariantStatus ?? []).map(({ Status, StartTime }) => ({
      status: Status ?? '',
      since: StartTime?.getTime(),
    })),
  }));
}

export function tagOf({ Key = '', Value = '' }: ApiTag): Tag {
  return { Key, Value };
}

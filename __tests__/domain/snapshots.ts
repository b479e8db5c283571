import type { PendingDeployment, Snapshot, Variant } from '../../src/domain/endpoint.ts';
import type { Instant } from '../../src/domain/request.ts';

/** Seconds after 2026-03-02T09:00:00Z, the moment of the call in these tests. */
export function at(seconds: number): Instant {
  return Date.UTC(2026, 2, 2, 9) + 1000 * seconds;
}

/** When the endpoint was last modified before the call. */
export const lastWeek = at(-7 * 24 * 3600);

/** Endpoint `fraud`: three instances serve `fraud-v1` since last week, unless said otherwise. */
export function endpoint(told: Partial<Snapshot> = {}): Snapshot {
  return {
    name: 'fraud',
    arn: 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud',
    status: 'InService',
    configName: 'fraud-v1',
    failureReason: undefined,
    createdAt: lastWeek,
    lastModified: lastWeek,
    variants: [variant(3, 3)],
    shadowVariants: [],
    pending: undefined,
    lastDeploymentConfig: undefined,
    ...told,
  };
}

/** The endpoint while it is being updated, the call having been made at `at(0)`. */
export function updating(told: Partial<Snapshot> = {}): Snapshot {
  return endpoint({ status: 'Updating', lastModified: at(0), ...told });
}

/** A new fleet on its way, by its configuration and its variants. */
export function pending(configName: string, ...variants: readonly Variant[]): PendingDeployment {
  return { configName, startedAt: at(3), variants, shadowVariants: [] };
}

/** A variant: so many of its instances take traffic, and what SageMaker says it does, since when. */
export function variant(
  current: number | undefined,
  desired: number | undefined,
  status?: string,
  since?: Instant,
): Variant {
  return {
    name: 'AllTraffic',
    currentInstances: current,
    desiredInstances: desired,
    currentWeight: 1,
    instanceType: undefined,
    images: [],
    statuses: status === undefined ? [] : [{ status, since }],
  };
}

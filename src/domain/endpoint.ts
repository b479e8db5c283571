import type { DeploymentConfig } from './deployment-config.ts';
import type { Instant } from './request.ts';
import { absentStatus, conditionOf } from './status.ts';

/**
 * Our narrow view of an endpoint: one answer of DescribeEndpoint.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html
 */
export interface Snapshot {
  readonly name: string;
  readonly arn: string;
  /** One of the API's statuses, or one that is newer than this code. */
  readonly status: string;
  /** The configuration that serves: until an update has succeeded, the old one. */
  readonly configName: string;
  /** May be the text of an earlier rollback: it stays until an update succeeds. */
  readonly failureReason: string | undefined;
  /** Another time than before: it was deleted, and created again under its name. */
  readonly createdAt: Instant;
  readonly lastModified: Instant;
  /** The serving fleet. */
  readonly variants: readonly Variant[];
  readonly shadowVariants: readonly Variant[];
  /** The update in flight; appears some seconds after the call. */
  readonly pending: PendingDeployment | undefined;
  readonly lastDeploymentConfig: DeploymentConfig | undefined;
}

/** An update in flight, and the new fleet it brings up. */
export interface PendingDeployment {
  readonly configName: string;
  readonly startedAt: Instant | undefined;
  readonly variants: readonly Variant[];
  readonly shadowVariants: readonly Variant[];
}

/** A production or shadow variant of one fleet. */
export interface Variant {
  readonly name: string;
  /** Instances with traffic on; undefined for serverless variants. */
  readonly currentInstances: number | undefined;
  readonly desiredInstances: number | undefined;
  readonly currentWeight: number | undefined;
  /** As SageMaker writes it, with or without `ml.`; serving variants have none. */
  readonly instanceType: string | undefined;
  readonly images: readonly Image[];
  readonly statuses: readonly VariantStatus[];
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeployedImage.html */
export interface Image {
  /** The address as the model names it, mostly with a tag. */
  readonly specified: string | undefined;
  /** The address with the digest that was deployed. */
  readonly resolved: string | undefined;
  /** When that digest was looked up: some seconds after the call that deployed it. */
  readonly resolvedAt: Instant | undefined;
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantStatus.html */
export interface VariantStatus {
  /** One of `variantStatuses`, or one that is newer than this code. */
  readonly status: string;
  readonly since: Instant | undefined;
}

/** An endpoint that does not exist, as the state before its creation. */
export function absentEndpoint(name: string): Snapshot {
  return {
    name,
    arn: '',
    status: absentStatus,
    configName: '',
    failureReason: undefined,
    createdAt: 0,
    lastModified: 0,
    variants: [],
    shadowVariants: [],
    pending: undefined,
    lastDeploymentConfig: undefined,
  };
}

/** Absent, or being created: a configuration that it names does not serve yet. */
export function servesNothing(snapshot: Snapshot): boolean {
  return isAbsent(snapshot) || snapshot.status === 'Creating';
}

export function isAbsent(snapshot: Snapshot): boolean {
  return conditionOf(snapshot.status) === 'absent';
}

/**
 * Whether something is being done to the endpoint, or may be, by a status that is not known yet:
 * nothing can be concluded or changed meanwhile.
 */
export function isRunning({ status }: Snapshot): boolean {
  const condition = conditionOf(status);
  return condition === 'running' || condition === 'unknown';
}

/** Whether what is seen was created after `known` was modified: that one was deleted meanwhile. */
export function isCreatedAgain(seen: Snapshot, known: Snapshot | undefined): boolean {
  return known !== undefined && !isAbsent(known) && seen.createdAt > known.lastModified;
}

/** Whether its status is not known yet, and it names no update that would say more. */
export function isPuzzling({ status, pending }: Snapshot): boolean {
  return conditionOf(status) === 'unknown' && pending === undefined;
}

/** Something that is being done to an endpoint and keeps it from being updated. */
export interface InFlight {
  readonly status: string;
  /** The configuration that is being rolled out; unknown for scaling, maintenance and the first seconds. */
  readonly configName: string | undefined;
}

export function inFlightOf(snapshot: Snapshot): InFlight {
  const creating = snapshot.status === 'Creating' ? snapshot.configName : undefined;
  return { status: snapshot.status, configName: snapshot.pending?.configName ?? creating };
}

/** Instances that take traffic, old fleet and new, over all production variants. */
export interface Traffic {
  readonly newInstances: number;
  readonly newDesired: number;
  readonly oldInstances: number;
}

export function trafficOf(snapshot: Snapshot): Traffic {
  const fresh = snapshot.pending?.variants ?? [];
  return {
    newInstances: total(fresh.map((variant) => variant.currentInstances)),
    newDesired: total(fresh.map((variant) => variant.desiredInstances)),
    oldInstances: total(snapshot.variants.map((variant) => variant.currentInstances)),
  };
}

/** Share of the traffic on the new fleet in whole percent; undefined while nothing takes traffic. */
export function sharePercent(traffic: Traffic): number | undefined {
  const all = traffic.newInstances + traffic.oldInstances;
  return all === 0 ? undefined : Math.round((100 * traffic.newInstances) / all);
}

function total(counts: readonly (number | undefined)[]): number {
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

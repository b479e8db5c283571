import { inFlightOf, type Snapshot } from './endpoint.ts';
import type { RolloutRecord } from './record.ts';
import type { Instant } from './request.ts';

/**
 * When the endpoint began to run what runs under that name, at the latest; undefined: nothing does.
 * A configuration or a model that was created later is another one than the one that runs.
 */
export function runsSince(
  configName: string,
  snapshot: Snapshot,
  record: RolloutRecord | undefined,
): Instant | undefined {
  if (snapshot.configName === configName) return servesSince(snapshot, record);
  // The call of an update sets LastModifiedTime.
  return inFlightOf(snapshot).configName === configName ? snapshot.lastModified : undefined;
}

/**
 * When the endpoint began to serve its configuration, at the latest. The record of the rollout that
 * brought it says best; else its images were resolved some seconds after the call. Scaling moves
 * LastModifiedTime, which is never earlier than either.
 */
export function servesSince(snapshot: Snapshot, record: RolloutRecord | undefined): Instant {
  const recorded = record?.current === snapshot.configName ? record.since : undefined;
  const known = recorded === undefined ? resolutionTimes(snapshot) : [recorded];
  return Math.min(snapshot.lastModified, ...known);
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeployedImage.html */
function resolutionTimes({ variants, shadowVariants }: Snapshot): readonly Instant[] {
  return [...variants, ...shadowVariants].flatMap(({ images }) =>
    images.flatMap(({ resolvedAt }) => resolvedAt ?? []),
  );
}

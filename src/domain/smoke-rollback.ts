import { isAbsent, isRunning, type Snapshot } from './endpoint.ts';
import {
  initialInstancesOf,
  instanceTypesOf,
  productionVariantsOf,
  variantNameOf,
} from './endpoint-config.ts';
import type { JsonObject } from './json.ts';
import type { RolloutRequest } from './request.ts';

/** The configuration to roll back to; undefined where none served before that is known. */
export function previousConfig(
  requested: string,
  before: Snapshot | undefined,
): string | undefined {
  if (!before || isAbsent(before) || before.configName === requested) return undefined;
  return before.configName;
}

/** Whose configuration is there instead of what was tried; undefined while it is ours. */
export function intruder(requested: string, poll: Snapshot): string | undefined {
  const pending = poll.pending?.configName;
  if (pending !== undefined && pending !== requested) return pending;
  return isRunning(poll) || poll.configName === requested ? undefined : poll.configName;
}

/** The update back: all at once, as SageMaker does where nothing else is said. */
export function requestBack(
  request: RolloutRequest,
  to: string,
  retention: RolloutRequest['retention'],
): RolloutRequest {
  return {
    ...request,
    endpointConfigName: to,
    source: { kind: 'existing', name: to },
    createEndpoint: 'never',
    deployment: { kind: 'default' },
    retention,
    ifInProgress: 'wait',
    ifOlderCommit: 'allow',
    waitTimeoutSeconds: undefined,
  };
}

/**
 * What the fleet that comes back takes over. Where the user keeps properties, the same ones; else
 * instance counts, where they are at least those of the configuration and of the same instances.
 * A weight may be the very thing that was changed: it is the configuration's.
 */
export function retentionBack(
  { retention }: RolloutRequest,
  serving: Snapshot,
  configs: { readonly from: JsonObject | undefined; readonly to: JsonObject | undefined },
): RolloutRequest['retention'] {
  if (retention.kind === 'all-but') return retention;
  const { from, to } = configs;
  const keeps = from && to && productionVariantsOf(to).every((variant) => isEnough(variant, from));
  return keeps && productionVariantsOf(from).length === productionVariantsOf(to).length
    ? { kind: 'all-but', excluded: ['DesiredWeight'] }
    : { kind: 'none' };

  function isEnough(variant: JsonObject, other: JsonObject): boolean {
    const name = variantNameOf(variant);
    const now = productionVariantsOf(other).find((one) => variantNameOf(one) === name);
    const count = serving.variants.find((one) => one.name === name)?.desiredInstances;
    const initial = initialInstancesOf(variant);
    if (!now || count === undefined || initial === undefined) return false;
    return count >= initial && String(instanceTypesOf(now)) === String(instanceTypesOf(variant));
  }
}

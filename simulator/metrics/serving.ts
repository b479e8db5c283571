import type { EndpointState } from '../account/endpoint-state.ts';
import { currentOf, type Fleet, type Variant } from '../account/fleet.ts';
import type { Instant } from '../clock.ts';

export const minuteMs = 60_000;

export type History = readonly { readonly at: Instant; readonly state: EndpointState }[];

/** Instances with traffic that carry a variant of one configuration. */
export interface Carrier {
  readonly configName: string;
  readonly model: string | undefined;
  readonly instances: number;
  /** Since when this configuration has traffic without a break. */
  readonly since: Instant;
}

/** A variant while nothing changes: the fleet that lives and the one that is to take over. */
export interface ServingVariant {
  readonly name: string;
  readonly role: Variant['role'];
  readonly weight: number;
  readonly live: Carrier | undefined;
  readonly pending: Carrier | undefined;
}

/** A stretch of time in which nothing about the fleets changes. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly variants: readonly ServingVariant[];
}

/** Who served, from an instant to another one. */
export function stretchesIn(history: History, from: Instant, to: Instant): Stretch[] {
  return history.flatMap(({ at, state }, index) => {
    const next = history[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const stretch = { from: Math.max(at, from), to: Math.min(next, to) };
    if (stretch.from >= stretch.to) return [];
    const since = (configName: string) => trafficSince(history, index, configName);
    return [{ ...stretch, variants: variantsOf(state, since) }];
  });
}

/** Since when metrics have EndpointConfigName: from the first traffic of a second fleet on. */
export function configsToldSince(history: History): Instant {
  const first = history.find(({ state }) => hasTraffic(state.pending?.fleet));
  return first?.at ?? Number.POSITIVE_INFINITY;
}

const serving: readonly string[] = [
  'InService',
  'Updating',
  'SystemUpdating',
  'RollingBack',
  'UpdateRollbackFailed',
];

function variantsOf(state: EndpointState, since: (configName: string) => Instant) {
  if (!serving.includes(state.status)) return [];
  const pending = state.pending?.fleet ?? [];
  const keys = new Map([...state.live, ...pending].map((each) => [keyOf(each), each]));
  const carrierIn = (fleet: Fleet, key: string, configName = ''): Carrier | undefined => {
    const variant = fleet.find((each) => keyOf(each) === key);
    const instances = variant ? instancesOf(variant) : 0;
    if (!variant || instances === 0) return undefined;
    return { configName, model: variant.model, instances, since: since(configName) };
  };
  return [...keys].map(([key, { name, role, weight }]): ServingVariant => {
    const live = carrierIn(state.live, key, state.configName);
    const next = carrierIn(pending, key, state.pending?.configName);
    return { name, role, weight: live || next ? weight.current : 0, live, pending: next };
  });
}

function keyOf({ role, name }: Variant): string {
  return `${role} ${name}`;
}

/** A serverless variant counts as one instance; its new fleet has no traffic before it lives. */
function instancesOf(variant: Variant): number {
  if (variant.capacity.kind === 'instances') return currentOf(variant);
  return variant.activity ? 0 : 1;
}

function hasTraffic(fleet: Fleet | undefined): boolean {
  return fleet?.some((variant) => instancesOf(variant) > 0) ?? false;
}

function trafficSince(history: History, index: number, configName: string): Instant {
  const has = (state: EndpointState | undefined) =>
    (state?.configName === configName && hasTraffic(state.live)) ||
    (state?.pending?.configName === configName && hasTraffic(state.pending.fleet));
  let first = index;
  while (first > 0 && has(history[first - 1]?.state)) first -= 1;
  return history[first]?.at ?? 0;
}

import type { Latency, ModelBehavior, ModelError, OverTime, Traffic } from '../account/traffic.ts';
import type { Instant } from '../clock.ts';
import { chanceFrom } from '../time/chance.ts';
import { type Carrier, minuteMs, type ServingVariant, type Stretch } from './serving.ts';

/** One request to a model: how it failed, if it did, and how long the model took. */
export interface Outcome {
  readonly error: ModelError | undefined;
  readonly micros: number;
}

/** What the instances of one configuration made of the requests to a variant. */
export interface Served {
  readonly variant: string;
  readonly configName: string;
  readonly instances: number;
  /** Of all configurations that share the variant. */
  readonly allInstances: number;
  readonly outcomes: readonly Outcome[];
}

/** Every request of a stretch of time, by who served it: the same whenever it is asked. */
export function servedIn(stretch: Stretch, traffic: Traffic): Served[] {
  const first = requestsBefore(stretch.from, traffic);
  const end = requestsBefore(stretch.to, traffic);
  const production = stretch.variants.filter(({ role }) => role === 'production');
  const all = production.reduce((sum, { weight }) => sum + weight, 0);
  let before = 0;
  return stretch.variants.flatMap((variant) => {
    if (variant.role === 'shadow') return split(variant, { first, end }, stretch, traffic);
    const from = all > 0 ? before / all : 0;
    before += variant.weight;
    const to = all > 0 ? before / all : 0;
    const upTo = (sequence: number) => Math.floor(sequence * to) - Math.floor(sequence * from);
    return split(variant, { first: upTo(first), end: upTo(end) }, stretch, traffic);
  });
}

/** Requests are numbered from 1970 on, so that every minute has its share of any rate. */
function requestsBefore(instant: Instant, { requestsPerMinute }: Traffic): number {
  return Math.floor((instant / minuteMs) * requestsPerMinute + 0.5);
}

interface Numbers {
  readonly first: number;
  readonly end: number;
}

/** The share of traffic is the share of instances, less or more a tenth of it by chance. */
function split(
  { name, live, pending }: ServingVariant,
  { first, end }: Numbers,
  stretch: Stretch,
  traffic: Traffic,
): Served[] {
  const all = end - first;
  const allInstances = (live?.instances ?? 0) + (pending?.instances ?? 0);
  const share = (pending?.instances ?? 0) / allInstances;
  let toPending = share === 1 ? all : 0;
  if (pending && live) {
    const chance = chanceOf(traffic, minuteOf(stretch.from, pending.since), 0);
    const more = Math.round((2 * chance() - 1) * 0.1 * all * share);
    const even = Math.floor(end * share) - Math.floor(first * share);
    toPending = Math.min(all, Math.max(0, even + more));
  }
  const served = (carrier: Carrier | undefined, count: number) =>
    carrier ? [{ variant: name, allInstances, ...serve(carrier, count, stretch, traffic) }] : [];
  return [...served(live, all - toPending), ...served(pending, toPending)];
}

function serve(carrier: Carrier, count: number, stretch: Stretch, traffic: Traffic) {
  const { configName, instances, model = '', since } = carrier;
  const behavior = traffic.models?.[model] ?? traffic.otherModels ?? {};
  const minute = minuteOf(stretch.from, since);
  const rate = valueAt(behavior.errorRate ?? 0, minute);
  const chance = chanceOf(traffic, minute, stretch.from / 1000);
  const outcomes = Array.from({ length: count }, (_, index) => ({
    error: chance() < rate ? (behavior.errors ?? 'model 5xx') : undefined,
    micros: microsOf(behavior, minute, (index + 0.5) / count),
  }));
  return { configName, instances, outcomes };
}

function microsOf({ latency = usualLatency }: ModelBehavior, minute: number, rank: number) {
  const { micros, spread = 0.2 } = valueAt(latency, minute);
  return micros * (1 + spread * (2 * rank - 1));
}

const usualLatency: Latency = { micros: 3000 };

/** Minute 0 is the minute by the clock in which traffic began. */
function minuteOf(instant: Instant, since: Instant): number {
  return Math.floor(instant / minuteMs) - Math.floor(since / minuteMs);
}

function valueAt<T extends number | object>(value: OverTime<T>, minute: number): T {
  if (!Array.isArray(value)) return value as T;
  const steps = value as readonly { readonly fromMinute: number; readonly is: T }[];
  const step = steps.findLast(({ fromMinute }) => fromMinute <= minute) ?? steps[0];
  if (!step) throw new Error('A value over time has at least one step');
  return step.is;
}

function chanceOf({ seed = 0 }: Traffic, minute: number, salt: number): () => number {
  return chanceFrom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(minute + 1, 0x85ebca6b) ^ salt);
}

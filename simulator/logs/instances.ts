import { createHash } from 'node:crypto';
import type { Endpoint } from '../account/endpoint.ts';
import type { EndpointState } from '../account/endpoint-state.ts';
import { currentOf, desiredOf, type Fleet, type Variant } from '../account/fleet.ts';
import type { Instant } from '../clock.ts';

/** An instance of a fleet, from its launch to its end; one of a serverless variant stands for all. */
export interface Instance {
  readonly id: string;
  readonly variant: Variant;
  readonly launchedAt: Instant;
  /** Its place among those that were launched with it. */
  readonly place: number;
  /** Never, so far as is known. */
  endedAt: Instant;
  /** While it has traffic. */
  readonly serving: { readonly from: Instant; until: Instant }[];
}

const never = Number.POSITIVE_INFINITY;

type Count = (variant: Variant, running: number) => number;

/** Every instance that an endpoint has had, read from its history: who is new, who stays, who goes. */
export function instancesOf(endpoint: Endpoint, deletedAt: Instant | undefined): Instance[] {
  const fleets = new Fleets(endpoint);
  for (const { at, state } of endpoint.history) fleets.turnInto(state, at);
  if (deletedAt !== undefined) fleets.end(deletedAt);
  return fleets.all;
}

class Fleets {
  readonly all: Instance[] = [];
  readonly #endpoint: Endpoint;
  #configName: string | undefined;
  #live: Instance[] = [];
  #pending: Instance[] = [];

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  turnInto({ configName, live, pending, launching }: EndpointState, at: Instant): void {
    if (configName !== this.#configName) {
      end(this.#live, at);
      this.#live = this.#pending;
      this.#pending = [];
      this.#configName = configName;
    }
    this.#live = this.#become(this.#live, { fleet: launching ?? live, count: inLive, at });
    // What still shows as pending after the success is what serves.
    const next = pending && pending.configName !== configName ? pending.fleet : [];
    this.#pending = this.#become(this.#pending, { fleet: next, count: inPending, at });
  }

  end(at: Instant): void {
    end(this.all, at);
  }

  /** The oldest are removed first. */
  #become(
    running: readonly Instance[],
    { fleet, count, at }: { readonly fleet: Fleet; readonly count: Count; readonly at: Instant },
  ): Instance[] {
    const stay = fleet.flatMap((variant) => {
      const own = running.filter((each) => isOf(each, variant));
      const wanted = count(variant, own.length);
      const kept = own.slice(Math.max(0, own.length - wanted));
      const launched = Array.from({ length: wanted - kept.length }, (_, place) =>
        this.#launch(variant, at, place),
      );
      const all = [...kept, ...launched];
      direct(all, variant, at);
      return all;
    });
    end(
      running.filter((each) => !stay.includes(each)),
      at,
    );
    return stay;
  }

  #launch(variant: Variant, launchedAt: Instant, place: number): Instance {
    const { arn, createdAt } = this.#endpoint;
    const seed = `${arn} ${createdAt} ${this.all.length}`;
    const id = `i-0${createHash('sha256').update(seed).digest('hex').slice(0, 16)}`;
    const instance = { id, variant, launchedAt, place, endedAt: never, serving: [] };
    this.all.push(instance);
    return instance;
  }
}

function inLive(variant: Variant): number {
  if (variant.capacity.kind === 'serverless') return 1;
  return desiredOf(variant) + (variant.activity?.launched ?? 0);
}

/** New instances are launched before they count, and stay until all of them go. */
function inPending({ capacity, activity, ...variant }: Variant, running: number): number {
  if (activity?.status === 'Deleting') return 0;
  if (capacity.kind === 'serverless') return 1;
  const counted = currentOf({ ...variant, capacity }) + (activity?.launched ?? 0);
  return Math.max(running, counted);
}

function isOf({ variant }: Instance, { name, role }: Variant): boolean {
  return variant.name === name && variant.role === role;
}

function end(instances: readonly Instance[], at: Instant): void {
  for (const each of instances) {
    each.endedAt = Math.min(each.endedAt, at);
    turnAway(each, at);
  }
}

/** Traffic goes to as many as the variant says: the oldest get it first, and lose it first. */
function direct(instances: readonly Instance[], variant: Variant, at: Instant): void {
  const wanted = variant.capacity.kind === 'serverless' ? 1 : currentOf(variant);
  const serving = instances.filter((each) => isServing(each));
  const idle = instances.filter((each) => !isServing(each));
  for (const each of serving.slice(0, Math.max(0, serving.length - wanted))) turnAway(each, at);
  for (const each of idle.slice(0, Math.max(0, wanted - serving.length))) {
    each.serving.push({ from: at, until: never });
  }
}

function isServing({ serving }: Instance): boolean {
  return serving.at(-1)?.until === never;
}

function turnAway({ serving }: Instance, at: Instant): void {
  const last = serving.at(-1);
  if (last) last.until = Math.min(last.until, at);
}

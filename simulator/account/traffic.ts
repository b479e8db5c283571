import type { Instant } from '../clock.ts';

/** What an endpoint is asked, and what its models make of it. */
export interface Traffic {
  /** Of the whole endpoint, evenly spread over the minute. */
  readonly requestsPerMinute: number;
  /** By name; a model that is not named is healthy, unless `otherModels` says something else. */
  readonly models?: Readonly<Record<string, ModelBehavior>>;
  readonly otherModels?: ModelBehavior;
  /** So long after the end of its minute CloudWatch has a datapoint: a minute unless given. */
  readonly delaySeconds?: number;
  /** Other numbers let chance fall otherwise: which request fails, which instance gets one more. */
  readonly seed?: number;
}

export interface ModelBehavior {
  /** The share of requests that fail, from 0 to 1. */
  readonly errorRate?: OverTime<number>;
  /** How they fail: only what the model answers as 4xx or 5xx counts as such. */
  readonly errors?: ModelError;
  readonly latency?: OverTime<Latency>;
}

/** The last is a broken connection, a malformed answer or a time-out. */
export type ModelError = 'model 4xx' | 'model 5xx' | 'no valid answer';

/** Evenly between `micros` less and `micros` plus the spread, which is a share of it. */
export interface Latency {
  readonly micros: number;
  /** A fifth unless given. */
  readonly spread?: number;
}

/** A value, or several from whole minutes on: minute 0 is that in which the fleet first had traffic. */
export type OverTime<T extends number | object> =
  | T
  | readonly { readonly fromMinute: number; readonly is: T }[];

const idle: Traffic = { requestsPerMinute: 0 };

/** The traffic of every endpoint, by ARN. */
export class TrafficRecords {
  readonly #records = new Map<string, { readonly since: Instant; readonly traffic: Traffic }[]>();

  /** The first traffic of an endpoint is that which it always had; what follows is so from now on. */
  set(endpointArn: string, traffic: Traffic, now: Instant): void {
    const records = this.#records.get(endpointArn) ?? [];
    const since = records.length === 0 ? Number.NEGATIVE_INFINITY : now;
    this.#records.set(endpointArn, [...records, { since, traffic }]);
  }

  at(endpointArn: string, instant: Instant): Traffic {
    const records = this.#records.get(endpointArn) ?? [];
    return records.findLast(({ since }) => since <= instant)?.traffic ?? idle;
  }
}

import type { CreateEndpointConfigInput, CreateModelInput, Tag } from '@aws-sdk/client-sagemaker';
import type { Instant, SimulatedClock } from '../clock.ts';
import { Alarms } from './alarms.ts';
import { Containers } from './containers.ts';
import { type Durations, usualDurations } from './durations.ts';
import type { Endpoint } from './endpoint.ts';
import { FaultsInForce } from './faults-in-force.ts';
import { Moments } from './moments.ts';
import type { Place } from './place.ts';
import type { StoredModelPackage, StoredModelPackageGroup } from './registry.ts';
import type { ScalableTarget } from './scalable-target.ts';
import { Sessions } from './sessions.ts';
import { TrafficRecords } from './traffic.ts';

export interface StoredModel {
  readonly arn: string;
  readonly createdAt: Instant;
  /** Not found by anyone before. */
  readonly visibleFrom: Instant;
  readonly input: CreateModelInput;
}

export interface StoredEndpointConfig {
  readonly arn: string;
  readonly createdAt: Instant;
  /** Not found by anyone before. */
  readonly visibleFrom: Instant;
  readonly input: CreateEndpointConfigInput;
}

/** A copy of a model on an endpoint, which names the endpoint instead of being named by it. */
export interface InferenceComponent {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly status: string;
  readonly endpoint: string;
  readonly variant: string;
  readonly model: string;
}

export interface TransformJob {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly status: string;
  readonly model: string;
}

export interface DeletedEndpoint {
  readonly endpoint: Endpoint;
  readonly deletedAt: Instant;
}

export interface AccountOptions {
  readonly region?: string;
  readonly account?: string;
  readonly durations?: Partial<Durations>;
}

/** Everything there is in the simulated account. All is kept by ARN, so regions stay apart. */
export class Account {
  readonly clock: SimulatedClock;
  readonly place: Place;
  readonly durations: Durations;
  readonly moments: Moments;
  readonly alarms: Alarms;
  readonly containers = new Containers();
  readonly traffic = new TrafficRecords();
  readonly faults: FaultsInForce;
  readonly models = new Map<string, StoredModel>();
  readonly endpointConfigs = new Map<string, StoredEndpointConfig>();
  readonly endpoints = new Map<string, Endpoint>();
  readonly inferenceComponents = new Map<string, InferenceComponent>();
  readonly transformJobs = new Map<string, TransformJob>();
  readonly modelPackageGroups = new Map<string, StoredModelPackageGroup>();
  readonly modelPackages = new Map<string, StoredModelPackage>();
  /** Deleted ones, which an older answer may still show. */
  readonly deletedEndpoints: DeletedEndpoint[] = [];
  readonly sessions = new Sessions();
  readonly tags = new Map<string, Tag[]>();
  /** Values of a later version of the API, taken wherever there is a choice. */
  readonly newValues: string[] = [];
  readonly scalableTargets = new Map<string, ScalableTarget>();
  #scalingIds = 0;

  constructor(clock: SimulatedClock, options: AccountOptions = {}) {
    const { region = 'eu-west-1', account = '123456789012', durations = {} } = options;
    this.clock = clock;
    this.place = { region, account };
    this.durations = { ...usualDurations, ...durations };
    this.moments = new Moments(clock);
    this.alarms = new Alarms(clock, this.moments);
    this.faults = new FaultsInForce(this.moments);
  }

  /** Of a scalable target, a policy or a scheduled action: never the same twice. */
  nextScalingId(): string {
    this.#scalingIds += 1;
    return `00000000-0000-4000-9000-${String(this.#scalingIds).padStart(12, '0')}`;
  }
}

/** One call of an operation: in which account and region, when, and as of when it sees them. */
export interface Call {
  readonly account: Account;
  readonly place: Place;
  readonly now: Instant;
  /** Earlier than now in a stale read. */
  readonly asOf: Instant;
}

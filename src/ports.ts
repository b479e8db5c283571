import type { Alarm } from './domain/alarms/alarm.ts';
import type { Visibility } from './domain/cause/log-readers.ts';
import type { Listed, ListKind, Made } from './domain/clean-up.ts';
import type { Snapshot } from './domain/endpoint.ts';
import type { Event } from './domain/event.ts';
import type { JsonObject } from './domain/json.ts';
import type { Missing } from './domain/missing-scaling.ts';
import type { MatchText } from './domain/pattern.ts';
import type { CredentialsLifetime } from './domain/preflight/facts.ts';
import type { Instant, RolloutRequest } from './domain/request.ts';
import type { ScaledVariant } from './domain/scaling.ts';
import type { Answer, SmokeCall } from './domain/smoke-test.ts';
import type { Tag } from './domain/tags.ts';
import type { AlarmRecords } from './ports/cloudwatch.ts';
import type { Commits } from './ports/github.ts';
import type { ContainerLogs } from './ports/logs.ts';
import type { Registry } from './ports/registry.ts';

/** What a rollout needs from SageMaker. All calls throw a Problem and nothing else. */
export interface Endpoints {
  /** DescribeEndpoint. */
  poll(endpointName: string): Promise<Snapshot>;
  /** DescribeEndpointConfig, as it is; the endpoint's name is for the errors. */
  configuration(endpointConfigName: string, endpointName: string): Promise<JsonObject>;
  /** DescribeModel, as it is. */
  model(modelName: string, endpointName: string): Promise<JsonObject>;
  /** CreateModel, with the request's tags. */
  createModel(name: string, content: JsonObject, request: RolloutRequest): Promise<void>;
  /** CreateEndpointConfig, with the request's tags. */
  createConfiguration(name: string, content: JsonObject, request: RolloutRequest): Promise<void>;
  /** CreateEndpoint: the deployment configuration is stored for later updates. Sent once. */
  createEndpoint(request: RolloutRequest): Promise<void>;
  /** UpdateEndpoint: sent once, never repeated by itself. */
  update(request: RolloutRequest): Promise<void>;
  /** UpdateEndpointWeightsAndCapacities: so many instances per variant, the weights as they are. */
  scale(endpointName: string, instances: Readonly<Record<string, number>>): Promise<void>;
  /** ListTags of the endpoint, or of another resource for it; all pages. */
  tags(resource: Pick<Snapshot, 'name' | 'arn'>): Promise<readonly Tag[]>;
  /** AddTags: a tag of the same key is replaced. */
  tag(endpoint: Snapshot, tags: readonly Tag[]): Promise<void>;
  /** DeleteTags: keys that are not there do no harm. */
  untag(endpoint: Snapshot, keys: readonly string[]): Promise<void>;
}

/** What deleting needs from SageMaker. All calls throw a Problem and nothing else. */
export interface Deletions {
  /** ListInferenceComponents, all pages: those on the endpoint. DeleteInferenceComponent is sent once. */
  components(endpointName: string): Promise<readonly string[]>;
  deleteComponent(name: string, endpointName: string): Promise<void>;
  /** All pages of a list of the region: those whose name contains a text, where one is given. */
  list(kind: ListKind, search: ListSearch): Promise<readonly Listed[]>;
  /** DescribeInferenceComponent, as it is. */
  component(name: string, endpointName: string): Promise<JsonObject>;
  /** DescribeTransformJob, as it is. */
  job(name: string, endpointName: string): Promise<JsonObject>;
  /** DeleteEndpoint: sent once. */
  deleteEndpoint(endpointName: string): Promise<void>;
  /** DeleteEndpointConfig or DeleteModel: sent once. */
  delete(made: Made, endpointName: string): Promise<void>;
}

export interface ListSearch {
  /** For the errors. */
  readonly endpointName: string;
  readonly nameContains?: string;
}

/** What preserving auto scaling needs from Application Auto Scaling. All calls throw a Problem. */
export interface Scaling {
  /** Those of the variants that are scalable targets, with all policies and scheduled actions. */
  read(endpointName: string, variants: readonly string[]): Promise<readonly ScaledVariant[]>;
  /** The same without policies and scheduled actions, which take permissions of their own. */
  targets(endpointName: string, variants: readonly string[]): Promise<readonly ScaledVariant[]>;
  /** DeregisterScalableTarget: its policies and scheduled actions go too. What is gone already is fine. */
  deregister(endpointName: string, scaled: ScaledVariant): Promise<void>;
  /** RegisterScalableTarget, PutScalingPolicy or PutScheduledAction: what is there is updated. */
  put(endpointName: string, part: Missing): Promise<void>;
}

/** What trying an endpoint out needs from SageMaker's runtime. */
export interface Invocations {
  /**
   * InvokeEndpoint or, where the payload is in S3, InvokeEndpointAsync: sent once. What the model
   * answers is an answer, its errors too; where no model is heard a Problem is thrown.
   */
  invoke(endpointName: string, call: SmokeCall): Promise<Answer>;
}

/** What is needed from CloudWatch: the alarms before a rollout, and why they tripped after it. */
export interface Alarms extends AlarmRecords {
  /** Those of the named alarms that exist, by name, of every kind; at most 100. Throws a Problem. */
  read(names: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Alarm>>;
}

/** What the pre-flight needs to know of the credentials of AWS. */
export interface Credentials {
  /** How long those last that are used at present; to be asked after a first call. */
  lifetime(): Promise<CredentialsLifetime>;
}

/** Time, so that an hour of baking takes a test no time. */
export interface Clock {
  now(): Instant;
  /** Throws the signal's reason when the signal is aborted. */
  sleep(seconds: number, signal?: AbortSignal): Promise<void>;
}

/** Where a rollout comes from. */
export interface Origin {
  readonly commit: string;
  /** The branch whose commit it is; undefined: of none. */
  readonly branch?: string | undefined;
  /** The URL of the workflow run: the same when the run is run again. */
  readonly run: string;
}

/** Everything that a rollout needs from the world. */
export interface World {
  readonly region: string;
  readonly origin: Origin;
  readonly commits: Commits;
  /** Who may see the repository, as GitHub says; nothing is thrown. */
  readonly visibility: (signal: AbortSignal) => Promise<Visibility>;
  readonly endpoints: Endpoints;
  readonly invocations: Invocations;
  readonly alarms: Alarms;
  readonly logs: ContainerLogs;
  readonly scaling: Scaling;
  readonly deletions: Deletions;
  readonly registry: Registry;
  readonly credentials: Credentials;
  /** A hash of a text, in hexadecimal: names come from content. */
  readonly digest: (text: string) => string;
  /** Searches an answer for a user's regular expression, for a limited time. */
  readonly matches: MatchText;
  /** Whether GitHub's own machines run the job: they end it after six hours. */
  readonly isHostedRunner: boolean;
  readonly clock: Clock;
  /** Hears each event as it happens. */
  readonly tell: (event: Event) => void;
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal;
}

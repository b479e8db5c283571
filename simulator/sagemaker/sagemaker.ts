import type { CreateEndpointConfigInput, CreateModelInput, Tag } from '@aws-sdk/client-sagemaker';
import type { Account } from '../account/account.ts';
import type { Alarms } from '../account/alarms.ts';
import { arnOf, type ResourceKind } from '../account/arn.ts';
import { AwsService } from '../account/aws-service.ts';
import { resourceOf } from '../account/call-faults.ts';
import type { Containers } from '../account/containers.ts';
import type { Endpoint } from '../account/endpoint.ts';
import { type Fault, isEndpointEvent } from '../account/faults.ts';
import type { Moment, Reached } from '../account/moments.ts';
import type { Traffic } from '../account/traffic.ts';
import { jsonProtocol } from '../aws/json-protocol.ts';
import { arrangeEvent } from './events.ts';
import { perform } from './operations.ts';
import { removeResource } from './removal.ts';
import { daysAgo, type InitialState, seedEndpoint, seedEndpointConfig, seedModel } from './seed.ts';
import {
  type FoundComponent,
  type FoundPackage,
  seedComponent,
  seedModelPackage,
  seedTransformJob,
} from './seed-others.ts';
import { requests } from './shapes.ts';
import { keepTags } from './tags.ts';

const protocol = jsonProtocol('SageMaker', '1.1');

/** Amazon SageMaker, as far as endpoints go. */
export class SageMaker extends AwsService {
  constructor(account: Account) {
    super(account, {
      protocols: [protocol],
      name: 'sagemaker',
      requests,
      perform,
      resourceOf,
      inItsWords: (error) => error,
    });
  }

  get alarms(): Alarms {
    return this.account.alarms;
  }

  /** How the containers of models behave. */
  get containers(): Containers {
    return this.account.containers;
  }

  /** Adds a model that is two days old; what is not given is made up. */
  addModel(name: string, members: Partial<CreateModelInput> = {}): void {
    seedModel(daysAgo(2, this.call()), name, members);
  }

  /** Adds an endpoint configuration of two days; without members, 3 x ml.m5.xlarge of the model of its name. */
  addEndpointConfig(name: string, members: Partial<CreateEndpointConfigInput> = {}): void {
    seedEndpointConfig(daysAgo(2, this.call()), name, members);
  }

  /** Someone else deletes the model and creates it again under its name: what runs goes on as it is. */
  replaceModel(name: string, members: Partial<CreateModelInput> = {}): void {
    this.remove('model', name);
    seedModel(this.call(), name, members);
  }

  /** Someone else deletes the configuration and creates it again under its name. */
  replaceEndpointConfig(name: string, members: Partial<CreateEndpointConfigInput> = {}): void {
    this.remove('endpoint-config', name);
    seedEndpointConfig(this.call(), name, members);
  }

  /** Adds an endpoint, in service on a configuration unless told otherwise. */
  addEndpoint(name: string, configName: string, initial: InitialState = {}): Endpoint {
    return seedEndpoint(this.call(), name, configName, initial);
  }

  /** What an endpoint is asked, ever since; called again, from now on. Without it there are no requests. */
  setTraffic(endpoint: string, traffic: Traffic): void {
    const { clock, place } = this.account;
    this.account.traffic.set(arnOf(place, 'endpoint', endpoint), traffic, clock.now());
  }

  /** Adds an inference component: `{ endpoint, model }`. */
  addInferenceComponent(name: string, found: FoundComponent): void {
    seedComponent(this.call(), name, found);
  }

  /** Adds a transform job, in progress unless told otherwise: `{ model, status }`. */
  addTransformJob(name: string, found: { readonly model: string; readonly status?: string }): void {
    seedTransformJob(this.call(), name, found);
  }

  /** Adds a version to a group of the model registry, approved unless told otherwise, and answers its ARN. */
  addModelPackage(group: string, version: number, found: FoundPackage = {}): string {
    return seedModelPackage(this.call(), group, version, found);
  }

  /** Adds tags without any rule: also those that AWS itself puts, such as `aws:cloudformation:…`. */
  addTags(kind: ResourceKind, name: string, tags: readonly Tag[]): void {
    keepTags(this.account, arnOf(this.account.place, kind, name), tags);
  }

  /** The tags that it has, as values by their keys. */
  tags(kind: ResourceKind, name: string): Readonly<Record<string, string>> {
    const tags = this.account.tags.get(arnOf(this.account.place, kind, name)) ?? [];
    return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
  }

  /** Someone else deletes it, whatever it is needed for. */
  remove(kind: ResourceKind, name: string): void {
    removeResource(this.account, kind, name);
  }

  endpoint(name: string): Endpoint | undefined {
    return this.account.endpoints.get(arnOf(this.account.place, 'endpoint', name));
  }

  /** From now on AWS is newer than the simulator: it takes these values wherever it takes one of several. */
  addNewValues(...values: readonly string[]): void {
    this.account.newValues.push(...values);
  }

  /** Lets something go wrong. */
  inject(fault: Fault): void {
    if (isEndpointEvent(fault)) arrangeEvent(this.account, fault);
    else this.account.faults.add(fault);
  }

  /** Does anything at a moment. */
  when(moment: Moment, action: () => void): void {
    this.account.moments.when(moment, action);
  }

  /** Tells of each stage that an endpoint reaches. */
  onReached(listener: (where: Reached) => void): void {
    this.account.moments.onReached(listener);
  }
}

import type { CreateEndpointConfigInput, CreateModelInput } from '@aws-sdk/client-sagemaker';
import type { Instant, SimulatedClock } from '../clock.ts';
import type { Answer, Request, Service } from '../http.ts';
import type { Alarms } from './alarms.ts';
import { arnOf, type Place } from './arn.ts';
import { errorOf } from './call-faults.ts';
import type { Durations } from './durations.ts';
import type { Endpoint } from './endpoint.ts';
import { AwsError } from './errors.ts';
import { arrangeEvent } from './events.ts';
import { type Fault, isEndpointEvent } from './faults.ts';
import type { Moment, Reached } from './moments.ts';
import { isOperation, perform } from './operations.ts';
import * as protocol from './protocol.ts';
import { type InitialState, seedEndpoint, seedEndpointConfig, seedModel } from './seed.ts';
import { requests } from './shapes.ts';
import { validate } from './validate.ts';
import { type Call, World } from './world.ts';

export interface SageMakerOptions {
  readonly region?: string;
  readonly account?: string;
  readonly durations?: Partial<Durations>;
}

/** A request that was seen, member for member, and the error that it was answered with, if any. */
export interface SeenRequest {
  readonly at: Instant;
  readonly operation: string;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** An error's code; or `reset`, `lost-answer`, `hang` where there was no answer. */
  readonly error?: string;
}

type Heard = Omit<SeenRequest, 'error'>;

/** Amazon SageMaker, as far as endpoints go. */
export class SageMaker implements Service {
  /** Every request so far, in order. */
  readonly requests: SeenRequest[] = [];
  readonly #world: World;
  readonly #listeners: ((request: SeenRequest) => void)[] = [];

  constructor(clock: SimulatedClock, options: SageMakerOptions = {}) {
    const { region = 'eu-west-1', account = '123456789012', durations = {} } = options;
    this.#world = new World(clock, { region, account }, durations);
  }

  get alarms(): Alarms {
    return this.#world.alarms;
  }

  /** Adds a model; what is not given is made up. */
  addModel(name: string, members: Partial<CreateModelInput> = {}): void {
    seedModel(this.#call(), name, members);
  }

  /** Adds an endpoint configuration; without members, 3 x ml.m5.xlarge of the model of its name. */
  addEndpointConfig(name: string, members: Partial<CreateEndpointConfigInput> = {}): void {
    seedEndpointConfig(this.#call(), name, members);
  }

  /** Adds an endpoint, in service on a configuration unless told otherwise. */
  addEndpoint(name: string, configName: string, initial: InitialState = {}): Endpoint {
    return seedEndpoint(this.#call(), name, configName, initial);
  }

  endpoint(name: string): Endpoint | undefined {
    return this.#world.endpoints.get(arnOf(this.#world.place, 'endpoint', name));
  }

  /** Lets something go wrong. */
  inject(fault: Fault): void {
    if (isEndpointEvent(fault)) arrangeEvent(this.#world, fault);
    else this.#world.faults.add(fault);
  }

  /** Does anything at a moment. */
  when(moment: Moment, action: () => void): void {
    this.#world.moments.when(moment, action);
  }

  /** Tells of each stage that an endpoint reaches. */
  onReached(listener: (where: Reached) => void): void {
    this.#world.moments.onReached(listener);
  }

  /** Tells of each request. */
  onRequest(listener: (request: SeenRequest) => void): void {
    this.#listeners.push(listener);
  }

  serves(request: Request): boolean {
    return protocol.isForSageMaker(request);
  }

  answer(request: Request): Answer {
    const { region } = protocol.placeOf(request, this.#world.place);
    const operation = protocol.operationOf(request);
    const at = this.#world.clock.now();
    try {
      const input = protocol.readInput(request);
      return this.#respond(request, { at, operation, region, input });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return this.#refuse(error, { at, operation, region, input: {} });
    }
  }

  #respond(request: Request, heard: Heard): Answer {
    const { operation, input } = heard;
    if (!isOperation(operation)) return this.#refuse(unknownOperation(), heard);
    try {
      protocol.checkSignature(request);
      this.#world.moments.called(operation);
      const call = this.#call(protocol.placeOf(request, this.#world.place));
      const fault = this.#world.faults.strikingCall(operation);
      const error = fault && errorOf(fault, { operation, input, place: call.place });
      if (error) throw error;
      if (fault?.kind === 'reset' || fault?.kind === 'hang') return this.#leave(fault.kind, heard);
      validate(input, requests[operation]);
      const staleSeconds = fault?.kind === 'stale-read' ? fault.seconds : 0;
      const output = perform(operation, input, { ...call, asOf: call.now - staleSeconds * 1000 });
      if (fault?.kind === 'lost-answer') return this.#leave(fault.kind, heard);
      this.#note(heard);
      return protocol.answerOutput(output, this.#stamp(heard));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return this.#refuse(error, heard);
    }
  }

  #refuse(error: AwsError, heard: Heard): Answer {
    this.#note({ ...heard, error: error.name });
    return protocol.answerError(error, this.#stamp(heard));
  }

  #leave(how: 'reset' | 'lost-answer' | 'hang', heard: Heard): Answer {
    this.#note({ ...heard, error: how });
    return { kind: how === 'hang' ? 'hang' : 'reset' };
  }

  #note(seen: SeenRequest): void {
    this.requests.push(seen);
    for (const listener of this.#listeners) listener(seen);
  }

  #stamp({ at }: Heard): protocol.Stamp {
    return { at, count: this.requests.length };
  }

  #call(place: Place = this.#world.place): Call {
    const now = this.#world.clock.now();
    return { world: this.#world, place, now, asOf: now };
  }
}

/** This error has no words. */
function unknownOperation(): AwsError {
  return new AwsError('UnknownOperationException', '');
}

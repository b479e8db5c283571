import { AwsError, unknownOperation } from '../aws/aws-error.ts';
import { knownMembers } from '../aws/known-members.ts';
import type { Input, Protocol } from '../aws/protocol.ts';
import { type Structure, withValues } from '../aws/shape.ts';
import { validate } from '../aws/validate.ts';
import type { Instant } from '../clock.ts';
import type { Answer, Request, Service } from '../http.ts';
import { inPieces, isSlow } from '../slow-body.ts';
import type { Account, Call } from './account.ts';
import { errorOf } from './call-faults.ts';
import type { CallFault } from './faults.ts';
import { checkSignature, type Place, placeOf } from './place.ts';
import { unreadableAnswer } from './unreadable.ts';

/** A request that was seen, member for member, and the error that it was answered with, if any. */
export interface SeenRequest {
  readonly at: Instant;
  readonly operation: string;
  readonly region: string;
  readonly input: Input;
  /** An error's code; or the fault's kind where nothing came that can be read in time: `reset`, `hang`, `unreadable`. */
  readonly error?: string;
}

/** What sets one of AWS's services apart from the others. */
export interface Traits {
  /** What it is spoken to in; the first one that fits a request counts. */
  readonly protocols: readonly Protocol[];
  /** As permissions begin: `sagemaker:UpdateEndpoint`. */
  readonly name: string;
  /** What a request of each operation may hold. */
  readonly requests: Readonly<Record<string, Structure>>;
  /** Operations that no one signs. */
  readonly unsigned?: readonly string[];
  perform(operation: string, input: object, call: Call): object | undefined;
  /** The resource that a missing permission is about. */
  resourceOf(input: Input, place: Place, fault: CallFault): string;
  /** An error as this service says it. */
  inItsWords(error: AwsError): AwsError;
}

type Heard = Omit<SeenRequest, 'error'>;

/** A service of AWS. Each takes a request alike: faults strike, what is left is checked and done. */
export class AwsService implements Service {
  protected readonly account: Account;
  readonly #traits: Traits;
  readonly #requests: SeenRequest[] = [];
  readonly #listeners: ((request: SeenRequest) => void)[] = [];

  constructor(account: Account, traits: Traits) {
    this.account = account;
    this.#traits = traits;
  }

  /** Every request so far, in order. */
  get requests(): readonly SeenRequest[] {
    return this.#requests;
  }

  /** Tells of each request. */
  onRequest(listener: (request: SeenRequest) => void): void {
    this.#listeners.push(listener);
  }

  serves(request: Request): boolean {
    return this.#protocolOf(request) !== undefined;
  }

  answer(request: Request): Answer | Promise<Answer> {
    const protocol = this.#protocolOf(request);
    if (!protocol) throw new Error(`This request is not for ${this.#traits.name}`);
    const place = placeOf(request, this.account.place);
    const heard = {
      at: this.account.clock.now(),
      operation: protocol.operationOf(request),
      region: place.region,
    };
    let input: Input = {};
    try {
      input = protocol.readInput(request);
      const shape = this.#shapeOf(heard.operation);
      this.#checkSignature(request, heard);
      return this.#perform({ ...heard, input }, shape, place, protocol);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const told = this.#traits.inItsWords(error);
      this.#note({ ...heard, input, error: told.name });
      return protocol.answerError(told, this.#stamp(heard));
    }
  }

  /** As someone makes it here and now, without a request. */
  protected call(): Call {
    const { clock, place } = this.account;
    return { account: this.account, place, now: clock.now(), asOf: clock.now() };
  }

  #protocolOf(request: Request): Protocol | undefined {
    return this.#traits.protocols.find((protocol) => protocol.isSpokenIn(request));
  }

  #checkSignature(request: Request, { operation, at }: Omit<Heard, 'input'>): void {
    if (this.#traits.unsigned?.includes(operation)) return;
    checkSignature(request);
    this.account.sessions.check(request, at);
  }

  #shapeOf(operation: string): Structure {
    const { requests } = this.#traits;
    const shape = Object.hasOwn(requests, operation) ? requests[operation] : undefined;
    if (!shape) throw unknownOperation(operation);
    return shape;
  }

  #perform(heard: Heard, shape: Structure, place: Place, protocol: Protocol): Answer {
    const { operation, input } = heard;
    this.account.moments.called(operation);
    const fault = this.#strike(heard, place);
    if (fault?.kind === 'reset' || fault?.kind === 'hang') return this.#leave(fault.kind, heard);
    if (fault?.kind === 'unreadable' && fault.effect !== 'taken') {
      this.#note({ ...heard, error: fault.kind });
      return unreadableAnswer(
        fault,
        protocol.answerOutput({ nothing: 'done' }, this.#stamp(heard)),
      );
    }
    validate(input, withValues(shape, this.account.newValues));
    const now = this.account.clock.now();
    const asOf = fault?.kind === 'stale-read' ? now - fault.seconds * 1000 : now;
    const call = { account: this.account, place, now, asOf };
    const output = this.#traits.perform(operation, knownMembers(input, shape), call);
    if (fault?.kind === 'lost-answer') return this.#leave(fault.kind, heard);
    const isBad = fault?.kind === 'unreadable' || isSlow(fault);
    this.#note(isBad ? { ...heard, error: fault.kind } : heard);
    const answer = protocol.answerOutput(output, this.#stamp(heard));
    if (isSlow(fault)) return inPieces(answer, fault.kind, this.account.clock);
    return fault?.kind === 'unreadable' ? unreadableAnswer(fault, answer) : answer;
  }

  /** The fault that strikes this call, unless it is an error: that is thrown. */
  #strike({ operation, input }: Heard, place: Place): CallFault | undefined {
    const fault = this.account.faults.strikingCall(operation);
    if (!fault) return undefined;
    const error = errorOf(fault, {
      account: place.account,
      permission: `${this.#traits.name}:${operation}`,
      resource: this.#traits.resourceOf(input, place, fault),
    });
    if (error) throw error;
    return fault;
  }

  #leave(how: 'reset' | 'lost-answer' | 'hang', heard: Heard): Answer {
    this.#note({ ...heard, error: how });
    return { kind: how === 'hang' ? 'hang' : 'reset' };
  }

  #note(seen: SeenRequest): void {
    this.#requests.push(seen);
    for (const listener of this.#listeners) listener(seen);
  }

  #stamp({ operation, at }: Omit<Heard, 'input'>) {
    return { operation, at, count: this.#requests.length };
  }
}

import { cborProtocol } from '../aws/cbor-protocol.ts';
import { jsonProtocol } from '../aws/json-protocol.ts';
import { type Protocol, queryCompatible } from '../aws/protocol.ts';
import { inQueryCodes } from '../aws/query-codes.ts';
import { queryProtocol } from '../aws/query-protocol.ts';
import { Reception, type SeenRequest } from '../aws/reception.ts';
import type { Answer, Request, Service } from '../http.ts';
import type { Alarms } from '../sagemaker/alarms.ts';
import type { World } from '../sagemaker/world.ts';
import { describeAlarms } from './describe-alarms.ts';
import { requests } from './shapes.ts';

const target = 'GraniteServiceVersion20100801';

/** Newer clients speak CBOR or JSON, older ones query. */
const protocols: readonly Protocol[] = [
  queryCompatible(cborProtocol(target)),
  queryCompatible(jsonProtocol(target, '1.0')),
  queryProtocol({
    version: '2010-08-01',
    namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    requests,
  }),
];

/** Amazon CloudWatch, as far as the state of alarms goes. */
export class CloudWatch implements Service {
  readonly #world: World;
  readonly #reception: Reception;

  constructor(world: World) {
    this.#world = world;
    this.#reception = new Reception(world, {
      name: 'cloudwatch',
      requests,
      perform: (_, input, call) => describeAlarms(input, call),
      resourceOf: (_, { region, account }) => `arn:aws:cloudwatch:${region}:${account}:alarm:*`,
      inItsWords: inQueryCodes,
    });
  }

  /** The alarms that SageMaker looks at too. */
  get alarms(): Alarms {
    return this.#world.alarms;
  }

  /** Every request so far, in order. */
  get requests(): readonly SeenRequest[] {
    return this.#reception.requests;
  }

  /** Tells of each request. */
  onRequest(listener: (request: SeenRequest) => void): void {
    this.#reception.onRequest(listener);
  }

  serves(request: Request): boolean {
    return protocolOf(request) !== undefined;
  }

  answer(request: Request): Answer {
    const protocol = protocolOf(request);
    if (!protocol) throw new Error('This request is not for CloudWatch');
    return this.#reception.answer(request, protocol);
  }
}

function protocolOf(request: Request): Protocol | undefined {
  return protocols.find((protocol) => protocol.isSpokenIn(request));
}

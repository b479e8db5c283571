import type { Request } from '../http.ts';
import { toJson } from './json.ts';
import { type Input, type Protocol, reply, type Stamp } from './protocol.ts';

/** How an operation is written in HTTP: which member stands where. */
export interface RestOperation {
  readonly method: string;
  /** Its named groups are members. */
  readonly path: RegExp;
  /** Names of headers by their members. */
  readonly headers: Readonly<Record<string, string>>;
  /** The member that is the body, as it is. */
  readonly payload?: string;
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** The member that is the body, as it is; unset: a JSON object of what is in no header. */
    readonly payload?: string;
  };
}

type Operations = Readonly<Record<string, RestOperation>>;

/** AWS's REST-JSON protocol, of which method and path name the operation. */
export function restJsonProtocol(operations: Operations): Protocol {
  const found = ({ method, path }: Request) =>
    Object.entries(operations).find(
      ([, operation]) => operation.method === method && operation.path.test(path),
    );
  return {
    isSpokenIn: (request) => found(request) !== undefined,
    operationOf: (request) => found(request)?.[0] ?? '',
    readInput: (request) => inputOf(request, found(request)?.[1]),
    answerOutput: (output, stamp) =>
      answerOf((output ?? {}) as Input, operations[stamp.operation], stamp),
    answerError: ({ name, message, status, members }, stamp) =>
      reply(status, toJson({ Message: message, ...members }), stamp, {
        'content-type': 'application/json',
        'x-amzn-ErrorType': name,
      }),
  };
}

function inputOf(request: Request, operation: RestOperation | undefined): Input {
  if (!operation) return {};
  const inPath = Object.entries(operation.path.exec(request.path)?.groups ?? {}).map(
    ([member, value]) => [member, decodeURIComponent(value)],
  );
  const inHeaders = Object.entries(operation.headers).flatMap(([member, header]) => {
    const value = request.headers[header.toLowerCase()];
    return value === undefined ? [] : [[member, value]];
  });
  const body = operation.payload ? [[operation.payload, request.bytes]] : [];
  return Object.fromEntries([...inPath, ...inHeaders, ...body]);
}

function answerOf(output: Input, operation: RestOperation | undefined, stamp: Stamp) {
  const { status = 200, headers = {}, payload } = operation?.answer ?? {};
  const inHeaders = Object.entries(headers).flatMap(([member, header]) =>
    output[member] === undefined ? [] : [[header, String(output[member])]],
  );
  const rest = Object.entries(output).filter(([member]) => !(member in headers));
  const body = payload ? ((output[payload] ?? '') as Uint8Array) : toJson(Object.fromEntries(rest));
  return reply(status, body, stamp, Object.fromEntries(inHeaders));
}

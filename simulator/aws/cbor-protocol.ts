import { decode, encode } from 'cborg';
import { dateEncoder } from 'cborg/taglib';
import { unreadable } from './aws-error.ts';
import { type Protocol, reply, type Stamp } from './protocol.ts';

const languageHeader = { 'smithy-protocol': 'rpc-v2-cbor' };

/** Smithy's RPC v2 in CBOR, of which the path names service and operation. */
export function cborProtocol(service: string): Protocol {
  const prefix = `/service/${service}/operation/`;
  return {
    isSpokenIn: ({ headers, path }) =>
      headers['smithy-protocol'] === languageHeader['smithy-protocol'] && path.startsWith(prefix),
    operationOf: ({ path }) => path.slice(prefix.length),
    readInput: ({ bytes }) => (bytes.length === 0 ? {} : readCbor(bytes)),
    answerOutput: (output, stamp) => answer(200, output ?? {}, stamp),
    answerError: ({ name: __type, message, status }, stamp) =>
      answer(status, { __type, message: message || undefined }, stamp),
  };
}

function answer(status: number, value: object, stamp: Stamp) {
  const body = encode(value, {
    ignoreUndefinedProperties: true,
    // Tag 1, seconds since 1970: what a Date is to clients.
    typeEncoders: { Date: dateEncoder },
  });
  return reply(status, body, stamp, { 'content-type': 'application/cbor', ...languageHeader });
}

/** A time is a tagged number of seconds. */
function readCbor(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const input: unknown = decode(bytes, { tags: { 1: (seconds) => seconds() } });
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
      return input as Record<string, unknown>;
    }
  } catch {
    // Refused below, like anything else that is no map.
  }
  throw unreadable('The request body is not a CBOR map');
}

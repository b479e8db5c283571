import { unreadable } from './aws-error.ts';
import { toJson } from './json.ts';
import { type Protocol, reply, type Stamp } from './protocol.ts';

/** AWS's JSON protocol, of which `X-Amz-Target` names service and operation. */
export function jsonProtocol(service: string, version: '1.0' | '1.1'): Protocol {
  const prefix = `${service}.`;
  const contentType = `application/x-amz-json-${version}`;
  const answer = (status: number, body: string, stamp: Stamp) =>
    reply(status, body, stamp, { 'content-type': contentType });
  return {
    isSpokenIn: ({ headers }) => headers['x-amz-target']?.startsWith(prefix) ?? false,
    operationOf: ({ headers }) => (headers['x-amz-target'] ?? '').slice(prefix.length),
    readInput: ({ body }) => readJson(body),
    answerOutput: (output, stamp) => answer(200, output === undefined ? '' : toJson(output), stamp),
    answerError: ({ name: __type, message, status }, stamp) =>
      answer(status, toJson({ __type, message: message || undefined }), stamp),
  };
}

function readJson(body: string): Readonly<Record<string, unknown>> {
  try {
    const input: unknown = JSON.parse(body || '{}');
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
      return input as Record<string, unknown>;
    }
  } catch {
    // Refused below, like anything else that is no JSON object.
  }
  throw unreadable('The request body is not a JSON object');
}

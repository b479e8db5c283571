import type { Reply } from '../aws/protocol.ts';
import type { CallFault } from './faults.ts';

type Unreadable = Extract<CallFault, { kind: 'unreadable' }>;

const page = '<!DOCTYPE html><html><head><title>Blocked</title></head><body>No.</body></html>';

/** What comes over the wire instead of this answer. */
export function unreadableAnswer({ how, status }: Unreadable, answer: Reply): Reply {
  switch (how) {
    case 'cut-off':
      return withBody(answer, half(answer.body ?? ''));
    case 'page':
      return ofOthers(status ?? 200, 'text/html', page);
    case 'nothing':
      return ofOthers(status ?? 200, undefined, '');
    case 'no-code':
      return ofOthers(status ?? 403, 'application/json', '{"message":"Forbidden"}');
    case 'other-types':
      return withBody(answer, ofOtherTypes(String(answer.body)));
    case '{}':
    case '[]':
    case 'null':
      return withBody({ ...answer, status: status ?? 200 }, how);
  }
}

/** From something on the way, which is no AWS. */
function ofOthers(status: number, type: string | undefined, body: string): Reply {
  const headers = {
    server: 'proxy',
    ...(type && { 'content-type': type }),
    ...(status > 300 && status < 400 && { location: 'https://login.example/' }),
  };
  return { kind: 'answer', status, headers, body };
}

function withBody(answer: Reply, body: string | Uint8Array): Reply {
  return {
    ...answer,
    headers: { ...answer.headers, 'content-length': String(Buffer.byteLength(body)) },
    body,
  };
}

/** A JSON answer in which strings stand for its lists, and numbers for its strings. */
function ofOtherTypes(body: string): string {
  return JSON.stringify(JSON.parse(body), (_, value) => {
    if (typeof value === 'string') return value.length;
    return Array.isArray(value) ? 'list' : value;
  });
}

function half(body: string | Uint8Array): string | Uint8Array {
  return body.slice(0, Math.ceil(body.length / 2));
}

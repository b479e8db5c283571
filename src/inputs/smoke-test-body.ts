import { isObject, type JsonObject, textAt } from '../domain/json.ts';
import type { Payload } from '../domain/smoke-test.ts';
import { joined, own, phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import { unreadable } from './mistake.ts';

/** The content of a file in the workspace; what keeps it from being read is a Problem. */
export type ReadBytes = (path: string) => Uint8Array;

/** Of BodyBlob in the API model. */
const longestBody = 6_291_456;

const ways = ['body', 'body-file', 'input-location'] as const;
const none: Payload = { kind: 'body', bytes: new Uint8Array() };

/** What a request sends; with faults it is nothing. */
export function readPayload(
  request: JsonObject,
  readBytes: ReadBytes,
): { readonly payload: Payload; readonly faults: readonly Violation[] } {
  const given = ways.filter((way) => request[way] !== undefined);
  const [way, ...more] = given;
  if (way === undefined) {
    const rule = phrase`sends nothing: write \`body\`, \`body-file\` or, asynchronously, \`input-location\`.`;
    return { payload: none, faults: [{ place: '', value: undefined, rule }] };
  }
  if (more.length > 0) {
    const rule = phrase`has ${joined(
      given.map((name) => phrase`\`${own(name)}\``),
      ' and ',
    )}: keep one of them.`;
    return { payload: none, faults: [{ place: '', value: undefined, rule }] };
  }
  if (way === 'input-location') return inS3(request);
  return way === 'body' ? fromText(request) : fromFile(request, readBytes);
}

/** The answer lands in S3, where no one here reads it: nothing can be expected of it. */
function inS3(request: JsonObject): ReturnType<typeof readPayload> {
  const location = textAt(request, 'input-location') ?? '';
  const useless = ['expect', 'variant', 'target-model'].filter((name) => request[name]);
  const rule = phrase`cannot be combined with input-location: an asynchronous endpoint answers into S3, which is not read. Remove it.`;
  const faults = useless.map((name) => ({ place: `.${name}`, value: undefined, rule }));
  return { payload: { kind: 'in-s3', location }, faults };
}

function fromText({ body }: JsonObject): ReturnType<typeof readPayload> {
  if (typeof body === 'string') return sized(new TextEncoder().encode(body), '.body');
  if (Array.isArray(body) || isObject(body)) {
    return sized(new TextEncoder().encode(JSON.stringify(body)), '.body');
  }
  const rule = phrase`is not valid here: write a string; or an object or a list, which is sent as JSON.`;
  return {
    payload: none,
    faults: [{ place: '.body', value: JSON.stringify(body), rule }],
  };
}

function fromFile(request: JsonObject, readBytes: ReadBytes): ReturnType<typeof readPayload> {
  const path = textAt(request, 'body-file');
  const place = '.body-file';
  if (!path) return { payload: none, faults: [] };
  try {
    return sized(readBytes(path), place);
  } catch (thrown) {
    return { payload: none, faults: [{ place, value: path, rule: unreadable(thrown) }] };
  }
}

function sized(bytes: Uint8Array, place: string): ReturnType<typeof readPayload> {
  const payload: Payload = { kind: 'body', bytes };
  if (bytes.length <= longestBody) return { payload, faults: [] };
  const rule = phrase`is too long: SageMaker takes ${longestBody} bytes.`;
  return { payload, faults: [{ place, value: `${bytes.length} bytes`, rule }] };
}

import { anything, decimal, list, structure, text } from '../domain/api/shape.ts';
import { isObject, type JsonObject, textAt } from '../domain/json.ts';
import { resourceName } from '../domain/names.ts';
import type { SmokeRequest } from '../domain/smoke-test.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import { type DocumentKind, readDocument } from './document.ts';
import { inDocument } from './mistake.ts';
import { type ReadBytes, readPayload } from './smoke-test-body.ts';
import { readExpected } from './smoke-test-expected.ts';

const oneLine = text('Name', 1, 100, /^[^\r\n]*$/);
const header = text('Header', 1, 1024, /^[\x20-\x7e]*$/);

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html */
const requests = list(
  structure({
    'name!': oneLine,
    body: anything,
    'body-file': text('Path', 1),
    'input-location': text('Url', 0, 1024, /^(https|s3):\/\/([^/]+)\/?(.*)$/),
    'content-type': header,
    accept: header,
    variant: text('VariantName', resourceName.least, resourceName.most, resourceName.pattern),
    'target-model': header,
    expect: structure({
      status: anything,
      json: anything,
      tolerance: decimal(0),
      matches: text('Pattern', 1),
      latency: anything,
    }),
  }),
);

const input = 'smoke-test-file';
const mostRequests = 100;
const kind: DocumentKind = {
  form: requests,
  shape: phrase`a list of requests`,
  top: 'list',
  author: { of: phrase`a request`, mayBeNewer: false },
};

/** The requests that a YAML or JSON text lists, and everything that is wrong with them. */
export function readSmokeTestDocument(
  written: string,
  readBytes: ReadBytes,
): { readonly requests: readonly SmokeRequest[]; readonly mistakes: readonly Violation[] } {
  const document = readDocument(input, written, kind);
  const entries = Array.isArray(document.written) ? document.written : [];
  const read = entries.map((entry, index) =>
    isObject(entry) ? readRequest(entry, `[${index}]`, readBytes) : undefined,
  );
  const all = [
    ...document.mistakes,
    ...read.flatMap((one) => one?.mistakes ?? []),
    ...(document.written ? listMistakes(entries) : []),
  ];
  return {
    requests: read.flatMap((one) => one?.request ?? []),
    mistakes: all.filter((one, at) => all.findIndex((o) => o.place === one.place) === at),
  };
}

function readRequest(
  entry: JsonObject,
  place: string,
  readBytes: ReadBytes,
): { readonly request: SmokeRequest; readonly mistakes: readonly Violation[] } {
  const payload = readPayload(entry, readBytes);
  const expected = readExpected(isObject(entry.expect) ? entry.expect : {});
  const request: SmokeRequest = {
    name: textAt(entry, 'name') ?? '',
    payload: payload.payload,
    contentType: textAt(entry, 'content-type') ?? 'application/json',
    accept: textAt(entry, 'accept'),
    variant: textAt(entry, 'variant'),
    targetModel: textAt(entry, 'target-model'),
    expected: expected.expected,
  };
  const mistakes = [...payload.faults, ...expected.faults].map((fault) =>
    inDocument(input, { ...fault, place: `${place}${fault.place}` }),
  );
  return { request, mistakes };
}

function listMistakes(entries: readonly unknown[]): readonly Violation[] {
  if (entries.length === 0)
    return [inDocument(input, { place: '', value: undefined, rule: phrase`holds no request.` })];
  if (entries.length > mostRequests) {
    const rule = phrase`are too many: write ${mostRequests} at most.`;
    return [inDocument(input, { place: '', value: `${entries.length} requests`, rule })];
  }
  const names = entries.map((entry) => (isObject(entry as JsonObject) ? nameOf(entry) : undefined));
  return names.flatMap((name, index) => {
    if (name === undefined || names.indexOf(name) === index) return [];
    const rule = phrase`is also the name of another request. Give each its own name.`;
    return [inDocument(input, { place: `[${index}].name`, value: name, rule })];
  });
}

function nameOf(entry: unknown): string | undefined {
  return textAt(entry as JsonObject, 'name');
}

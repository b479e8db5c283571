import type { Request } from '../http.ts';
import { blamed, type Protocol, reply, requestIdOf, type Stamp } from './protocol.ts';
import type { Shape, Structure } from './shape.ts';
import { toXml } from './xml.ts';

/** What the query protocol of a service is known by. */
export interface QueryService {
  /** Of the API, as every request names it. */
  readonly version: string;
  readonly namespace: string;
  /** A form knows text only: what is a number or a list, the shapes tell. */
  readonly requests: Readonly<Record<string, Structure>>;
}

/** AWS's oldest protocol: a form is asked, XML is answered. */
export function queryProtocol({ version, namespace, requests }: QueryService): Protocol {
  const document = (name: string, content: object) =>
    `<${name} xmlns="${namespace}">${toXml(content)}</${name}>`;
  return {
    isSpokenIn: (request) => isForm(request) && formOf(request).get('Version') === version,
    operationOf: (request) => formOf(request).get('Action') ?? '',
    readInput: (request) => {
      const form = formOf(request);
      const shape = requests[form.get('Action') ?? ''];
      return shape ? (readStructure(form, '', shape) ?? {}) : {};
    },
    answerOutput: (output, stamp) => {
      const content = {
        [`${stamp.operation}Result`]: output ?? {},
        ResponseMetadata: { RequestId: requestIdOf(stamp) },
      };
      return answer(200, document(`${stamp.operation}Response`, content), stamp);
    },
    answerError: (error, stamp) => {
      const { name: Code, message: Message, status } = error;
      const told = { Type: blamed(error), Code, Message };
      const content = { Error: told, RequestId: requestIdOf(stamp) };
      return answer(status, document('ErrorResponse', content), stamp);
    },
  };
}

function isForm({ headers }: Request): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}

function formOf({ body }: Request): URLSearchParams {
  return new URLSearchParams(body);
}

function answer(status: number, body: string, stamp: Stamp) {
  return reply(status, body, stamp, { 'content-type': 'text/xml' });
}

function readMember(form: URLSearchParams, member: string, shape: Shape): unknown {
  if (shape.kind === 'list') return readList(form, `${member}.member.`, shape.of);
  if (shape.kind === 'structure') return readStructure(form, member, shape);
  const text = form.get(member);
  return text === null ? undefined : readText(text, shape);
}

/** Text that is no number or time stays text, and is refused as such. */
function readText(text: string, { kind }: Shape): unknown {
  if (kind === 'number' && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text)) return Number(text);
  if (kind === 'time' && !Number.isNaN(Date.parse(text))) return Date.parse(text) / 1000;
  return kind === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text;
}

/** A structure without members cannot be told from none. */
function readStructure(form: URLSearchParams, path: string, { members }: Structure) {
  const found = Object.entries(members).flatMap(([key, shape]) => {
    const member = key.replace('!', '');
    const value = readMember(form, path === '' ? member : `${path}.${member}`, shape);
    return value === undefined ? [] : [[member, value] as const];
  });
  return found.length > 0 || path === '' ? Object.fromEntries(found) : undefined;
}

/** An empty list cannot be told from none. */
function readList(form: URLSearchParams, prefix: string, of: Shape): unknown[] | undefined {
  const keys = [...form.keys()].filter((key) => key.startsWith(prefix));
  const count = new Set(keys.map((key) => key.slice(prefix.length).split('.')[0])).size;
  if (count === 0) return undefined;
  return Array.from({ length: count }, (_, index) => readMember(form, `${prefix}${index + 1}`, of));
}

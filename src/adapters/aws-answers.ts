import { type Phrase, phrase } from '../domain/text/phrase.ts';

/**
 * What came instead of an answer of AWS: a page of a proxy, half of a body, or less than the API
 * always answers. No one has refused anything, and the call may have taken effect.
 */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
  readonly status: number;
  /** The rest of a sentence: `HTTP 403 came` … */
  readonly came: Phrase;
  readonly retryAfter: string | undefined;

  constructor(status: number, came: Phrase, retryAfter?: string) {
    super(`HTTP ${status} came ${came}`);
    this.status = status;
    this.came = came;
    this.retryAfter = retryAfter;
  }
}

type Headers = Readonly<Record<string, string | undefined>>;

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Headers;
  readonly body: string;
}

/** In which of AWS's protocols a request is: its answer has to be in the same. */
type Protocol = 'json' | 'cbor' | 'query' | 'rest';

function protocolOf(request: Headers): Protocol {
  if (request['x-amz-target'] !== undefined) return 'json';
  if (request['smithy-protocol'] !== undefined) return 'cbor';
  return request['content-type']?.startsWith('application/x-www-form-urlencoded')
    ? 'query'
    : 'rest';
}

/**
 * @throws UnreadableAnswer unless AWS itself may have answered this to a request with these headers:
 * an error with its code, or what the protocol of the request has for success.
 */
export function refuseUnreadable(request: Headers, answer: WireAnswer): void {
  const { status, headers } = answer;
  const isReadable = { json: isJson, cbor: isCbor, query: isQuery, rest: isRest }[
    protocolOf(request)
  ];
  if (isReadable(answer)) return;
  throw new UnreadableAnswer(status, whatCame(answer), headers['retry-after']);
}

function whatCame({ status, headers, body }: WireAnswer): Phrase {
  if (/html/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype )?html/i.test(body)) {
    return phrase`with a page of HTML`;
  }
  if (body.trim() === '') return phrase`without a body`;
  if (status >= 300) return phrase`without an error code of AWS`;
  return phrase`with a body that is cut off, or not of AWS`;
}

function isJson(answer: WireAnswer): boolean {
  const { status, headers, body } = answer;
  const type = headers['content-type'] ?? '';
  if (type !== '' && !type.includes('json')) return false;
  if (status >= 300) return namesItsError(answer);
  // Some operations answer nothing.
  return body === '' ? isSignedByAws(headers) : jsonObjectIn(body) !== undefined;
}

function isCbor(answer: WireAnswer): boolean {
  return answer.headers['smithy-protocol'] === 'rpc-v2-cbor';
}

function isQuery({ status, body }: WireAnswer): boolean {
  return status >= 300 ? /<Code>\s*\w/.test(body) : /<\w+Response[\s>]/.test(body);
}

/** What a model answers may be anything. */
function isRest(answer: WireAnswer): boolean {
  return answer.status >= 300 ? namesItsError(answer) : isSignedByAws(answer.headers);
}

function namesItsError({ headers, body }: WireAnswer): boolean {
  const code = headers['x-amzn-errortype'] ?? jsonObjectIn(body)?.__type;
  return typeof code === 'string' && code !== '';
}

/** Such as `x-amzn-requestid`, which every answer of AWS has. */
function isSignedByAws(headers: Headers): boolean {
  return Object.keys(headers).some((name) => name.startsWith('x-amzn-'));
}

function jsonObjectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

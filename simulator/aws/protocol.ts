import type { Instant } from '../clock.ts';
import type { Answer, Request } from '../http.ts';
import type { AwsError } from './aws-error.ts';

export type Input = Readonly<Record<string, unknown>>;
export type Reply = Extract<Answer, { readonly kind: 'answer' }>;

/** One of the languages in which AWS's services are spoken to. */
export interface Protocol {
  /** Whether a request is in this language, and for this service. */
  isSpokenIn(request: Request): boolean;
  operationOf(request: Request): string;
  readInput(request: Request): Input;
  /** What an operation answers; some answer nothing. */
  answerOutput(output: object | undefined, stamp: Stamp): Reply;
  answerError(error: AwsError, stamp: Stamp): Reply;
}

/** What an answer is to, when it is given, and which one it is: that makes its request id. */
export interface Stamp {
  readonly operation: string;
  readonly at: Instant;
  readonly count: number;
}

export function requestIdOf({ count }: Stamp): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

/** An answer with the headers that all of them have. */
export function reply(
  status: number,
  body: string | Uint8Array,
  stamp: Stamp,
  headers: Readonly<Record<string, string>>,
): Reply {
  return {
    kind: 'answer',
    status,
    headers: {
      'x-amzn-RequestId': requestIdOf(stamp),
      ...headers,
      'content-length': String(Buffer.byteLength(body)),
      date: new Date(stamp.at).toUTCString(),
    },
    body,
  };
}

/** Who is to blame, in the words of the query protocol. */
export function blamed({ status }: AwsError): 'Sender' | 'Receiver' {
  return status < 500 ? 'Sender' : 'Receiver';
}

/** A language beside query: clients that know the codes of query find them in a header. */
export function queryCompatible(protocol: Protocol): Protocol {
  return {
    ...protocol,
    answerError: (error, stamp) => {
      const answer = protocol.answerError(error, stamp);
      const code = `${error.name};${blamed(error)}`;
      return { ...answer, headers: { ...answer.headers, 'x-amzn-query-error': code } };
    },
  };
}

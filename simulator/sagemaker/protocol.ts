import type { Instant } from '../clock.ts';
import type { Answer, Request } from '../http.ts';
import type { Place } from './arn.ts';
import { AwsError } from './errors.ts';
import { toJson } from './json.ts';

/** The `X-Amz-Target` of AWS's JSON 1.1 protocol names service and operation. */
const targetPrefix = 'SageMaker.';

export function isForSageMaker({ headers }: Request): boolean {
  return headers['x-amz-target']?.startsWith(targetPrefix) ?? false;
}

export function operationOf({ headers }: Request): string {
  return (headers['x-amz-target'] ?? '').slice(targetPrefix.length);
}

/** The region stands in the credential scope of the signature (`…/20260302/eu-west-1/sagemaker/…`). */
export function placeOf({ headers }: Request, home: Place): Place {
  const region = /Credential=[^/]+\/\d+\/([^/]+)\/sagemaker\//.exec(
    headers.authorization ?? '',
  )?.[1];
  return { account: home.account, region: region ?? home.region };
}

/** A request has to be signed; by whom is not checked. */
export function checkSignature({ headers }: Request): void {
  if (headers.authorization) return;
  throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
}

export function readInput({ body }: Request): Readonly<Record<string, unknown>> {
  try {
    const input: unknown = JSON.parse(body || '{}');
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
      return input as Record<string, unknown>;
    }
  } catch {
    // Refused below, like anything else that is no JSON object.
  }
  throw new AwsError('SerializationException', 'The request body is not a JSON object');
}

/** When an answer is given, and which one it is: that makes its request id. */
export interface Stamp {
  readonly at: Instant;
  readonly count: number;
}

export function answerOutput(output: object | undefined, stamp: Stamp): Answer {
  return answer(200, output === undefined ? '' : toJson(output), stamp);
}

export function answerError(error: AwsError, stamp: Stamp): Answer {
  const { name: __type, message, status } = error;
  return answer(status, toJson({ __type, message: message || undefined }), stamp);
}

function answer(status: number, body: string, { at, count }: Stamp): Answer {
  return {
    kind: 'answer',
    status,
    headers: {
      'x-amzn-RequestId': `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
      'content-type': 'application/x-amz-json-1.1',
      'content-length': String(Buffer.byteLength(body)),
      date: new Date(at).toUTCString(),
    },
    body,
  };
}

import { AwsError } from './aws-error.ts';

/** What an error that every service of AWS knows is called by one that once spoke query only. */
const codes: Readonly<Record<string, readonly [code: string, status: number]>> = {
  AccessDeniedException: ['AccessDenied', 403],
  ExpiredTokenException: ['ExpiredToken', 403],
  MissingAuthenticationTokenException: ['MissingAuthenticationToken', 403],
  SerializationException: ['MalformedInput', 400],
  ThrottlingException: ['Throttling', 400],
  UnknownOperationException: ['InvalidAction', 400],
  UnrecognizedClientException: ['InvalidClientTokenId', 403],
  ValidationException: ['ValidationError', 400],
};

/** The error by its code of the query protocol, which clients of every protocol are told. */
export function inQueryCodes(error: AwsError): AwsError {
  const [code, status] = codes[error.name] ?? [error.name, error.status];
  return new AwsError(code, error.message, status);
}

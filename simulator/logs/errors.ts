import { AwsError } from '../aws/aws-error.ts';

export function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message);
}

export function doesNotExist(what: 'log group' | 'log stream'): AwsError {
  return new AwsError('ResourceNotFoundException', `The specified ${what} does not exist.`);
}

export function badToken(): AwsError {
  return invalid('The specified nextToken is invalid.');
}

/** What every service knows, as this one says it. */
export function inItsWords(error: AwsError): AwsError {
  const { name, message, status } = error;
  if (name === 'ValidationException') return invalid(message);
  if (name !== 'ServiceUnavailable') return error;
  return new AwsError('ServiceUnavailableException', message, status);
}

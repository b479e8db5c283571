import { AwsError } from '../aws/aws-error.ts';
import type { TargetName } from './targets.ts';

/** What the documentation forbids without giving words: these are the simulator's, and say so. */
export function refusal(what: string): AwsError {
  return new AwsError(
    'ValidationException',
    `Simulator (AWS's own words are unpublished): ${what}`,
  );
}

export function noSuchTarget({ ResourceId, ScalableDimension }: TargetName): AwsError {
  return new AwsError(
    'ObjectNotFoundException',
    `No scalable target registered for service namespace: sagemaker, resource ID: ${ResourceId}, scalable dimension: ${ScalableDimension}`,
  );
}

export function limitExceeded(what: string): AwsError {
  return new AwsError(
    'LimitExceededException',
    `Simulator (AWS's own words are unpublished): ${what}`,
  );
}

export function badToken(): AwsError {
  return new AwsError('InvalidNextTokenException', 'The next token is invalid.');
}

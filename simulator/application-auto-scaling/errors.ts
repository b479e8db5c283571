import { AwsError } from '../aws/aws-error.ts';

/** What every request about a target names it by. */
export interface TargetName {
  readonly ResourceId: string | undefined;
  readonly ScalableDimension: string | undefined;
}

export function noSuchTarget({ ResourceId, ScalableDimension }: TargetName): AwsError {
  return new AwsError(
    'ObjectNotFoundException',
    `No scalable target registered for service namespace: sagemaker, resource ID: ${ResourceId}, scalable dimension: ${ScalableDimension}`,
  );
}

/**
 * Every status that the API has, and what it means. One that is newer than this list is `unknown`:
 * it may mean anything.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html
 */
export const statuses = {
  Creating: 'running',
  Updating: 'running',
  SystemUpdating: 'running',
  RollingBack: 'running',
  InService: 'serving',
  OutOfService: 'broken',
  UpdateRollbackFailed: 'broken',
  Failed: 'failed',
  Deleting: 'deleting',
} as const satisfies Readonly<Record<string, Condition>>;

export type Condition =
  /** Something is being done to the endpoint, which refuses updates. */
  | 'running'
  | 'serving'
  /** It serves wrongly or not at all; an update is the way out. */
  | 'broken'
  /** It can only be deleted. */
  | 'failed'
  | 'deleting'
  /** There is no endpoint. */
  | 'absent'
  | 'unknown';

/** How an endpoint is that does not exist; SageMaker has no such status. */
export const absentStatus = 'absent';

export function conditionOf(status: string): Condition {
  if (status === absentStatus) return 'absent';
  return Object.hasOwn(statuses, status) ? statuses[status as keyof typeof statuses] : 'unknown';
}

/** What SageMaker does to a variant, by the statuses that the API has. */
export const variantStatuses = [
  ...['Creating', 'Updating', 'Deleting', 'ActivatingTraffic', 'Baking'],
] as const;

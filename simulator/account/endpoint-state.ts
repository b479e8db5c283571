import type { DeploymentConfig } from '@aws-sdk/client-sagemaker';
import type { Instant } from '../clock.ts';
import type { Fleet } from './fleet.ts';

export type EndpointStatus =
  | 'Creating'
  | 'Updating'
  | 'SystemUpdating'
  | 'RollingBack'
  | 'InService'
  | 'Deleting'
  | 'Failed'
  | 'UpdateRollbackFailed';

/** The fleet that is to take over, while a deployment runs. */
export interface Pending {
  readonly configName: string;
  readonly since: Instant;
  readonly fleet: Fleet;
}

/** Everything that DescribeEndpoint returns, at one instant. */
export interface EndpointState {
  readonly status: EndpointStatus;
  readonly configName: string;
  readonly modifiedAt: Instant;
  readonly live: Fleet;
  readonly pending?: Pending | undefined;
  /** What an endpoint that is being created launches: it does not show. */
  readonly launching?: Fleet | undefined;
  readonly failureReason?: string | undefined;
  readonly lastDeploymentConfig?: DeploymentConfig | undefined;
}

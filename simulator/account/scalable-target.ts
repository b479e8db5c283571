import type {
  PutScalingPolicyRequest,
  PutScheduledActionRequest,
  SuspendedState,
} from '@aws-sdk/client-application-auto-scaling';
import type { Instant } from '../clock.ts';

/** A variant that scales, and what belongs to it: deregistering deletes all of it. */
export interface ScalableTarget {
  readonly region: string;
  readonly resourceId: string;
  readonly dimension: string;
  /** Its part of every ARN: another after it was registered anew. */
  readonly id: string;
  readonly createdAt: Instant;
  readonly minCapacity: number;
  readonly maxCapacity: number;
  readonly suspended: SuspendedState;
  readonly policies: ReadonlyMap<string, StoredPolicy>;
  readonly actions: ReadonlyMap<string, StoredAction>;
  readonly tags: Readonly<Record<string, string>>;
}

export interface StoredPolicy {
  readonly id: string;
  readonly createdAt: Instant;
  readonly input: PutScalingPolicyRequest;
}

/** Times are seconds since 1970, as they come in. */
export interface StoredAction {
  readonly id: string;
  readonly createdAt: Instant;
  readonly input: ScheduledActionInput;
}

export type ScheduledActionInput = Omit<PutScheduledActionRequest, 'StartTime' | 'EndTime'> & {
  readonly StartTime?: number;
  readonly EndTime?: number;
};

import type { Denial } from '../denial.ts';
import type { Outcome, Stage } from '../outcome.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { Quota } from '../quota.ts';
import type { SmokeResult } from '../smoke-test.ts';
import type { ExaminedAlarm } from './alarm-evidence.ts';
import type { ExaminedContainer, LogLine } from './container-evidence.ts';

/** Why a run did not end well, and what is known about that: `causeOf` decides it, once. */
export type Cause = Sourced &
  (
    | AlarmCause
    | ContainerCause
    | ModelDataCause
    | CapacityCause
    | QuotaCause
    | PermissionCause
    | { readonly kind: 'throttled' }
    | TimeoutCause
    | SmokeTestCause
    | SupersededCause
    | { readonly kind: 'cancelled'; readonly stage: Stage }
    /** The inputs cannot be read, or name what does not exist. */
    | { readonly kind: 'input'; readonly code: ProblemCode }
    /** The pre-flight stopped it: the rules that found an error, whatever they are about. */
    | { readonly kind: 'preflight'; readonly findings: readonly string[] }
    /** It is known why, and is none of the others. */
    | { readonly kind: 'other'; readonly code: ProblemCode | undefined }
    | UnknownCause
  );

/** The values of the output `cause`, but for the empty one. */
export type CauseKind = Cause['kind'];

export interface Sourced {
  readonly source: Source;
}

/** Where the cause is read from. */
export type Source =
  /** SageMaker's reason for this rollout. */
  | { readonly kind: 'reason'; readonly words: string }
  /** What was refused or failed, by AWS or by the action. */
  | { readonly kind: 'error'; readonly problem: Problem }
  /** The histories of the alarms, or the lines of the containers. */
  | { readonly kind: 'evidence' }
  /** What the run itself did and saw. */
  | { readonly kind: 'run' };

export interface AlarmCause {
  readonly kind: 'alarm';
  /** At least one. */
  readonly alarms: readonly NamedAlarm[];
  /** Whether their histories, all of them read, show no change to ALARM during this rollout. */
  readonly isContradicted: boolean;
}

export interface NamedAlarm {
  readonly name: string;
  /** What CloudWatch tells of it, where it was asked. */
  readonly examined: ExaminedAlarm | undefined;
}

export interface ContainerCause {
  readonly kind: 'container';
  /** `not-ready`: it failed its health check; `log`: only its log tells. */
  readonly how: 'not-ready' | 'not-started' | 'image' | 'image-too-large' | 'log';
  /** Whether it is known that no container that was started since the call has logged anything. */
  readonly isSilent: boolean;
  /** The container whose log tells of a failure, where there is one. */
  readonly failure: FailedContainer | undefined;
}

export interface FailedContainer {
  readonly stream: ExaminedContainer['stream'];
  readonly condition: ExaminedContainer['condition'];
  /** Undefined where not every reader may see it. */
  readonly line: LogLine | undefined;
}

export interface ModelDataCause {
  readonly kind: 'model-data';
  /** `not-extracted`: it was found, and is no archive that SageMaker can open. */
  readonly how: 'not-read' | 'not-extracted';
  /** The address in S3, where it is named. */
  readonly object: string | undefined;
}

export interface CapacityCause {
  readonly kind: 'capacity';
  /** Those that the reason names, or else those of the new configuration. */
  readonly instanceTypes: readonly string[];
}

export interface QuotaCause {
  readonly kind: 'quota';
  readonly quota: Quota | undefined;
}

export interface PermissionCause {
  readonly kind: 'permission';
  /** `role`: SageMaker may not assume the execution role; `credentials`: those of the job are not accepted. */
  readonly of: 'call' | 'image' | 'key' | 'role' | 'credentials';
  readonly denial: Denial;
}

export interface TimeoutCause {
  readonly kind: 'timeout';
  /** `others`: an update of others, which did not end. */
  readonly waitedFor: 'others' | Stage;
  readonly seconds: number;
}

export interface SmokeTestCause {
  readonly kind: 'smoke-test';
  /** Those that failed. */
  readonly smokeResults: readonly SmokeResult[];
}

export interface SupersededCause {
  readonly kind: 'superseded';
  readonly by: string;
  readonly how: Extract<Outcome, { kind: 'superseded' }>['how'];
}

export interface UnknownCause {
  readonly kind: 'unknown';
  readonly code: ProblemCode | undefined;
  /** What contradicts itself: SageMaker's reason, which may be an earlier one's, and the evidence. */
  readonly contradiction:
    | { readonly words: string; readonly evidence: AlarmCause | ContainerCause }
    | undefined;
}

export const noDenial: Denial = {
  action: undefined,
  resource: undefined,
  principal: undefined,
  effect: undefined,
  policy: undefined,
};

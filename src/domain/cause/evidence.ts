import type { Instant } from '../request.ts';
import type { AlarmEvidence } from './alarm-evidence.ts';
import type { ContainerEvidence } from './container-evidence.ts';

/** What was read that may tell why a rollout does not go well. */
export type EvidenceEvent =
  /** What CloudWatch tells of the alarms, once the outcome is known. */
  | { readonly kind: 'alarms-examined'; readonly at: Instant; readonly evidence: AlarmEvidence }
  /** What new containers have logged: while they start, and once the outcome is known. */
  | {
      readonly kind: 'containers-examined';
      readonly at: Instant;
      readonly evidence: ContainerEvidence;
    };

/** What is known so far; undefined: nothing was read. */
export interface Evidence {
  readonly alarmEvidence: AlarmEvidence | undefined;
  readonly containerEvidence: ContainerEvidence | undefined;
}

export const noEvidence: Evidence = { alarmEvidence: undefined, containerEvidence: undefined };

/** What the event adds: the newest reading holds all of the earlier ones. */
export function examined(event: EvidenceEvent): Partial<Evidence> {
  return event.kind === 'alarms-examined'
    ? { alarmEvidence: event.evidence }
    : { containerEvidence: event.evidence };
}

import type { Alarm } from '../alarms/alarm.ts';
import type { Problem } from '../problem.ts';
import type { Instant } from '../request.ts';

/** What CloudWatch tells of the alarms of a rollout that did not end well. */
export interface AlarmEvidence {
  /** Those that roll this deployment back. */
  readonly alarms: readonly ExaminedAlarm[];
  /** What could not be read, each once: it is not asked for again in this run. */
  readonly unread: readonly Problem[];
}

export interface ExaminedAlarm extends AlarmRecord {
  /** Of a composite alarm: the alarms in its rule, and those in the rules of these. */
  readonly children: readonly AlarmRecord[];
}

export interface AlarmRecord {
  readonly name: string;
  /** As it is defined now; undefined where it could not be read, or was deleted. */
  readonly alarm: Alarm | undefined;
  /** When it first went to ALARM during this rollout; undefined: no sign of it. */
  readonly trippedAt: Instant | undefined;
  /** When it next left ALARM, or first did so, where it was in ALARM before the update began; undefined: no sign of it. */
  readonly recoveredAt: Instant | undefined;
  /** Since when it was in ALARM, where it was before the update began; undefined: no sign of it. */
  readonly redSince: Instant | undefined;
  /** CloudWatch's words about that. */
  readonly reason: string | undefined;
  /** By which datapoints CloudWatch decided so, as it says itself, by time. */
  readonly decidedBy: readonly Datapoint[];
  /** What it watches, around that time, by time. */
  readonly datapoints: readonly Datapoint[];
  /** The same metric of each fleet, where it is one of the endpoint as a whole and all could be read. */
  readonly fleets: FleetDatapoints | undefined;
}

/** Whether it was in ALARM during the rollout, which SageMaker rolls back on, whenever it went there. */
export function wasInAlarm({ trippedAt, redSince, recoveredAt }: AlarmRecord): boolean {
  return trippedAt !== undefined || redSince !== undefined || recoveredAt !== undefined;
}

/** Before anything was read of an alarm. */
export const nothingKnown: Omit<AlarmRecord, 'name'> = {
  ...{ alarm: undefined, trippedAt: undefined, recoveredAt: undefined, redSince: undefined },
  ...{ reason: undefined, decidedBy: [], datapoints: [], fleets: undefined },
};

/** By time; empty: CloudWatch has none. */
export interface FleetDatapoints {
  readonly fresh: readonly Datapoint[];
  readonly old: readonly Datapoint[];
}

export interface Datapoint {
  /** When its period begins. */
  readonly at: Instant;
  readonly value: number;
}

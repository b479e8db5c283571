import type { Alarm } from '../alarms/alarm.ts';
import type { Problem } from '../problem.ts';
import type { Instant } from '../request.ts';

/** What CloudWatch tells of the alarms of a rollout that did not end well. */
export interface AlarmEvidence {
  readonly alarms: readonly ExaminedAlarm[];
  /** What could not be read, each once: it is not asked for again in this run. */
  readonly unread: readonly Problem[];
}

export interface ExaminedAlarm {
  readonly name: string;
  /** As it is defined now; undefined where it could not be read, or was deleted. */
  readonly alarm: Alarm | undefined;
  /** When it went to ALARM during this rollout; undefined: no sign of it. */
  readonly trippedAt: Instant | undefined;
  /** CloudWatch's words about that. */
  readonly reason: string | undefined;
  /** What it watches, around that time, by time. */
  readonly datapoints: readonly Datapoint[];
}

export interface Datapoint {
  /** When its period begins. */
  readonly at: Instant;
  readonly value: number;
}

import type { Times } from '../clocks.ts';
import type { AlarmRecord } from './alarm-evidence.ts';
import type { Evidence } from './evidence.ts';
import type { AlarmCause, ContainerCause } from './kinds.ts';
import { tellingLine } from './log-lines.ts';

/** Whether it went to ALARM once the update was seen to roll back: it is no cause of that. */
export function trippedTooLate({ trippedAt }: AlarmRecord, known: Times): boolean {
  const { turnedBackBy } = known;
  if (trippedAt === undefined || turnedBackBy === undefined) return false;
  return trippedAt > turnedBackBy + known.skewMs;
}

/**
 * The alarms that went to ALARM during the rollout, or were in it all the time; undefined where none is known
 * to have.
 */
export function evidenceOfAlarms(known: Evidence & Times): AlarmCause | undefined {
  const tripped = (known.alarmEvidence?.alarms ?? []).filter(
    (alarm) =>
      alarm.redSince !== undefined ||
      (alarm.trippedAt !== undefined && !trippedTooLate(alarm, known)),
  );
  const alarms = tripped.map((examined) => ({ name: examined.name, examined }));
  return alarms.length > 0 ? { kind: 'alarm', alarms, isContradicted: false } : undefined;
}

/** The first container that fails, and the line that says most of why: the worst comes first. */
export function evidenceOfContainers({ containerEvidence }: Evidence): ContainerCause | undefined {
  for (const { stream, condition, lines } of containerEvidence?.containers ?? []) {
    if (condition === 'no-failure') continue;
    const failure = { stream, condition, line: tellingLine(lines) };
    return { kind: 'container', how: 'log', isSilent: false, failure };
  }
  return undefined;
}

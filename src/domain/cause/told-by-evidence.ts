import { wasInAlarm } from './alarm-evidence.ts';
import type { Evidence } from './evidence.ts';
import type { AlarmCause, ContainerCause } from './kinds.ts';
import { tellingLine } from './log-lines.ts';

/** The alarms that went to ALARM during the rollout; undefined where none is known to have. */
export function evidenceOfAlarms({ alarmEvidence }: Evidence): AlarmCause | undefined {
  const tripped = (alarmEvidence?.alarms ?? []).filter(wasInAlarm);
  const alarms = tripped.map((examined) => ({ name: examined.name, examined }));
  return alarms.length > 0 ? { kind: 'alarm', alarms, isContradicted: false } : undefined;
}

/** The first container that fails, and the line that says most of why: the worst comes first. */
export function evidenceOfContainers({ containerEvidence }: Evidence): ContainerCause | undefined {
  for (const { stream, condition, lines } of containerEvidence?.containers ?? []) {
    if (condition === 'no-failure') continue;
    const failure = { stream, condition, line: tellingLine(lines) };
    return { kind: 'container', how: 'log', failure };
  }
  return undefined;
}

import type { Evidence } from './evidence.ts';
import type { AlarmCause, ContainerCause } from './kinds.ts';

/** The alarms that went to ALARM during the rollout; undefined where none is known to have. */
export function evidenceOfAlarms({ alarmEvidence }: Evidence): AlarmCause | undefined {
  const tripped = (alarmEvidence?.alarms ?? []).filter(({ trippedAt }) => trippedAt !== undefined);
  const alarms = tripped.map((examined) => ({ name: examined.name, examined }));
  return alarms.length > 0 ? { kind: 'alarm', alarms, isContradicted: false } : undefined;
}

/** The first container with a line that is known to tell of a failure: the last such line of it. */
export function evidenceOfContainers({ containerEvidence }: Evidence): ContainerCause | undefined {
  for (const { stream, lines } of containerEvidence?.containers ?? []) {
    const line = lines.findLast(({ kind }) => kind === 'failure');
    if (line) return { kind: 'container', how: 'log', failure: { stream, line } };
  }
  return undefined;
}

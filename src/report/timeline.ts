import type { Account } from '../domain/account.ts';
import { durationText } from '../domain/duration.ts';
import type { PhaseSpan } from '../domain/phase-span.ts';
import type { Instant } from '../domain/request.ts';
import { ganttChart } from './gantt.ts';
import { phaseText } from './phase.ts';
import { fold, table } from './table.ts';
import { timeOfDay } from './time.ts';

const shares = ['New', 'Old', 'Share'];

/** The phases as a picture. */
export function chartSection(
  { phases }: Account,
  toCome: readonly PhaseSpan[],
  now: Instant,
): string {
  return phases.length + toCome.length === 0 ? '' : ganttChart(phases, toCome, now);
}

/** The phases for those who read: what happened, and what is expected still to come. */
export function phasesSection({ phases }: Account, toCome: readonly PhaseSpan[]): string {
  if (phases.length + toCome.length === 0) return '';
  const isPlan = phases.length === 0;
  const head = [isPlan ? 'After' : 'UTC', 'Phase', isPlan ? 'Lasts' : 'Lasted', ...shares];
  const rows = [...phases.map(rowOf), ...toCome.map(expectedRowOf)];
  return fold('Timeline as a table', table(head, rows));
}

/** Instances with traffic on the new fleet and on the old, and the new fleet's share of it. */
function rowOf({ phase, from, until, traffic, sharePercent }: PhaseSpan): readonly string[] {
  const isCounted = traffic !== undefined && traffic.newDesired > 0 && phase !== 'settling';
  return [
    timeOfDay(from),
    phaseText(phase, sharePercent),
    until === undefined ? 'runs' : durationText((until - from) / 1000),
    ...(isCounted
      ? [`${traffic.newInstances} of ${traffic.newDesired}`, String(traffic.oldInstances)]
      : ['', '']),
    isCounted && sharePercent !== undefined ? `${sharePercent} %` : '',
  ];
}

function expectedRowOf({ phase, from, until, sharePercent }: PhaseSpan): readonly string[] {
  const lasts = until === undefined ? '' : `about ${durationText((until - from) / 1000)}`;
  const share = sharePercent === undefined ? '' : `${sharePercent} %`;
  return [`about ${timeOfDay(from)}`, phaseText(phase, sharePercent), lasts, '', '', share];
}

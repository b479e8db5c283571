import type { Account, PhaseSpan } from '../domain/account.ts';
import { durationText } from '../domain/duration.ts';
import type { Instant } from '../domain/request.ts';
import { ganttChart } from './gantt.ts';
import { phaseText, trafficText } from './phase.ts';
import { fold, table } from './table.ts';
import { timeOfDay } from './time.ts';

const head = ['UTC', 'Phase', 'Lasted', 'Traffic'];

/** The phases as a picture. */
export function chartSection(
  { phases }: Account,
  toCome: readonly PhaseSpan[],
  now: Instant,
): string {
  return phases.length === 0 ? '' : ganttChart(phases, toCome, now);
}

/** The phases for those who read: what happened, and what is expected still to come. */
export function phasesSection({ phases }: Account, toCome: readonly PhaseSpan[]): string {
  if (phases.length === 0) return '';
  const rows = [...phases.map(rowOf), ...toCome.map(expectedRowOf)];
  return fold('Timeline as a table', table(head, rows));
}

function rowOf({ phase, from, until, traffic, sharePercent }: PhaseSpan): readonly string[] {
  const lasted = until === undefined ? 'runs' : durationText((until - from) / 1000);
  const words = phaseText(phase, sharePercent);
  return [timeOfDay(from), words, lasted, trafficText(phase, traffic) ?? ''];
}

function expectedRowOf({ phase, from, until, sharePercent }: PhaseSpan): readonly string[] {
  const lasts = until === undefined ? '' : `about ${durationText((until - from) / 1000)}`;
  return [`about ${timeOfDay(from)}`, phaseText(phase, sharePercent), lasts, 'expected'];
}

import type { PhaseSpan } from '../domain/account.ts';
import type { Instant } from '../domain/request.ts';
import { phaseText } from './phase.ts';
import { isoTime } from './time.ts';

/** A bar of the chart. Its words are our own: nothing from elsewhere stands in a chart. */
interface Bar {
  readonly section: string;
  readonly text: string;
  readonly tag: '' | 'done, ' | 'active, ' | 'crit, ';
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * The phases as a Mermaid Gantt chart, times in UTC: those that happened, the one that runs until
 * `now`, and those still to come. A rollback stands in a section of its own, in red.
 */
export function ganttChart(
  phases: readonly PhaseSpan[],
  toCome: readonly PhaseSpan[],
  now: Instant,
): string {
  const bars = [
    ...phases.map((span) => barOf(span, now)),
    ...toCome.map((span) => ({ ...barOf(span, now), section: 'Still to come', tag: '' as const })),
  ];
  const lines = bars.flatMap((bar, index) => {
    const isNew = bar.section !== bars[index - 1]?.section;
    return [...(isNew ? [`    section ${bar.section}`] : []), `    ${barLine(bar)}`];
  });
  return ['```mermaid', 'gantt', ...chartSettings(bars), ...lines, '```'].join('\n');
}

function chartSettings(bars: readonly Bar[]): readonly string[] {
  const first = Math.min(...bars.map(({ from }) => from));
  const last = Math.max(...bars.map(({ until }) => until));
  return [
    '    dateFormat YYYY-MM-DDTHH:mm:ss',
    '    axisFormat %H:%M',
    `    tickInterval ${tickMinutes((last - first) / 60_000)}minute`,
    '    todayMarker off',
  ];
}

/** A tick every so many minutes, so that six to twelve stand on the axis. */
function tickMinutes(minutes: number): number {
  return [1, 2, 5, 10, 15, 30, 60].find((step) => minutes / step <= 10) ?? 120;
}

function barLine({ text, tag, from, until }: Bar): string {
  const seconds = Math.max(1, Math.round((until - from) / 1000));
  return `${text} :${tag}${isoTime(from).slice(0, 19)}, ${seconds}s`;
}

function barOf({ phase, from, until, sharePercent }: PhaseSpan, now: Instant): Bar {
  const isRollback = phase === 'rolling-back';
  return {
    section: isRollback ? 'Rollback' : sectionOf(sharePercent),
    text: phaseText(phase, undefined),
    tag: isRollback ? 'crit, ' : until === undefined ? 'active, ' : 'done, ',
    from,
    until: until ?? Math.max(now, from),
  };
}

function sectionOf(share: number | undefined): string {
  return share ? `${share} % of traffic` : 'New fleet';
}

import type { RolloutPhase } from '../domain/phase.ts';
import type { PhaseSpan } from '../domain/phase-span.ts';
import type { Instant } from '../domain/request.ts';
import { inLog } from '../domain/text/log.ts';
import { type Markdown, md, together } from '../domain/text/markdown.ts';
import { inForm, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { isoTime } from '../domain/time.ts';

/** A bar of the chart. Its words are our own: nothing from elsewhere stands in a chart. */
interface Bar {
  readonly section: Phrase;
  readonly text: Phrase;
  readonly tag: '' | 'done, ' | 'active, ' | 'crit, ';
  readonly from: Instant;
  readonly until: Instant;
}

/** Words short enough for a bar on a telephone. */
const words = {
  starting: 'Accepted',
  creating: 'Creating',
  provisioning: 'Launching',
  'shifting-traffic': 'Shifting',
  baking: 'Baking',
  'final-bake': 'Final bake',
  'removing-old-fleet': 'Removing',
  'rolling-back': 'Rolling back',
  settling: 'Settling',
  'smoke-testing': 'Testing',
  'smoke-rollback': 'Rolling back',
} as const satisfies Readonly<Record<RolloutPhase, string>>;

/** Calm colors: sections alternate between two. */
const settings = md`---
config:
  gantt:
    numberSectionStyles: 2
    barHeight: 22
    fontSize: 12
    sectionFontSize: 12
---
gantt
    dateFormat YYYY-MM-DDTHH:mm:ss
    axisFormat %H:%M
    todayMarker off`;

/** Shorter bars than this share of the whole are slivers: the table has them. */
const leastShare = 0.015;
const mostTicks = 5;

/**
 * The phases as a Mermaid Gantt chart, times in UTC: those that happened, the one that runs, drawn
 * to its expected end, and those still to come. A rollback stands in a section of its own, in red.
 */
export function ganttChart(
  phases: readonly PhaseSpan[],
  toCome: readonly PhaseSpan[],
  now: Instant,
): Markdown {
  const runsUntil = toCome[0]?.from ?? now;
  const expected = phases.length === 0 ? phrase`Expected` : phrase`To come`;
  const all = [
    ...phases.map((span) => barOf(span, runsUntil)),
    ...toCome.map((span) => ({ ...barOf(span, now), section: expected, tag: '' as const })),
  ];
  const seconds = (lastOf(all) - firstOf(all)) / 1000;
  const bars = all.filter(({ from, until }) => until - from >= 1000 * seconds * leastShare);
  const lines = bars.flatMap((bar, index) => {
    const isNew = inLog(bar.section) !== inLog(bars[index - 1]?.section ?? phrase``);
    return [...(isNew ? [md`    section ${bar.section}`] : []), md`    ${barLine(bar)}`];
  });
  const ticks = md`    tickInterval ${tickMinutes(seconds / 60)}minute`;
  return together([md`\`\`\`mermaid`, settings, ticks, ...lines, md`\`\`\``], '\n');
}

function firstOf(bars: readonly Bar[]): Instant {
  return Math.min(...bars.map(({ from }) => from));
}

function lastOf(bars: readonly Bar[]): Instant {
  return Math.max(...bars.map(({ until }) => until));
}

function tickMinutes(minutes: number): number {
  return [1, 2, 5, 10, 15, 30, 60].find((step) => minutes / step <= mostTicks) ?? 120;
}

function barLine({ text, tag, from, until }: Bar): Phrase {
  const seconds = Math.max(1, Math.round((until - from) / 1000));
  const begin = inForm(isoTime(from).slice(0, 19), /^[\dT:-]+$/);
  return phrase`${text} :${own(tag)}${begin}, ${seconds}s`;
}

function barOf({ phase, from, until, sharePercent }: PhaseSpan, runsUntil: Instant): Bar {
  const isRollback = phase === 'rolling-back' || phase === 'smoke-rollback';
  return {
    section: isRollback ? phrase`Rollback` : sectionOf(phase, sharePercent),
    text: own(words[phase]),
    tag: isRollback ? 'crit, ' : until === undefined ? 'active, ' : 'done, ',
    from,
    until: until ?? Math.max(runsUntil, from),
  };
}

function sectionOf(phase: RolloutPhase, sharePercent: number | undefined): Phrase {
  if (phase === 'smoke-testing') return phrase`Smoke test`;
  return sharePercent ? phrase`${sharePercent} % new` : phrase`New fleet`;
}

import { durationText } from '../domain/duration.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { PhaseSpan } from '../domain/phase-span.ts';
import type { Instant } from '../domain/request.ts';
import type { Markdown } from '../domain/text/markdown.ts';
import { phrase } from '../domain/text/phrase.ts';
import { ganttChart } from './gantt.ts';
import { nothing } from './limit.ts';
import { phaseText } from './phase.ts';
import { type Cell, fold, table } from './table.ts';
import { timeOfDay } from './time.ts';

const shares = [phrase`New`, phrase`Old`, phrase`Share`];

/** The phases as a picture. */
export function chartSection(
  { phases }: Lifecycle,
  toCome: readonly PhaseSpan[],
  now: Instant,
): Markdown {
  return phases.length + toCome.length === 0 ? nothing : ganttChart(phases, toCome, now);
}

/** The phases for those who read: what happened, and what is expected still to come. */
export function phasesSection({ phases }: Lifecycle, toCome: readonly PhaseSpan[]): Markdown {
  if (phases.length + toCome.length === 0) return nothing;
  const isPlan = phases.length === 0;
  const [when, lasts] = isPlan ? [phrase`After`, phrase`Lasts`] : [phrase`UTC`, phrase`Lasted`];
  const head = [when, phrase`Phase`, lasts, ...shares];
  const rows = [...phases.map(rowOf), ...toCome.map(expectedRowOf)];
  return fold(phrase`Timeline as a table`, table(head, rows));
}

/** Instances with traffic on the new fleet and on the old, and the new fleet's share of it. */
function rowOf({ phase, from, until, traffic, sharePercent }: PhaseSpan): readonly Cell[] {
  const isCounted = traffic !== undefined && traffic.newDesired > 0 && phase !== 'settling';
  return [
    timeOfDay(from),
    phaseText(phase, sharePercent),
    until === undefined ? phrase`runs` : durationText((until - from) / 1000),
    ...(isCounted
      ? [phrase`${traffic.newInstances} of ${traffic.newDesired}`, phrase`${traffic.oldInstances}`]
      : [phrase``, phrase``]),
    isCounted && sharePercent !== undefined ? phrase`${sharePercent} %` : phrase``,
  ];
}

function expectedRowOf({ phase, from, until, sharePercent }: PhaseSpan): readonly Cell[] {
  const lasts =
    until === undefined ? phrase`` : phrase`about ${durationText((until - from) / 1000)}`;
  const share = sharePercent === undefined ? phrase`` : phrase`${sharePercent} %`;
  const at = phrase`about ${timeOfDay(from)}`;
  return [at, phaseText(phase, sharePercent), lasts, phrase``, phrase``, share];
}

import { describe, expect, it } from '@jest/globals';
import type { PhaseSpan } from '../../src/domain/phase-span.ts';
import { ganttChart } from '../../src/report/gantt.ts';

const nine = Date.parse('2026-03-02T09:00:00Z');

type Bounds = readonly [from: number, until: number | undefined];

function span(phase: PhaseSpan['phase'], [from, until]: Bounds, share?: number): PhaseSpan {
  return {
    phase,
    from: nine + 1000 * from,
    until: until === undefined ? undefined : nine + 1000 * until,
    traffic: undefined,
    sharePercent: share,
  };
}

describe('the timeline as a Gantt chart', () => {
  it('shows what happened, a rollback in red in a section of its own, and leaves out slivers', () => {
    const phases = [
      span('starting', [0, 3]),
      span('provisioning', [3, 155], 0),
      span('baking', [155, 200], 33),
      span('rolling-back', [205, 260], 0),
    ];
    expect(ganttChart(phases, [], nine + 260_000).text).toBe(`\`\`\`mermaid
---
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
    todayMarker off
    tickInterval 1minute
    section New fleet
    Launching :done, 2026-03-02T09:00:03, 152s
    section 33 % new
    Baking :done, 2026-03-02T09:02:35, 45s
    section Rollback
    Rolling back :crit, 2026-03-02T09:03:25, 55s
\`\`\``);
  });

  it('shows what runs, to its expected end, and what is to come', () => {
    const chart = ganttChart(
      [span('baking', [0, undefined], 33)],
      [span('final-bake', [300, 420], 100)],
      nine + 60_000,
    ).text;
    expect(chart).toContain('    Baking :active, 2026-03-02T09:00:00, 300s\n');
    expect(chart).toContain('    section To come\n    Final bake :2026-03-02T09:05:00, 120s\n');
  });

  it('shows what is expected, before anything happens', () => {
    const chart = ganttChart([], [span('provisioning', [0, 135])], nine).text;
    expect(chart).toContain('    section Expected\n    Launching :2026-03-02T09:00:00, 135s\n');
  });

  it.each([
    [4, 'tickInterval 1minute'],
    [9, 'tickInterval 2minute'],
    [60, 'tickInterval 15minute'],
    [480, 'tickInterval 120minute'],
  ])('of %i minutes has room for its ticks: %s', (minutes, tick) => {
    expect(ganttChart([span('baking', [0, 60 * minutes])], [], nine).text).toContain(tick);
  });
});

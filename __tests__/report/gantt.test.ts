import { describe, expect, it } from '@jest/globals';
import type { PhaseSpan } from '../../src/domain/account.ts';
import { ganttChart } from '../../src/report/gantt.ts';

const nine = Date.parse('2026-03-02T09:00:00Z');

function span(
  phase: PhaseSpan['phase'],
  from: number,
  until: number | undefined,
  share?: number,
): PhaseSpan {
  return {
    phase,
    from: nine + 1000 * from,
    until: until === undefined ? undefined : nine + 1000 * until,
    traffic: undefined,
    sharePercent: share,
  };
}

describe('the timeline as a Gantt chart', () => {
  it('shows what happened, a rollback in red in a section of its own', () => {
    const phases = [
      span('provisioning', 3, 155, 0),
      span('baking', 155, 200, 33),
      span('rolling-back', 205, 260, 0),
    ];
    expect(ganttChart(phases, [], nine + 260_000)).toBe(`\`\`\`mermaid
gantt
    dateFormat YYYY-MM-DDTHH:mm:ss
    axisFormat %H:%M
    tickInterval 1minute
    todayMarker off
    section New fleet
    Provisioning the new fleet :done, 2026-03-02T09:00:03, 152s
    section 33 % of traffic
    Baking :done, 2026-03-02T09:02:35, 45s
    section Rollback
    Rolling back :crit, 2026-03-02T09:03:25, 55s
\`\`\``);
  });

  it('shows what runs, until now, and what is still to come', () => {
    const chart = ganttChart(
      [span('baking', 0, undefined, 33)],
      [span('final-bake', 300, 420, 100)],
      nine + 60_000,
    );
    expect(chart).toContain('    Baking :active, 2026-03-02T09:00:00, 60s\n');
    expect(chart).toContain(
      '    section Still to come\n    Final bake :2026-03-02T09:05:00, 120s\n',
    );
  });

  it.each([
    [9, 'tickInterval 1minute'],
    [60, 'tickInterval 10minute'],
    [480, 'tickInterval 60minute'],
  ])('of %i minutes has room for its ticks: %s', (minutes, tick) => {
    expect(ganttChart([span('baking', 0, 60 * minutes)], [], nine)).toContain(tick);
  });
});

import { describe, expect, it } from '@jest/globals';
import { canary, endOfJob, inFreshWorld, type JourneyOptions, travelAgain } from './journey.ts';

const lastEdits = { method: 'PATCH', path: '/issues/comments/*' } as const;

/** A rollout that an alarm rolls back, and the post step of its job. */
function rolledBack(arrange: NonNullable<JourneyOptions['arrange']>) {
  const options = { scenario: 'alarm-in-canary-bake', inputs: canary } as const;
  return inFreshWorld(options, async (simulator) => {
    await arrange(simulator);
    const { run, comments } = await travelAgain(simulator, options);
    const endedAt = simulator.clock.now();
    const after = await endOfJob(simulator, run, options);
    return { run, comments, endedAt, after, simulator };
  });
}

/** From shortly before the rollout's end. */
const atTheEnd = Date.parse('2026-03-02T09:04:22Z');

describe('the last comment of a rollout', () => {
  it.each([
    [
      'a secondary limit asks to wait a minute',
      { kind: 'secondary-rate-limit', retryAfterSeconds: 60 },
    ],
    ['a 429 asks to wait a minute', { kind: 'too-many-requests', retryAfterSeconds: 60 }],
    [
      'the primary limit resets in four minutes',
      { kind: 'primary-rate-limit', resetAfterSeconds: 240 },
    ],
  ] as const)('waits as long as GitHub asks where %s', async (_, fault) => {
    const until = atTheEnd + 1000 * ('resetAfterSeconds' in fault ? fault.resetAfterSeconds : 60);
    const { run, comments } = await rolledBack(({ github }) =>
      github.addFault({ ...fault, ...lastEdits, from: atTheEnd, until }),
    );
    expect(run.outputs.outcome).toBe('rolled-back');
    expect(comments[0]?.body).toContain('### Rolled back: `fraud-prod` still serves `fraud-v1`');
    expect(run.annotations.map(({ level }) => level)).toEqual(['error']);
  });

  it.each([
    [
      'fails for two minutes',
      120,
      { kind: 'server-error', status: 502 },
      'GitHub failed to answer, with HTTP 502',
    ],
    [
      'asks to wait for six minutes',
      350,
      { kind: 'secondary-rate-limit', retryAfterSeconds: 360 },
      'it asks to wait 6 min',
    ],
    ['hangs for two minutes', 120, { kind: 'hang' }, 'There was no complete answer within 20 s.'],
    [
      'is hidden behind a page for two minutes',
      120,
      { kind: 'page' },
      'What came is not an answer of its API.',
    ],
    [
      'refuses the last edit once',
      120,
      { kind: 'forbidden', calls: 1 },
      'GitHub did not allow this step to edit a comment.',
    ],
  ] as const)(
    'is written by the post step where GitHub %s, and the step says why',
    async (_, seconds, fault, why) => {
      const { run, comments, after } = await rolledBack(({ github }) => {
        github.addFault({
          ...fault,
          ...lastEdits,
          from: atTheEnd,
          until: atTheEnd + 1000 * seconds,
        });
      });
      const warnings = run.annotations.filter(({ level }) => level === 'warning');
      expect(warnings).toHaveLength(1);
      expect(warnings[0]?.message).toContain(why);
      expect(warnings[0]?.message).toContain('The post step of this job attempts it again.');
      expect(run.log).not.toMatch(/within 0 s|Negative|negative/);
      expect(comments[0]?.body).toContain('### Rolling out');
      expect(after.comments[0]?.body).toContain('### Rolled back');
      expect(after.run.annotations).toEqual([]);
      expect(after.run.summary).toBe('');
    },
  );

  it('does not wait where GitHub asks for longer than a day, and says so', async () => {
    const { run, endedAt, after, simulator } = await rolledBack(({ github }) =>
      github.addFault({
        kind: 'secondary-rate-limit',
        retryAfterSeconds: 100_000,
        ...lastEdits,
        from: atTheEnd,
      }),
    );
    const told = Date.parse(JSON.parse(run.outputs.report ?? '')['ended-at']);
    expect(endedAt - told).toBeLessThan(20_000);
    expect(run.log).toContain('it asks to wait 27 h 46 min');
    expect(simulator.clock.now() - endedAt).toBeLessThan(20_000);
    expect(after.run.annotations.map(({ level }) => level)).toEqual(['warning']);
  });

  it('has precedence: after a limit the edits before it are left out for five minutes', async () => {
    const { comments } = await rolledBack(({ github }) =>
      github.addFault({
        kind: 'secondary-rate-limit',
        retryAfterSeconds: 5,
        calls: 2,
        ...lastEdits,
      }),
    );
    const times = comments[0]?.versions.map(({ at }) => at) ?? [];
    expect(comments[0]?.body).toContain('### Rolled back');
    expect(times).toHaveLength(3);
  });
});

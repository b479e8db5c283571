import { describe, expect, it } from '@jest/globals';
import { workflowDispatch } from '../../simulator/runner/event.ts';
import { canary, endOfJob, pullRequest, travel, travelAgain } from './journey.ts';

const rolledBack = { scenario: 'alarm-in-canary-bake', inputs: canary } as const;

describe('people are told by a comment of its own', () => {
  it('that a rollout was rolled back: the author and who merged it, with a link to the report', async () => {
    const { comments, notices } = await travel({
      ...rolledBack,
      arrange: ({ github }) =>
        github.addPullRequest({ number: pullRequest, author: 'mona', mergedBy: 'hubot-lead' }),
    });
    expect(notices).toHaveLength(1);
    const [, notice] = notices[0]?.body.split('\n') ?? [];
    expect(notice).toBe(
      `@mona @hubot-lead **Rolled back: \`fraud-prod\` still serves \`fraud-v1\`** ([Report](${comments[0]?.url}) · [Workflow run](https://github.com/acme/fraud/actions/runs/9001))`,
    );
  });

  it.each([
    ['once, where the author merged it', { author: 'mona' }, '@mona **'],
    ['but never an app', { author: 'dependabot[bot]', mergedBy: 'mona' }, '@mona **'],
    [
      'and no one where apps did all',
      { author: 'renovate[bot]', mergedBy: 'merge[bot]' },
      '**Rolled',
    ],
  ])('%s', async (_, people, beginning) => {
    const { notices } = await travel({
      ...rolledBack,
      arrange: ({ github }) => github.addPullRequest({ number: pullRequest, ...people }),
    });
    expect(notices[0]?.body.split('\n')[1]?.startsWith(beginning)).toBe(true);
  });

  it('once for each run and outcome, also where the run is run again and an answer was lost', async () => {
    const { notices } = await travel({
      ...rolledBack,
      arrange: async (simulator) => {
        simulator.github.addFault({
          ...{ kind: 'lost-answer', method: 'POST', path: '/issues/*/comments' },
          from: Date.parse('2026-03-02T09:04:22Z'),
          calls: 1,
        });
        await travelAgain(simulator, rolledBack);
      },
    });
    expect(notices.length).toBe(1);
  });

  it('that a rollout has failed before anything was changed', async () => {
    const { notices } = await travel({ scenario: 'access-denied' });
    expect(notices[0]?.body).toContain('**Failed: `fraud-prod` does not serve `fraud-v2`**');
  });

  it('that a step which was killed has ended in a rollback, by its post step', async () => {
    const { notices } = await travel({
      ...rolledBack,
      arrange: async (simulator) => {
        const { run } = await travelAgain(simulator, {
          ...rolledBack,
          signals: [{ at: Date.parse('2026-03-02T09:04:00Z'), signal: 'SIGKILL' }],
        });
        simulator.clock.advanceTo(simulator.clock.now() + 600_000);
        await endOfJob(simulator, run, rolledBack);
      },
    });
    expect(notices.some(({ body }) => /notice.*\n@octocat \*\*Rolled back/.test(body))).toBe(true);
  });
});

describe('no one is told by a comment of its own', () => {
  it.each([
    ['of success', {}],
    ['of a plan that would be stopped', { inputs: { mode: 'plan', alarms: 'no-such-alarm' } }],
    ['where `notify` says so', { ...rolledBack, inputs: { ...canary, notify: 'false' } }],
    ['of a cancelled run', { inputs: canary, cancelAt: Date.parse('2026-03-02T09:04:00Z') }],
  ])('%s', async (_, options) => {
    const { comments, notices } = await travel(options);
    expect([comments.length, notices.length]).toEqual([1, 0]);
  });

  it('where no pull request belongs to the run', async () => {
    const { comments, notices } = await travel({ ...rolledBack, event: workflowDispatch() });
    expect([...comments, ...notices]).toEqual([]);
  });
});

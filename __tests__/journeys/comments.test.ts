import { describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import { canary, pullRequest, travel, travelAgain } from './journey.ts';

/** What the comments say, `transcripts/comments.test.ts` shows. */
describe('the comment on the pull request', () => {
  it('is there from the start, and is never edited more often than every ten seconds', async () => {
    const { comments } = await travel({ inputs: { ...canary, 'poll-interval': '3s' } });
    const versions = comments[0]?.versions ?? [];
    expect(versions[0]?.body).toContain(
      '### Rolling out `fraud-v2` to `fraud-prod`: update accepted',
    );
    const times = versions.map(({ at }) => at);
    const pauses = times.slice(1, -1).map((at, index) => at - (times[index] ?? 0));
    expect(times.length).toBeGreaterThan(4);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10_000);
  });

  it('is found among 250 others, on the last page', async () => {
    const { comments } = await travel({
      arrange: async (simulator) => {
        const { github } = simulator;
        for (let n = 1; n <= 250; n += 1) github.addComment({ pullRequest, body: `Comment ${n}` });
        await travelAgain(simulator);
      },
    });
    expect(comments).toHaveLength(251);
    expect(comments.at(-1)?.body).toContain('### Unchanged: `fraud-prod` already serves');
  });

  it('is written on a GitHub Enterprise Server, found again by its author, with its links', async () => {
    const { comments } = await travel({
      arrange: async (simulator) => {
        const env = {
          GITHUB_API_URL: `${simulator.url}/api/v3`,
          GITHUB_GRAPHQL_URL: `${simulator.url}/api/graphql`,
          GITHUB_SERVER_URL: 'https://github.acme.example',
        };
        await travelAgain(simulator, { env });
        const { run } = await travelAgain(simulator, { env });
        expect(run.outputs).toMatchObject({ outcome: 'unchanged', 'pull-requests': '42' });
        expect(run.summary).toContain(
          '](https://github.acme.example/acme/fraud/actions/runs/9001)',
        );
        const paths = simulator.github.requests.map(({ path }) => path);
        expect(paths.every((path) => path.startsWith('/api/'))).toBe(true);
      },
    });
    expect(comments).toHaveLength(1);
  });

  it.each([
    { kind: 'not-found', method: 'POST' },
    { kind: 'validation-failed', method: 'POST' },
    { kind: 'server-error', status: 503 },
    { kind: 'primary-rate-limit', resetAfterSeconds: 3600 },
    { kind: 'hang' },
  ] as const)('does not hold up the end of the job where GitHub has $kind', async (fault) => {
    const { run, simulator } = await travel({ arrange: ({ github }) => github.addFault(fault) });
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'duration-seconds': '161' });
    expect(simulator.clock.now()).toBeLessThanOrEqual(monday + 161_000 + 106_000);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { NewComment } from '../../simulator/github/seeds.ts';
import { push, workflowDispatch } from '../../simulator/runner/event.ts';
import { sha256 } from '../../src/adapters/workspace.ts';
import { canary, type Journey, pullRequest, travel, travelAgain } from './journey.ts';

const notOurs =
  '<!-- sagemaker-rollout {"endpoint":"fraud-prod","environment":"","mode":"deploy","version":1} -->\nNot ours';

/** Of 123456789012. */
const account = sha256('account 123456789012').slice(0, 6);

describe('the comment on the pull request', () => {
  let usual: Journey;
  beforeAll(async () => {
    usual = await travel({
      inputs: { ...canary, environment: 'production' },
      arrange: ({ github }) => github.addApproval({ user: 'mona', afterSeconds: 720 }),
    });
  });

  it('is there from the start, and edited in place to the end', () => {
    const { comments, run } = usual;
    expect(comments).toHaveLength(1);
    const [comment] = comments;
    expect(comment?.author).toBe('github-actions[bot]');
    expect(comment?.versions[0]?.body).toContain(
      '### Rolling out `fraud-v2` to `fraud-prod`: update accepted',
    );
    expect(comment?.body).toBe(
      `<!-- sagemaker-rollout {"endpoint":"fraud-prod","environment":"production","mode":"deploy","version":1,"region":"eu-west-1","account":"${account}","run":9001} -->\n${run.summary.trim()}\n`,
    );
    expect(comment?.body).toContain('### Deployed: `fraud-prod` serves `fraud-v2`');
  });

  it('is never edited more often than every ten seconds', async () => {
    const { comments } = await travel({ inputs: { ...canary, 'poll-interval': '3s' } });
    const times = comments[0]?.versions.map(({ at }) => at) ?? [];
    const pauses = times.slice(1, -1).map((at, index) => at - (times[index] ?? 0));
    expect(times.length).toBeGreaterThan(4);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10_000);
  });

  it('is edited again by a re-run, and kept apart by environment', async () => {
    const { comments } = await travel({
      inputs: { environment: 'staging' },
      arrange: async (simulator) => {
        await travelAgain(simulator, { inputs: { environment: 'production' } });
        await travelAgain(simulator, { inputs: { environment: 'production' } });
      },
    });
    expect(comments.map(({ body }) => body.split('\n')[0])).toEqual([
      expect.stringContaining('"environment":"production"'),
      expect.stringContaining('"environment":"staging"'),
    ]);
  });

  it("is found among 250 others, on the last page, and is no one else's with the same marker", async () => {
    const { comments } = await travel({
      arrange: async (simulator) => {
        const { github } = simulator;
        github.addComment({ pullRequest, author: 'mallory', body: notOurs });
        for (let n = 1; n <= 250; n += 1) github.addComment({ pullRequest, body: `Comment ${n}` });
        await travelAgain(simulator);
      },
    });
    expect(comments).toHaveLength(252);
    expect(comments[0]?.body).toContain('Not ours');
    expect(comments.at(-1)?.body).toContain('### Unchanged: `fraud-prod` already serves');
  });

  it.each<Pick<NewComment, 'author' | 'authorType'>>([
    { author: 'github-actions' },
    { author: 'GitHub-Actions' },
    { author: 'github-actions', authorType: 'Organization' },
    { author: 'github-actions[bot]', authorType: 'Mannequin' },
    { author: 'another[bot]' },
  ])('of $author, $authorType, is not ours, although it has our marker', async (author) => {
    const { comments } = await travel({
      as: 'call',
      arrange: ({ github }) => {
        github.addComment({ pullRequest, ...author, body: notOurs });
      },
    });
    expect(comments.map((comment) => comment.author)).toEqual([
      author.author,
      'github-actions[bot]',
    ]);
    expect(comments[0]?.body).toBe(notOurs);
  });

  it("of a user is edited with that user's own token, and of an app of that name it is not", async () => {
    const token = 'ghp_aTokenOfAPersonInAWorld0123456789';
    const { comments } = await travel({
      as: 'call',
      inputs: { 'github-token': token },
      arrange: ({ github }) => {
        github.addToken(token, 'dev');
        github.addComment({ pullRequest, author: 'dev[bot]', body: notOurs });
        github.addComment({ pullRequest, author: 'dev', body: notOurs });
      },
    });
    expect(comments.map((comment) => comment.author)).toEqual(['dev[bot]', 'dev']);
    expect(comments[0]?.body).toBe(notOurs);
    expect(comments[1]?.body).toContain('### Deployed:');
  });

  it('that was deleted is made again', async () => {
    const { comments } = await travel({
      inputs: canary,
      arrange: ({ github }) =>
        github.addFault({
          kind: 'comment-deleted',
          method: 'PATCH',
          path: '/issues/comments/*',
          calls: 1,
        }),
    });
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('### Deployed:');
  });

  it('stands on every pull request of a merge queue, more than the payload names too', async () => {
    const commits = [
      { sha: 'a'.repeat(40), message: 'One (#7)' },
      { sha: 'b'.repeat(40), message: 'Two (#8)' },
    ] as const;
    const { run, simulator } = await travel({
      event: push([commits[0], commits[1]]),
      arrange: ({ github }) => {
        github.addPullRequest({ number: 7, mergeCommitSha: commits[0].sha });
        github.addPullRequest({ number: 8, mergeCommitSha: commits[1].sha });
        github.addCommits(...commits);
      },
    });
    expect(run.outputs['pull-requests']).toBe('42,7,8');
    expect(simulator.github.comments(7)[0]?.body).toContain('### Deployed:');
    expect(simulator.github.comments(8)[0]?.body).toContain('### Deployed:');
  });

  it('is quietly left out where no pull request belongs to the run', async () => {
    const { run, comments } = await travel({ event: workflowDispatch() });
    expect(comments).toEqual([]);
    expect(run.annotations).toEqual([]);
    expect(run.log).toContain(
      'No pull request was looked for, because a run by workflow_dispatch names none',
    );
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'pull-requests': '' });
  });

  it.each([
    ['a line break', `ghs_${'a'.repeat(36)}\nghs_${'b'.repeat(36)}`],
    ['a space', `token ghs_${'a'.repeat(36)}`],
    ['a character that is not printable ASCII', `ghs_${'a'.repeat(36)}\u200b`],
  ])('is left out with one warning where the token holds %s', async (what, token) => {
    const { run, simulator } = await travel({ inputs: { 'github-token': token } });
    expect(simulator.github.requests).toEqual([]);
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.annotations.map(({ message }) => message)).toEqual([
      `No comment is written: \`github-token\` holds ${what}, which no token does. Store the secret again without it. The report is in the job summary.`,
    ]);
    expect(run.log).not.toContain('aaaaaaaaaa');
  });

  it('is left out where the user says so', async () => {
    const { run, simulator } = await travel({ inputs: { comment: 'false' } });
    expect(simulator.github.requests).toEqual([]);
    expect(run.outputs.outcome).toBe('deployed');
  });

  it('tells who approved, and how long the job waited, where the token may know', () => {
    const { run, comments } = usual;
    expect(comments[0]?.body).toContain('| Approved | by `mona`, after 12 min |');
    expect(run.summary).toContain('| Approved | by `mona`, after 12 min |');
    expect(JSON.parse(run.outputs.report ?? '')).toMatchObject({ 'approved-by': ['mona'] });
  });

  it('says nothing of approvals where the token may not know', async () => {
    const { run, comments } = await travel({
      arrange: ({ github }) => {
        github.addApproval({ user: 'mona' });
        github.grant({ actions: 'none' });
      },
    });
    expect(comments[0]?.body).not.toContain('Approved');
    expect(run.annotations).toEqual([]);
  });

  it('is found by the title of a squash merge where the commit leads nowhere', async () => {
    const { run, simulator } = await travel({
      event: push([{ sha: 'd'.repeat(40), message: 'Retrain (#77)\n\nSee (#1)' }]),
      arrange: ({ github }) => {
        github.addCommits({ sha: 'd'.repeat(40), message: 'Retrain (#77)\n\nSee (#1)' });
        github.addPullRequest({ number: 77, state: 'closed' });
        github.addFault({ kind: 'not-found', path: '/compare/*' });
      },
    });
    expect(run.outputs['pull-requests']).toBe('77');
    expect(simulator.github.comments(77)[0]?.body).toContain('### Deployed:');
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

  it('goes where the user says', async () => {
    const { run, simulator } = await travel({
      event: workflowDispatch(),
      inputs: { 'pull-request': '#9' },
      arrange: ({ github }) => github.addPullRequest({ number: 9, state: 'open' }),
    });
    expect(run.outputs['pull-requests']).toBe('9');
    expect(simulator.github.comments(9)).toHaveLength(1);
  });
});

describe('trouble with GitHub never changes the result', () => {
  it('no permission to write: one warning with the remedy', async () => {
    const { run, simulator } = await travel({
      inputs: canary,
      arrange: ({ github }) => github.grant({ 'pull-requests': 'read' }),
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'pull-requests': '' });
    expect(run.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('permissions: pull-requests: write') },
    ]);
    const writes = simulator.github.requests.filter(({ method }) => method === 'POST');
    expect(writes.length).toBeLessThanOrEqual(2);
  });

  it.each([
    ['429 with Retry-After', { kind: 'too-many-requests', retryAfterSeconds: 20, calls: [2, 4] }],
    ['a secondary limit', { kind: 'secondary-rate-limit', retryAfterSeconds: 30, calls: [3, 5] }],
    ['502', { kind: 'server-error', status: 502, calls: [1, 3] }],
    ['a broken connection', { kind: 'reset', calls: [2, 3] }],
    [
      'a lost answer',
      { kind: 'lost-answer', method: 'POST', path: '/issues/*/comments', calls: 1 },
    ],
  ] as const)('%s: tried again, and one comment stands in the end', async (_, fault) => {
    const { run, comments } = await travel({
      inputs: canary,
      arrange: ({ github }) => github.addFault(fault),
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.annotations).toEqual([]);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('### Deployed: `fraud-prod` serves `fraud-v2`');
  });

  it.each([
    ['answers 404', { kind: 'not-found', method: 'POST' }],
    ['answers 422', { kind: 'validation-failed', method: 'POST' }],
    ['is down', { kind: 'server-error', status: 503 }],
    ['limits us for an hour', { kind: 'primary-rate-limit', resetAfterSeconds: 3600 }],
  ] as const)(
    'GitHub %s to the end: one warning, and the watch is not held up',
    async (_, fault) => {
      const { run, simulator } = await travel({
        inputs: canary,
        arrange: ({ github }) => github.addFault(fault),
      });
      expect(run.exitCode).toBe(0);
      expect(run.outputs).toMatchObject({ outcome: 'deployed', 'duration-seconds': '584' });
      expect(run.annotations).toHaveLength(1);
      expect(run.annotations[0]).toMatchObject({ level: 'warning' });
      expect(run.summary).toContain('### Deployed:');
      expect(simulator.clock.now()).toBeLessThan(Date.parse('2026-03-02T09:11:30Z'));
    },
  );

  it('GitHub hangs to the end: one warning, and the watch is not held up', async () => {
    const { run, simulator } = await travel({
      arrange: ({ github }) => github.addFault({ kind: 'hang' }),
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'duration-seconds': '161' });
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]).toMatchObject({ level: 'warning' });
    expect(run.summary).toContain('### Deployed:');
    expect(simulator.clock.now()).toBeLessThan(Date.parse('2026-03-02T09:04:27Z'));
  });
});

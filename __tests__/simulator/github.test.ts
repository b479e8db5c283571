import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday, SimulatedClock } from '../../simulator/clock.ts';
import { GitHub } from '../../simulator/github/github.ts';
import { commitBefore, usualCommit } from '../../simulator/github/repository.ts';
import { listen, urlOf } from '../../simulator/http.ts';

let clock: SimulatedClock;
let github: GitHub;
let server: Server;
beforeEach(async () => {
  clock = new SimulatedClock();
  github = new GitHub(clock);
  github.addPullRequest({ number: 42 });
  server = await listen([github]);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

interface Heard {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the answers of an API are what they are
  readonly body: any;
}

async function ask(
  method: string,
  path: string,
  body?: unknown,
  token = github.token,
): Promise<Heard> {
  const response = await fetch(path.startsWith('http') ? path : urlOf(server) + path, {
    method,
    headers: { authorization: `token ${token}` },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, body: text ? JSON.parse(text) : undefined };
}

const repo = '/repos/acme/fraud';
const comments = `${repo}/issues/42/comments`;

describe('pull requests', () => {
  it('are found by the commit that merged them', async () => {
    const { body } = await ask('GET', `${repo}/commits/${usualCommit.sha}/pulls`);
    expect(body).toMatchObject([
      {
        number: 42,
        title: 'Retrain the fraud model on February',
        merge_commit_sha: usualCommit.sha,
        html_url: 'https://github.com/acme/fraud/pull/42',
        user: { login: 'octocat' },
        merged_at: '2026-03-02T09:00:00Z',
      },
    ]);
  });

  it('that are open are found by their head only', async () => {
    github.addPullRequest({ number: 43, state: 'open', headSha: 'a1', commits: [usualCommit.sha] });
    const merged = await ask('GET', `${repo}/commits/${usualCommit.sha}/pulls`);
    expect(merged.body).toMatchObject([{ number: 42 }]);
    const open = await ask('GET', `${repo}/commits/a1/pulls`);
    expect(open.body).toMatchObject([{ number: 43, state: 'open', merged_at: null }]);
  });

  it('are not found by a commit that no one knows', async () => {
    expect(await ask('GET', `${repo}/commits/abc/pulls`)).toMatchObject({
      status: 422,
      body: { message: 'No commit found for SHA: abc', status: '422' },
    });
  });

  it('are found by number, or not', async () => {
    expect((await ask('GET', `${repo}/pulls/42`)).body).toMatchObject({ merged: true });
    const missing = await ask('GET', `${repo}/pulls/7`);
    expect(missing).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    expect((await ask('GET', '/repos/acme/other/pulls/42')).status).toBe(404);
  });

  it('of a merge queue are told by comparing', async () => {
    github.addCommits({ sha: 'a1', message: 'One (#1)' }, { sha: 'b2', message: 'Two (#2)' });
    const { body } = await ask('GET', `${repo}/compare/${commitBefore.sha}...main`);
    expect(body).toMatchObject({ status: 'ahead', ahead_by: 3, total_commits: 3 });
    const told = body.commits.map(({ sha }: { sha: string }) => sha);
    expect(told).toEqual([usualCommit.sha, 'a1', 'b2']);
    const identical = await ask('GET', `${repo}/compare/a1...a1`);
    expect(identical.body).toMatchObject({ status: 'identical', commits: [] });
    expect((await ask('GET', `${repo}/compare/a1...nowhere`)).status).toBe(404);
    const page = await ask('GET', `${repo}/compare/${commitBefore.sha}...b2?per_page=2&page=2`);
    expect(page.body.commits).toMatchObject([{ commit: { message: 'Two (#2)' } }]);
  });
});

describe('comments', () => {
  it('are written, edited and deleted, and remember how they were', async () => {
    const created = await ask('POST', comments, { body: 'Started' });
    expect(created).toMatchObject({
      status: 201,
      body: {
        body: 'Started',
        user: { login: 'github-actions[bot]', type: 'Bot' },
        created_at: '2026-03-02T09:00:00Z',
      },
    });
    const path = `${repo}/issues/comments/${created.body.id}`;
    clock.advanceTo(monday + 90_000);
    const edited = await ask('PATCH', path, { body: 'Done' });
    expect(edited).toMatchObject({ status: 200, body: { updated_at: '2026-03-02T09:01:30Z' } });
    expect((await ask('GET', path)).body.body).toBe('Done');
    expect(github.comments(42)).toMatchObject([
      {
        author: 'github-actions[bot]',
        body: 'Done',
        url: `https://github.com/acme/fraud/pull/42#issuecomment-${created.body.id}`,
        createdAt: monday,
        updatedAt: monday + 90_000,
        versions: [
          { at: monday, body: 'Started' },
          { at: monday + 90_000, body: 'Done' },
        ],
      },
    ]);
    expect((await ask('DELETE', path)).status).toBe(204);
    expect((await ask('PATCH', path, { body: 'Again' })).status).toBe(404);
    expect(github.comments(42)).toEqual([]);
  });

  it('of other people are there too, also of impostors', async () => {
    github.addComment({ pullRequest: 42, body: '<!-- marker -->', author: 'mallory' });
    expect((await ask('GET', comments)).body).toMatchObject([
      { body: '<!-- marker -->', user: { login: 'mallory', type: 'User' } },
    ]);
    const authorType = 'Organization';
    github.addComment({ pullRequest: 42, body: 'Ours', author: 'acme', authorType });
    expect((await ask('GET', comments)).body[1].user).toMatchObject({
      login: 'acme',
      type: 'Organization',
    });
  });

  it('come in pages', async () => {
    for (let count = 1; count <= 65; count += 1) {
      github.addComment({ pullRequest: 42, body: `Number ${count}` });
    }
    const first = await ask('GET', comments);
    expect(first.body).toHaveLength(30);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await ask('GET', next);
    expect(second.body[0].body).toBe('Number 31');
    expect(second.headers.get('link')).toMatch(/rel="prev".*rel="next".*rel="last".*rel="first"/);
    const all = await ask('GET', `${comments}?per_page=1000`);
    expect(all.body).toHaveLength(65);
    expect(all.headers.get('link')).toBeNull();
    expect((await ask('GET', `${comments}?per_page=50&page=3`)).body).toEqual([]);
  });

  it.each([
    ['empty', { body: ' ' }, 'Validation Failed'],
    ['missing', {}, 'Invalid request.\n\n"body" wasn\'t supplied.'],
    ['too long', { body: 'x'.repeat(65_537) }, 'Validation Failed'],
  ])('that are %s are refused', async (_, body, message) => {
    expect(await ask('POST', comments, body)).toMatchObject({ status: 422, body: { message } });
  });

  it('may be of 65,536 characters, and these are Unicode characters', async () => {
    expect((await ask('POST', comments, { body: '🙂'.repeat(65_536) })).status).toBe(201);
  });

  it('need JSON, and a pull request', async () => {
    const broken = await ask('POST', comments, '{');
    expect(broken).toMatchObject({ status: 400, body: { message: 'Problems parsing JSON' } });
    expect((await ask('POST', `${repo}/issues/7/comments`, { body: 'Hello' })).status).toBe(404);
  });
});

describe('who may', () => {
  it('is told by the token', async () => {
    const { status, body } = await ask('GET', comments, undefined, 'stale');
    expect({ status, body }).toMatchObject({ status: 401, body: { message: 'Bad credentials' } });
  });

  it.each([
    ['GET', comments, { 'pull-requests': 'none' }],
    ['POST', comments, { 'pull-requests': 'read' }],
    ['GET', `${repo}/actions/runs/9001/approvals`, { actions: 'none' }],
    ['GET', `${repo}/compare/a...b`, { contents: 'none' }],
  ] as const)('%s %s not with %j', async (method, path, permissions) => {
    github.grant(permissions);
    expect(await ask(method, path, method === 'GET' ? undefined : { body: 'x' })).toMatchObject({
      status: 403,
      body: {
        message: 'Resource not accessible by integration',
        documentation_url: expect.stringMatching(/^https:\/\/docs\.github\.com\/rest\/.+#/),
        status: '403',
      },
    });
  });

  it('is asked by GraphQL where /user refuses a workflow', async () => {
    expect((await ask('GET', '/user')).status).toBe(403);
    const { body } = await ask('POST', '/graphql', { query: 'query { viewer { login } }' });
    expect(body).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } });
  });

  it('can be another party', async () => {
    github.addToken('ghp_1', 'mona');
    github.addToken('ghs_2', 'deployer[bot]', { 'pull-requests': 'read' });
    expect((await ask('GET', '/user', undefined, 'ghp_1')).body.login).toBe('mona');
    expect((await ask('GET', '/user', undefined, 'ghs_2')).status).toBe(403);
    expect((await ask('POST', comments, { body: 'Hi' }, 'ghp_1')).body.user.login).toBe('mona');
    expect((await ask('POST', comments, { body: 'Hi' }, 'ghs_2')).status).toBe(403);
  });
});

describe('an Enterprise Server', () => {
  it('has the same under a prefix', async () => {
    const path = `/api/v3${comments}`;
    const { body } = await ask('POST', path, { body: 'Hello' });
    expect(body.url).toContain('/api/v3/repos/acme/fraud/issues/comments/');
    expect((await ask('GET', `${path}?per_page=1`)).body).toHaveLength(1);
    const viewer = await ask('POST', '/api/graphql', { query: '{ viewer { login } }' });
    expect(viewer.body.data.viewer.login).toBe('github-actions[bot]');
  });
});

describe('approvals', () => {
  it('are those of the run', async () => {
    expect((await ask('GET', `${repo}/actions/runs/9001/approvals`)).body).toEqual([]);
    github.addApproval({ user: 'mona', comment: 'Go', environments: ['production'] });
    expect((await ask('GET', `${repo}/actions/runs/9001/approvals`)).body).toMatchObject([
      {
        state: 'approved',
        comment: 'Go',
        user: { login: 'mona' },
        environments: [{ name: 'production' }],
      },
    ]);
    expect((await ask('GET', `${repo}/actions/runs/1/approvals`)).status).toBe(404);
  });
});

describe('rate limits', () => {
  it('allow eighty comments a minute', async () => {
    for (let count = 0; count < 80; count += 1) await ask('POST', comments, { body: 'Again' });
    const one = await ask('POST', comments, { body: 'Too many' });
    expect(one).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('secondary') },
    });
    expect(one.headers.get('retry-after')).toBe('60');
    clock.advanceTo(clock.now() + 60_000);
    expect((await ask('POST', comments, { body: 'Later' })).status).toBe(201);
  });

  it('are told with every answer', async () => {
    const { headers } = await ask('GET', comments);
    expect(headers.get('x-ratelimit-limit')).toBe('1000');
    expect(headers.get('x-ratelimit-remaining')).toBe('999');
    expect(headers.get('x-ratelimit-reset')).toBe(String(monday / 1000 + 3600));
    expect(headers.get('date')).toBe('Mon, 02 Mar 2026 09:00:00 GMT');
  });
});

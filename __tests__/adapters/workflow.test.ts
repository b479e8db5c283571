import { describe, expect, it } from '@jest/globals';
import { type Workflow, workflowOf } from '../../src/adapters/workflow.ts';

const sha = 'c0ffee0000000000000000000000000000000001';
const variables = {
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_API_URL: 'https://github.example/api/v3/',
  GITHUB_REPOSITORY: 'acme/fraud',
  GITHUB_RUN_ID: '77',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SHA: sha,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_EVENT_PATH: '/event.json',
  RUNNER_NAME: 'r1',
};

/** The run by these variables and this payload. */
function workflow(changes: Readonly<Record<string, string | undefined>>, payload = '{}'): Workflow {
  return workflowOf({ ...variables, ...changes }, () => payload);
}

function unusableOf({ unusable }: Workflow): readonly string[] {
  return unusable.map(String);
}

describe('the workflow run', () => {
  it('is told by its variables and its payload', () => {
    const payload = { before: sha, commits: [{ id: sha, message: 'Train again' }] };
    expect(workflow({}, JSON.stringify(payload))).toEqual({
      run: {
        url: 'https://github.example/acme/fraud/actions/runs/77',
        commit: sha,
        branch: 'main',
        commitUrl: `https://github.example/acme/fraud/commit/${sha}`,
      },
      trigger: {
        ...{
          event: 'push',
          ref: 'refs/heads/main',
          sha,
          pullRequests: [],
          isLookedUp: true,
          before: sha,
        },
        commits: [{ sha, message: 'Train again' }],
      },
      api: {
        ...{ url: 'https://github.example/api/v3', owner: 'acme', repo: 'fraud' },
        ...{ run: { id: 77, attempt: 2 }, runnerName: 'r1' },
      },
      visibility: 'unknown',
      unusable: [],
    });
  });

  it.each([
    [{ private: false, visibility: 'public' }, 'public'],
    [{ private: false }, 'public'],
    [{ private: true }, 'private'],
    [{ private: true, visibility: 'private' }, 'private'],
    [{ private: true, visibility: 'internal' }, 'internal'],
    [{ private: false, visibility: 'private' }, 'public'],
    [{ private: true, visibility: 'public' }, 'public'],
    [{ private: 'true', visibility: ['private'] }, 'unknown'],
    [{}, 'unknown'],
    [undefined, 'unknown'],
  ])(
    'says who may see the repository; what is not clear counts as open: %j is %s',
    (repository, visibility) => {
      expect(workflow({}, JSON.stringify({ repository })).visibility).toBe(visibility);
    },
  );

  it('of a pull request is about the commit at its head', () => {
    const head = 'beef000000000000000000000000000000000002';
    const { run, trigger } = workflow(
      {},
      JSON.stringify({ pull_request: { number: 41, head: { sha: head } } }),
    );
    expect(run.commit).toBe(head);
    expect(trigger).toMatchObject({ sha, pullRequests: [41] });
  });

  it.each<[what: string, variables: object, payload: object, branch: string | undefined]>([
    ['a push', {}, {}, 'main'],
    ['a dispatch on a branch with a slash', { GITHUB_REF: 'refs/heads/a/b' }, {}, 'a/b'],
    ['a tag', { GITHUB_REF: 'refs/tags/v1' }, {}, undefined],
    ['a pull request', {}, { pull_request: { head: { sha } } }, undefined],
    [
      'a merge queue',
      { GITHUB_REF: `refs/heads/gh-readonly-queue/main/pr-7-${sha}` },
      { merge_group: { head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${sha}` } },
      undefined,
    ],
    [
      'a run that follows another',
      {},
      { repository: { id: 1 }, workflow_run: { head_branch: 'next', head_repository: { id: 1 } } },
      'next',
    ],
    [
      'a run that follows one of a fork',
      {},
      { repository: { id: 1 }, workflow_run: { head_branch: 'main', head_repository: { id: 2 } } },
      undefined,
    ],
  ])('of %s knows the branch of its commit', (_, changes, payload, branch) => {
    expect(workflow({ ...changes }, JSON.stringify(payload)).run.branch).toBe(branch);
  });

  it.each([
    ['GITHUB_REPOSITORY', ['', 'noslash', 'a/b/c', '../../x', 'acme/..', 'a b/c']],
    ['GITHUB_API_URL', ['not a url', 'ftp://x', '/api/v3', 'http://127.0.0.1:99999']],
  ])('without a usable %s has no API to call', (name, values) => {
    for (const value of values) {
      const broken = workflow({ [name]: value });
      expect(broken.api).toBeUndefined();
      expect(unusableOf(broken)).toEqual([`${name} is not ${value === '' ? 'set' : 'valid'}`]);
    }
  });

  it.each([
    ['GITHUB_SERVER_URL', 'no url', 'https://github.com/acme/fraud/actions/runs/77'],
    ['GITHUB_RUN_ID', 'abc', ''],
    ['GITHUB_SHA', '../x y', 'https://github.example/acme/fraud/actions/runs/77'],
  ])('with a broken %s (%s) has the URL %j', (name, value, url) => {
    const broken = workflow({ [name]: value });
    expect(broken.run.url).toBe(url);
    expect(broken.api).toBeDefined();
    expect(unusableOf(broken)).toEqual([`${name} is not valid`]);
  });

  it('calls the public API where GITHUB_API_URL is empty', () => {
    const { api, unusable } = workflow({ GITHUB_API_URL: '' });
    expect(api?.url).toBe('https://api.github.com');
    expect(unusable).toEqual([]);
  });

  it.each(['', '{"ref":', 'null', '[]', '"push"', '7', '<html>', '\0\0', '['.repeat(200_000)])(
    'with the payload %j is one without a payload',
    (payload) => {
      const broken = workflow({}, payload);
      expect(broken.trigger).toMatchObject({ pullRequests: [], commits: [] });
      expect(unusableOf(broken)).toEqual(['GITHUB_EVENT_PATH is not valid']);
    },
  );

  it('without any variable throws nothing', () => {
    const unread = () => {
      throw new Error('EACCES');
    };
    expect(workflowOf({}, unread).run).toEqual({ url: '', commit: '', commitUrl: '' });
    expect(workflowOf(variables, unread).unusable.map(String)).toEqual([
      'GITHUB_EVENT_PATH is not valid',
    ]);
  });

  it.each([
    { pull_request: { number: '41' } },
    { pull_request: { number: '1/../../admin' } },
    { pull_request: { number: -1 } },
    { pull_request: { number: 1e21 } },
    { pull_request: 'x' },
    { pull_request: { number: null, head: null } },
    { issue: { pull_request: {}, number: 'x' } },
    { issue: null, commits: { length: 3 } },
    { commits: [null, 7, {}, { id: 7 }, { id: '../x' }], before: '../../x' },
  ])('takes nothing of another type from the payload %j', (payload) => {
    const { run, trigger, unusable } = workflow({}, JSON.stringify(payload));
    expect(trigger).toMatchObject({ pullRequests: [], before: undefined, commits: [] });
    expect(run.commit).toBe(sha);
    expect(unusable).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { findPullRequests } from '../../src/comment/find-pull-requests.ts';
import { Problem } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { Comment, Commit, GitHub, PullRequest, Trigger } from '../../src/ports/github.ts';

/** What a repository holds: pull requests by commit, and the commits of the push by the compare API. */
interface Repository {
  readonly associated?: Readonly<Record<string, readonly PullRequest[]>>;
  readonly compared?: readonly Commit[] | Problem;
  readonly existing?: readonly number[];
}

/** GitHub as far as pull requests are found: no one comments here. Counts what it is asked. */
class SmallGitHub implements GitHub {
  readonly asked: string[] = [];
  readonly trigger: Trigger;
  readonly #repository: Repository;

  constructor(trigger: Partial<Trigger>, repository: Repository = {}) {
    this.trigger = { ...push, ...trigger };
    this.#repository = repository;
  }

  async pullRequestsOf(sha: string): Promise<readonly PullRequest[]> {
    this.asked.push(`commit ${sha}`);
    return this.#repository.associated?.[sha] ?? [];
  }

  async relation(): Promise<'diverged'> {
    return 'diverged';
  }

  async visibility(): Promise<'unknown'> {
    return 'unknown';
  }

  async commitsBetween(before: string, after: string): Promise<readonly Commit[]> {
    this.asked.push(`${before}...${after}`);
    const { compared = [] } = this.#repository;
    if (compared instanceof Problem) throw compared;
    return compared;
  }

  async pullRequest(number: number): Promise<PullRequest | undefined> {
    this.asked.push(`pull request ${number}`);
    const exists = this.#repository.existing?.includes(number);
    return exists ? { number, mergeCommitSha: undefined } : undefined;
  }

  self = nobody;
  approval = nobody;
  createComment = nobody;
  deleteComment = nobody;
  editComment = nobody;
  comments(): AsyncIterable<Comment> {
    throw new Error('No one reads comments here.');
  }
}

async function nobody(): Promise<never> {
  throw new Error('No one comments here.');
}

const push: Trigger = {
  event: 'push',
  ref: 'refs/heads/main',
  sha: 'c1',
  pullRequests: [],
  isLookedUp: true,
  before: 'c0',
  commits: [{ sha: 'c1', message: 'Raise the threshold' }],
};
const merged = (number: number, mergeCommitSha: string): PullRequest => ({
  number,
  mergeCommitSha,
});
const open = (number: number): PullRequest => ({ number, mergeCommitSha: undefined });
const { signal } = new AbortController();
const find = async (github: GitHub) => (await findPullRequests(github, signal)).own;

describe('the pull requests that a run belongs to', () => {
  it("that of the payload, without asking: also in a comment's workflow", async () => {
    const github = new SmallGitHub({ event: 'issue_comment', pullRequests: [7] });
    expect(await find(github)).toEqual([7]);
    expect(github.asked).toEqual([]);
  });

  it('the one that the pushed commit merged, not others that hold the same commit', async () => {
    const associated = { c1: [open(3), merged(5, 'c1'), merged(4, 'elsewhere')] };
    expect(await find(new SmallGitHub({}, { associated }))).toEqual([5]);
  });

  it('all that a merge queue pushes at once, each once, oldest first', async () => {
    const commits = ['c1', 'c2', 'c3'].map((sha) => ({ sha, message: '' }));
    const associated = {
      c1: [merged(11, 'c2')],
      c2: [merged(11, 'c2')],
      c3: [merged(12, 'c3')],
    };
    expect(await find(new SmallGitHub({ sha: 'c3', commits }, { associated }))).toEqual([11, 12]);
  });

  it('open ones that hold the commit, where none was merged', async () => {
    const trigger = { ref: 'refs/heads/feature/threshold' };
    const associated = { c1: [open(8), open(9)] };
    expect(await find(new SmallGitHub(trigger, { associated }))).toEqual([8, 9]);
  });
});

describe('a squash merge that GitHub does not associate yet', () => {
  const titled = (message: string) => ({ commits: [{ sha: 'c1', message }] });

  it.each([
    ['Raise the threshold (#42)', 42],
    ['Raise the threshold (#42)\n\n* see (#41)', 42],
    ['Revert "Raise the threshold (#41)" (#42)', 42],
  ])('is found by its title: %j', async (message, number) => {
    const repository = { existing: [41, 42] };
    expect(await find(new SmallGitHub(titled(message), repository))).toEqual([number]);
  });

  it.each(['Fix (#42) at last', 'Fix #42', 'Fix\n\n(#42)', 'Fix (#fortytwo)', ''])(
    'is not found by other words: %j',
    async (message) => {
      const github = new SmallGitHub(titled(message), { existing: [42] });
      expect(await find(github)).toEqual([]);
      expect(github.asked).toEqual(['c0...c1', 'commit c1']);
    },
  );

  it("is not found by an issue's number", async () => {
    const github = new SmallGitHub(titled('Fix the threshold (#42)'), { existing: [] });
    expect(await find(github)).toEqual([]);
    expect(github.asked).toContain('pull request 42');
  });
});

describe('runs that belong to no pull request', () => {
  it('by an event that leads to none: GitHub is asked nothing', async () => {
    const trigger = { event: 'schedule', isLookedUp: false };
    const github = new SmallGitHub(trigger, { associated: { c1: [merged(5, 'c1')] } });
    expect(await find(github)).toEqual([]);
    expect(github.asked).toEqual([]);
  });

  it('a commit that was pushed straight to the branch', async () => {
    expect(await find(new SmallGitHub({}))).toEqual([]);
  });
});

describe('the commits of a push', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ sha: `m${index}`, message: '' }));

  it('are those of the compare API where the payload holds fewer; the newest fifty are asked', async () => {
    const github = new SmallGitHub({ sha: 'm59' }, { compared: many });
    await find(github);
    expect(github.asked.slice(0, 2)).toEqual(['c0...m59', 'commit m10']);
    expect(github.asked.at(-1)).toBe('commit m59');
    expect(github.asked).toHaveLength(1 + 50);
  });

  it.each<[what: string, trigger: Partial<Trigger>]>([
    ['a new branch', { before: '0000000000000000000000000000000000000000' }],
    ['no commit before', { before: undefined }],
  ])('are those of the payload for %s', async (_, trigger) => {
    const github = new SmallGitHub(trigger);
    await find(github);
    expect(github.asked).toEqual(['commit c1']);
  });

  it('are those of the payload where GitHub cannot compare, after a forced push for one', async () => {
    const compared = new Problem('github-not-found', phrase`No common ancestor.`, {
      remedy: phrase`None.`,
    });
    const repository = { compared, associated: { c1: [merged(5, 'c1')] } };
    expect(await find(new SmallGitHub({}, repository))).toEqual([5]);
  });

  it('are the one that the run is on, where the payload holds none', async () => {
    const github = new SmallGitHub({ commits: [], before: undefined, sha: 'c9' });
    await find(github);
    expect(github.asked).toEqual(['commit c9']);
  });
});

describe('pull requests that were merged since the commit that serves', () => {
  const served = 'f'.repeat(40);
  const commits = ['c0', 'c1'].map((sha) => ({ sha, message: '' }));
  const associated = { c0: [merged(4, 'c0'), open(3)], c1: [merged(5, 'c1')] };

  it('are told too: their own run may have been replaced in the queue', async () => {
    const github = new SmallGitHub({}, { associated, compared: commits });
    const trigger = { ...github.trigger, before: undefined };
    const found = await findPullRequests(Object.assign(github, { trigger }), signal, served);
    expect(found).toEqual({ own: [5], others: [4] });
  });

  it.each([
    ['the commit before the push', 'c0'],
    ['the commit itself', 'c1'],
    ['not a commit', '../../user'],
  ])('are not asked for where the record names %s', async (_, since) => {
    const github = new SmallGitHub({}, { associated });
    expect((await findPullRequests(github, signal, since)).others).toEqual([]);
    expect(github.asked).toEqual(['c0...c1', 'commit c1']);
  });
});

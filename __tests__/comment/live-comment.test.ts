import { describe, expect, it } from '@jest/globals';
import type { Desk } from '../../src/comment/desk.ts';
import { LiveReport } from '../../src/comment/live-comment.ts';
import { type Markdown, md } from '../../src/domain/text/markdown.ts';
import type { Comment, GitHub } from '../../src/ports/github.ts';
import type { Clock } from '../../src/ports.ts';

/** Time passes at once, but for a sleep that is cut off. */
const clock: Clock = {
  now: () => 0,
  sleep: (_, signal) =>
    new Promise((_resolve, reject) => {
      if (signal?.aborted) reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason));
    }),
};

const bot = { login: 'bot', kind: 'app' } as const;

/** A GitHub with one pull request, which keeps what is written. */
function smallGitHub(written: string[]): GitHub {
  const comment = (body: string): Comment => ({ id: 1, url: 'https://c/1', author: bot, body });
  return {
    trigger: {
      event: 'push',
      ref: '',
      sha: '',
      pullRequests: [7],
      isLookedUp: true,
      before: undefined,
      commits: [],
    },
    self: async () => bot,
    pullRequestsOf: async () => [],
    commitsBetween: async () => [],
    relation: async () => 'diverged',
    pullRequest: async () => undefined,
    approval: async () => undefined,
    visibility: async () => 'unknown',
    deleteComment: async () => undefined,
    async *comments() {},
    createComment: async (_, { text }) => {
      written.push(text);
      return comment(text);
    },
    editComment: async (_, { text }) => {
      written.push(text);
      return comment(text);
    },
  };
}

function deskOf(written: string[], render: () => Markdown): Desk {
  const marker = () =>
    ({
      endpoint: 'fraud',
      environment: '',
      mode: 'deploy',
      region: '',
      account: '',
      run: 1,
    }) as const;
  return { github: smallGitHub(written), clock, marker, pullRequest: undefined, render };
}

describe('the live report', () => {
  it('writes the last version where it was told to', async () => {
    const written: string[] = [];
    const delivery = await new LiveReport(deskOf(written, () => md`### Deployed`)).finish(
      { usualSeconds: 10, askedSeconds: 10, cancelledSeconds: 2 },
      new AbortController().signal,
    );
    expect(delivery).toEqual({
      pullRequests: [7],
      commentUrl: 'https://c/1',
      problem: undefined,
      notBefore: undefined,
      isOvertaken: false,
    });
    expect(written).toEqual([expect.stringMatching(/^<!-- sagemaker-rollout .*\n### Deployed$/)]);
  });

  it('says what is wrong when the report cannot be drawn, and throws nothing', async () => {
    const live = new LiveReport(
      deskOf([], () => {
        throw new Error('No words.');
      }),
    );
    live.changed();
    const { pullRequests, problem } = await live.finish(
      { usualSeconds: 10, askedSeconds: 10, cancelledSeconds: 2 },
      new AbortController().signal,
    );
    expect(pullRequests).toEqual([]);
    expect(problem).toMatchObject({ code: 'unexpected', said: 'No words.' });
  });
});

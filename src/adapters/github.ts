import { within } from '../cancellation.ts';
import type { Visibility } from '../domain/cause/log-readers.ts';
import type { Markdown } from '../domain/text/markdown.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type {
  Approval,
  Author,
  Comment,
  Commit,
  CommitRelation,
  GitHub,
  PullRequest,
  Trigger,
} from '../ports/github.ts';
import type { Clock } from '../ports.ts';
import { commentOf, pullRequestOf } from './github-answers.ts';
import { approvalOf } from './github-approvals.ts';
import { githubProblem, orNothing } from './github-errors.ts';
import { type Octokit, octokit } from './octokit.ts';
import type { Secrets } from './secrets.ts';
import { visibilityOf } from './visibility.ts';
import type { Workflow, WorkflowApi } from './workflow.ts';

const commentsPerPage = 100;
/** A call, from its start to the last byte of its answer. */
const secondsForACall = 20;

/** GitHub's REST API, by the token of the job. */
export class GitHubApi implements GitHub {
  readonly trigger: Trigger;
  readonly #octokit: Promise<Octokit>;
  readonly #api: WorkflowApi;
  /** GraphQL types every viewer as a user. */
  readonly #isOfApp: boolean;
  readonly #clock: Clock;
  readonly #secrets: Secrets;
  readonly #proxy: string | undefined;

  constructor(
    token: string,
    of: Pick<Workflow, 'trigger'> & {
      readonly api: WorkflowApi;
      readonly clock: Clock;
      readonly secrets: Secrets;
      readonly proxy: string | undefined;
    },
  ) {
    this.trigger = of.trigger;
    this.#octokit = octokit(token, of.api.url);
    this.#octokit.catch(() => undefined);
    this.#api = of.api;
    this.#isOfApp = token.startsWith('ghs_');
    this.#clock = of.clock;
    this.#secrets = of.secrets;
    this.#proxy = of.proxy;
  }

  self(signal: AbortSignal): Promise<Author> {
    return this.#ask(phrase`read its own identity`, signal, async (request) => {
      const answer: { viewer: { login: string } } = await (await this.#octokit).graphql(
        '{ viewer { login } }',
        { request },
      );
      const { login } = answer.viewer;
      return { login, kind: this.#isOfApp || login.endsWith('[bot]') ? 'app' : 'user' };
    });
  }

  pullRequestsOf(sha: string, signal: AbortSignal): Promise<readonly PullRequest[]> {
    return this.#ask(phrase`read the pull requests of a commit`, signal, async (request) => {
      const { data } = await (await this.#octokit).rest.repos.listPullRequestsAssociatedWithCommit({
        ...this.#repository,
        commit_sha: sha,
        request,
      });
      return data.map(pullRequestOf);
    });
  }

  commitsBetween(base: string, head: string, signal: AbortSignal): Promise<readonly Commit[]> {
    return this.#compare(`${base}...${head}`, signal).then(({ commits }) =>
      commits.map(({ sha, commit }) => ({ sha, message: commit.message })),
    );
  }

  async relation(base: string, head: string, signal: AbortSignal): Promise<CommitRelation> {
    return (await this.#compare(`${base}...${head}`, signal)).status;
  }

  pullRequest(number: number, signal: AbortSignal): Promise<PullRequest | undefined> {
    return orNothing(
      this.#ask(phrase`read a pull request`, signal, async (request) => {
        const where = { ...this.#repository, pull_number: number, request };
        return pullRequestOf((await (await this.#octokit).rest.pulls.get(where)).data);
      }),
    );
  }

  approval(signal: AbortSignal): Promise<Approval | undefined> {
    return this.#ask(phrase`read the approvals of this run`, signal, async (request) =>
      approvalOf({ octokit: await this.#octokit, api: this.#api, request }),
    );
  }

  visibility(signal: AbortSignal): Promise<Visibility> {
    return this.#ask(phrase`read who may see the repository`, signal, async (request) => {
      const where = { ...this.#repository, request };
      return visibilityOf((await (await this.#octokit).rest.repos.get(where)).data);
    });
  }

  async *comments(pullRequest: number, signal: AbortSignal): AsyncGenerator<Comment> {
    for (let page = 1; ; page += 1) {
      const data = await this.#ask(phrase`read comments`, signal, async (request) => {
        const answer = await (await this.#octokit).rest.issues.listComments({
          ...this.#repository,
          issue_number: pullRequest,
          per_page: commentsPerPage,
          page,
          request,
        });
        return answer.data.map(commentOf);
      });
      yield* data;
      if (data.length < commentsPerPage) return;
    }
  }

  createComment(pullRequest: number, body: Markdown, signal: AbortSignal): Promise<Comment> {
    return this.#ask(phrase`write a comment`, signal, async (request) => {
      const where = { ...this.#repository, issue_number: pullRequest, request };
      const what = { ...where, body: this.#secrets.redacted(body.text) };
      return commentOf((await (await this.#octokit).rest.issues.createComment(what)).data);
    });
  }

  editComment(id: number, body: Markdown, signal: AbortSignal): Promise<Comment | undefined> {
    return orNothing(
      this.#ask(phrase`edit a comment`, signal, async (request) => {
        const where = { ...this.#repository, comment_id: id, request };
        const what = { ...where, body: this.#secrets.redacted(body.text) };
        return commentOf((await (await this.#octokit).rest.issues.updateComment(what)).data);
      }),
    );
  }

  async deleteComment(id: number, signal: AbortSignal): Promise<void> {
    await orNothing(
      this.#ask(phrase`delete a comment`, signal, async (request) => {
        const where = { ...this.#repository, comment_id: id, request };
        await (await this.#octokit).rest.issues.deleteComment(where);
      }),
    );
  }

  #compare(basehead: string, signal: AbortSignal) {
    return this.#ask(phrase`compare commits`, signal, async (request) => {
      const where = { ...this.#repository, basehead, request };
      return (await (await this.#octokit).rest.repos.compareCommitsWithBasehead(where)).data;
    });
  }

  get #repository(): { readonly owner: string; readonly repo: string } {
    const { owner, repo } = this.#api;
    return { owner, repo };
  }

  /** What is asked within the time for a call, unless the signal is aborted first. Throws a Problem. */
  async #ask<T>(
    what: Phrase,
    signal: AbortSignal,
    call: (request: { readonly signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    try {
      return await within(secondsForACall, this.#clock, (limit) =>
        call({ signal: AbortSignal.any([signal, limit]) }),
      );
    } catch (thrown) {
      throw githubProblem(thrown, what, this.#proxy);
    }
  }
}

import type { Instant, SimulatedClock } from '../clock.ts';
import type { Answer, Request, Service } from '../http.ts';
import { inPieces } from '../slow-body.ts';
import {
  accountNamed,
  type Credential,
  githubActions,
  octocat,
  type Permissions,
} from './account.ts';
import { exchange, plainPath } from './exchange.ts';
import { type Fault, Faults } from './faults.ts';
import { RateLimits } from './limits.ts';
import type { Reply } from './reply.ts';
import type { Commit } from './repository.ts';
import type { Visibility } from './repository-shape.ts';
import {
  approvalOf,
  type NewApproval,
  type NewComment,
  type NewPullRequest,
  pullRequestOf,
} from './seeds.ts';
import { commentShape } from './shapes.ts';
import { type Comment, usualRunId, World } from './world.ts';

/** A request that was seen, and what became of it. */
export interface SeenRequest {
  readonly at: Instant;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** What the JSON of the body says. */
  readonly body?: unknown;
  readonly status: number | 'reset' | 'hang';
}

/** A comment as people see it, and as it was. */
export interface SeenComment {
  readonly id: number;
  readonly url: string;
  readonly pullRequest: number;
  readonly author: string;
  readonly body: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly versions: Comment['versions'];
}

const usualPermissions: Permissions = {
  'pull-requests': 'write',
  actions: 'read',
  contents: 'read',
};

/** The parts of GitHub that a rollout talks to: see the README next to this file. */
export class GitHub implements Service {
  /** The token of the workflow: `${{ github.token }}`. */
  readonly token = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';
  /** Every request, in the order of arrival. */
  readonly requests: SeenRequest[] = [];
  readonly #world: World;
  readonly #faults: Faults;
  readonly #limits = new RateLimits();
  readonly #credentials = new Map<string, Credential>();

  constructor(clock: SimulatedClock) {
    this.#world = new World(clock);
    this.#faults = new Faults(clock);
    this.grant({});
  }

  /** Sets what the workflow's token may do; what is not said is as usual. */
  grant(permissions: Partial<Permissions>): void {
    this.#credentials.set(this.token, {
      kind: 'installation',
      account: githubActions,
      permissions: { ...usualPermissions, ...permissions },
    });
  }

  /** Makes a token of another party known: of a person, or of an app (`name[bot]`). */
  addToken(token: string, login: string, permissions: Partial<Permissions> = {}): void {
    const account = accountNamed(login);
    const kind = account.type === 'Bot' ? 'installation' : 'user';
    const granted = { ...usualPermissions, ...permissions };
    this.#credentials.set(token, { kind, account, permissions: granted });
  }

  /** From now on these may see the repository; the event of a run tells it by itself. */
  show(visibility: Visibility): void {
    this.#world.visibility = visibility;
  }

  addPullRequest(pull: NewPullRequest): void {
    this.#world.pullRequests.set(pull.number, pullRequestOf(pull, this.#world.clock.now()));
  }

  /** Appends commits to the default branch, oldest first. */
  addCommits(...commits: readonly Commit[]): void {
    this.#world.history.push(...commits);
  }

  /** Someone writes a comment. */
  addComment({ pullRequest, body, author = octocat.login, authorType }: NewComment): SeenComment {
    return seen(this.#world.addComment(pullRequest, accountNamed(author, authorType), body));
  }

  /** Someone deletes a comment. */
  deleteComment(id: number): void {
    this.#world.comments.delete(id);
  }

  addApproval(approval: NewApproval = {}): void {
    const { runId = usualRunId, afterSeconds = 0 } = approval;
    const { startedAt } = this.#world.job;
    this.#world.job = { startedAt, createdAt: startedAt - afterSeconds * 1000 };
    const earlier = this.#world.approvals.get(runId) ?? [];
    this.#world.approvals.set(runId, [...earlier, approvalOf(approval)]);
  }

  addFault(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** The comments of a pull request, or all, oldest first. */
  comments(pullRequest?: number): SeenComment[] {
    const all = [...this.#world.comments.values()].map(seen);
    return pullRequest === undefined ? all : all.filter((one) => one.pullRequest === pullRequest);
  }

  serves({ path }: Request): boolean {
    return /^\/(repos\/|user$|graphql$)/.test(plainPath(path));
  }

  answer(request: Request): Answer | Promise<Answer> {
    const at = this.#world.clock.now();
    const outcome = exchange(this.#office, request);
    const status = outcome.kind === 'reply' ? outcome.reply.status : outcome.kind;
    this.requests.push({ at, method: request.method, ...described(request), status });
    if (outcome.kind !== 'reply') return outcome;
    const { clock } = this.#world;
    const written = this.#written(outcome.reply);
    const answer = outcome.body === 'at-once' ? written : inPieces(written, outcome.body, clock);
    if (outcome.delaySeconds === 0) return answer;
    return new Promise((resolve) => {
      clock.at(at + outcome.delaySeconds * 1000, () => resolve(answer));
    });
  }

  get #office() {
    const [world, faults] = [this.#world, this.#faults];
    return { world, faults, limits: this.#limits, credentials: this.#credentials };
  }

  #written(reply: Reply): Extract<Answer, { readonly kind: 'answer' }> {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      date: new Date(this.#world.clock.now()).toUTCString(),
      'x-github-request-id': `5A1A:${String(this.requests.length).padStart(4, '0')}`,
      ...this.#limits.headers,
      ...reply.headers,
    };
    const body = reply.page ?? (reply.body === undefined ? '' : JSON.stringify(reply.body));
    return { kind: 'answer', status: reply.status, headers, body };
  }
}

function described({ path, query, body }: Request): Pick<SeenRequest, 'path' | 'body'> {
  const whole = query.size > 0 ? `${path}?${query}` : path;
  if (!body) return { path: whole };
  try {
    return { path: whole, body: JSON.parse(body) };
  } catch {
    return { path: whole, body };
  }
}

function seen(comment: Comment): SeenComment {
  const { id, pullRequest, author, createdAt, versions } = comment;
  const { html_url: url, body } = commentShape(comment, '');
  const updatedAt = versions.at(-1)?.at ?? createdAt;
  const who = author.login;
  return { id, url, pullRequest, author: who, body, createdAt, updatedAt, versions };
}

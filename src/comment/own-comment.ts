import { type Markdown, md } from '../domain/text/markdown.ts';
import type { Author, Comment, GitHub } from '../ports.ts';
import { carriesMarker, type Marker, markerLine } from './marker.ts';

/** Our one comment on one pull request: found by marker and author, edited in place, else made. */
export class OwnComment {
  readonly pullRequest: number;
  readonly #github: GitHub;
  readonly #marker: Marker;
  #known: Comment | undefined;
  /** What stands there, as far as this run wrote it. */
  #written: string | undefined;

  constructor(github: GitHub, pullRequest: number, marker: Marker) {
    this.#github = github;
    this.pullRequest = pullRequest;
    this.#marker = marker;
  }

  get url(): string | undefined {
    return this.#known?.url;
  }

  /**
   * Writes the comment. After a failure it is looked for again: the answer to a call that took
   * effect may have been lost.
   *
   * @throws Problem
   */
  async write(report: Markdown, signal: AbortSignal): Promise<void> {
    const body = md`${markerLine(this.#marker)}\n${report}`;
    if (body.text === this.#written) return;
    const existing = this.#known ?? (await this.#find(signal));
    const edited = existing && (await this.#github.editComment(existing.id, body, signal));
    this.#known = edited ?? (await this.#github.createComment(this.pullRequest, body, signal));
    this.#written = body.text;
  }

  async #find(signal: AbortSignal): Promise<Comment | undefined> {
    let self: Author | undefined;
    for await (const comment of this.#github.comments(this.pullRequest, signal)) {
      if (!carriesMarker(comment.body, this.#marker)) continue;
      self ??= await this.#github.self(signal);
      if (isSame(comment.author, self)) return comment;
    }
    return undefined;
  }
}

function isSame(one: Author, other: Author): boolean {
  return one.kind === other.kind && withoutSuffix(one.login) === withoutSuffix(other.login);
}

/** REST names an app `github-actions[bot]`, GraphQL sometimes without the suffix. */
function withoutSuffix(login: string): string {
  return login.replace(/\[bot\]$/, '').toLowerCase();
}

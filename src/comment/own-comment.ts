import { type Markdown, md } from '../domain/text/markdown.ts';
import type { Comment, GitHub } from '../ports/github.ts';
import { authorsOwn } from './author.ts';
import {
  bestMatch,
  carriesMarker,
  completed,
  type Marker,
  markerIn,
  markerLine,
} from './marker.ts';

/** Where a comment is written: always, where it is there, or where no other run has written one. */
export type Where = 'always' | 'if-there' | 'unless-told';

/** Our one comment on one pull request: found by marker and author, edited in place, else created. */
export class OwnComment {
  readonly pullRequest: number;
  readonly #github: GitHub;
  readonly #where: Where;
  #known: Comment | undefined;
  /** What stands there, as far as this run wrote it. */
  #written: string | undefined;
  #isLeft = false;

  constructor(github: GitHub, pullRequest: number, where: Where = 'always') {
    this.#github = github;
    this.pullRequest = pullRequest;
    this.#where = where;
  }

  /** Of the comment that this run has written. */
  get url(): string | undefined {
    return this.#isLeft ? undefined : this.#known?.url;
  }

  /** Whether the comment of another run was left as it is. */
  get isLeft(): boolean {
    return this.#isLeft;
  }

  /**
   * Writes the comment. After a failure it is looked for again: the answer to a call that took
   * effect may have been lost.
   *
   * @throws Problem
   */
  async write(report: Markdown, marker: Marker, signal: AbortSignal): Promise<void> {
    if (this.#isLeft) return;
    const asKnown = this.#known ? completed(marker, this.#known.body) : marker;
    if (bodyOf(asKnown, report).text === this.#written) return;
    const existing = this.#known ?? bestMatch(await this.#all(marker, signal), marker);
    const body = bodyOf(existing ? completed(marker, existing.body) : marker, report);
    this.#isLeft = this.#leaves(existing, marker);
    if (this.#isLeft) return;
    const edited = existing && (await this.#github.editComment(existing.id, body, signal));
    this.#known = edited ?? (await this.#create(body, marker, signal));
    this.#written = this.#known && body.text;
  }

  /** A plan never replaces that of a later run. */
  #leaves(existing: Comment | undefined, marker: Marker): boolean {
    const run = (existing && markerIn(existing.body)?.run) ?? 0;
    if (this.#where === 'if-there' && !existing) return true;
    if (this.#where === 'unless-told') return existing !== undefined && run !== marker.run;
    return marker.mode === 'plan' && run > marker.run && marker.run > 0;
  }

  /** Two runs that begin at once both find none: the earlier comment stays, with the report of the later run. */
  async #create(body: Markdown, marker: Marker, signal: AbortSignal): Promise<Comment> {
    const created = await this.#github.createComment(this.pullRequest, body, signal);
    const others = (await this.#all(marker, signal)).filter(({ id }) => id < created.id);
    const earlier = bestMatch(others, marker);
    if (!earlier) return created;
    this.#isLeft = this.#leaves(earlier, marker);
    const kept = this.#isLeft ? earlier : await this.#github.editComment(earlier.id, body, signal);
    if (kept) await this.#github.deleteComment(created.id, signal);
    return kept ?? created;
  }

  /** All that are ours and carry a marker which fits. */
  async #all(marker: Marker, signal: AbortSignal): Promise<readonly Comment[]> {
    return authorsOwn(this.#github, this.pullRequest, {
      carries: (body) => carriesMarker(body, marker),
      signal,
    });
  }
}

function bodyOf(marker: Marker, report: Markdown): Markdown {
  return md`${markerLine(marker)}\n${report}`;
}

import { atMost, settled, unless } from '../cancellation.ts';
import { retryInSeconds } from '../domain/cadence.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { Markdown } from '../domain/text/markdown.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Clock, GitHub } from '../ports.ts';
import type { Published } from '../report/outputs.ts';
import { findPullRequests } from './find-pull-requests.ts';
import type { Marker } from './marker.ts';
import { OwnComment } from './own-comment.ts';

/** GitHub allows 500 writes an hour: no comment is edited more often than this. */
const secondsBetweenEdits = 10;
/** A round of writing that takes longer is given up: GitHub hangs. */
const longestRoundSeconds = 30;

/** What the live report needs. */
export interface Desk {
  readonly github: GitHub;
  readonly clock: Clock;
  readonly marker: Marker;
  /** The pull request that the user names. */
  readonly pullRequest: number | undefined;
  /** The report as it stands now. */
  readonly render: () => Markdown;
}

/** Where the last version stands, and what kept it from standing everywhere. */
export interface Delivery extends Published {
  readonly problem: Problem | undefined;
}

/**
 * Keeps the comments on the pull requests in step with the story, beside the watch: no one ever
 * waits for GitHub but `finish`, and that for a limited time.
 */
export class LiveReport {
  readonly #desk: Desk;
  readonly #finishing = new AbortController();
  readonly #never = new AbortController().signal;
  #round = new AbortController();
  #comments: readonly OwnComment[] | undefined;
  #problem: Problem | undefined;
  #failures = 0;
  #isStale = false;
  #working: Promise<void> | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Something worth telling has changed. After a failure that cannot pass only `finish` attempts again. */
  changed(): void {
    this.#isStale = true;
    if (this.#problem && !this.#problem.passes) return;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  /**
   * Writes the last version, within `usually` seconds; once the job is cancelled it starts again,
   * with `cancelled` seconds.
   */
  async finish(
    seconds: { readonly usually: number; readonly cancelled: number },
    cancelled: AbortSignal,
  ): Promise<Delivery> {
    this.#finishing.abort();
    if (!cancelled.aborted) await this.#finishWithin(seconds.usually, cancelled);
    if (cancelled.aborted) await this.#finishWithin(seconds.cancelled, this.#never);
    const written = (this.#comments ?? []).filter(({ url }) => url !== undefined);
    return {
      pullRequests: written.map(({ pullRequest }) => pullRequest),
      commentUrl: written[0]?.url,
      problem: this.#problem,
    };
  }

  async #finishWithin(seconds: number, hurry: AbortSignal): Promise<void> {
    const { clock } = this.#desk;
    const deadline = clock.now() + 1000 * seconds;
    const left = () => (deadline - clock.now()) / 1000;
    const abortRound = () => this.#round.abort();
    hurry.addEventListener('abort', abortRound);
    await atMost(seconds / 4, this.#working, clock);
    this.#round.abort();
    await this.#working;
    while (!hurry.aborted) {
      await this.#write(left());
      if (!this.#problem?.passes || left() <= 0) break;
      const pause = Math.min(retryInSeconds(this.#problem, this.#failures), left());
      await clock.sleep(pause, hurry).catch(() => {});
    }
    hurry.removeEventListener('abort', abortRound);
  }

  /** Writes as long as there is something new. */
  async #work(): Promise<void> {
    const finishing = this.#finishing.signal;
    while (this.#isStale && !finishing.aborted) {
      await this.#write(longestRoundSeconds);
      if (this.#problem && !this.#problem.passes) return;
      const retry = this.#problem ? retryInSeconds(this.#problem, this.#failures) : 0;
      const pause = Math.max(secondsBetweenEdits, retry);
      await this.#desk.clock.sleep(pause, finishing).catch(() => {});
    }
  }

  /** One round over all pull requests; what it could not do is kept as the problem. */
  async #write(seconds: number): Promise<void> {
    const round = new AbortController();
    this.#round = round;
    const done = new AbortController();
    this.#desk.clock.sleep(seconds, done.signal).then(
      () => round.abort(),
      () => {},
    );
    this.#isStale = false;
    this.#problem = await this.#writeAll(round.signal, seconds);
    done.abort(settled);
    this.#failures = this.#problem ? this.#failures + 1 : 0;
    if (this.#problem) this.#isStale = true;
  }

  async #writeAll(signal: AbortSignal, seconds: number): Promise<Problem | undefined> {
    let problem: Problem | undefined;
    try {
      this.#comments ??= await unless(signal, this.#findComments(signal));
    } catch (thrown) {
      return signal.aborted ? tooSlow(seconds) : problemFrom(thrown);
    }
    for (const comment of this.#comments) {
      try {
        await unless(signal, comment.write(this.#desk.render(), signal));
      } catch (thrown) {
        problem = signal.aborted ? tooSlow(seconds) : problemFrom(thrown);
      }
    }
    return problem;
  }

  async #findComments(signal: AbortSignal): Promise<readonly OwnComment[]> {
    const { github, marker, pullRequest } = this.#desk;
    const numbers = pullRequest ? [pullRequest] : await findPullRequests(github, signal);
    return numbers.map((number) => new OwnComment(github, number, marker));
  }
}

function tooSlow(seconds: number): Problem {
  return new Problem(
    'unreachable',
    phrase`GitHub did not answer within ${Math.round(seconds)} s.`,
    {
      remedy: phrase`The report is in the job summary.`,
    },
  );
}

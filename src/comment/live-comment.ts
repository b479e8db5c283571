import { atMost, settled, unless } from '../cancellation.ts';
import { retryInSeconds } from '../domain/cadence.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Delivery, Desk, Patience } from './desk.ts';
import { findPullRequests } from './find-pull-requests.ts';
import { notifyOnce } from './notice.ts';
import { OwnComment } from './own-comment.ts';

/** GitHub allows 500 writes an hour: no comment is edited more often than this. */
const secondsBetweenEdits = 10;
/** GitHub's limits are of all jobs with this token: once they are reached, what is left is for last edits. */
const secondsAfterALimit = 300;
/** A round of writing that takes longer is given up: GitHub hangs. */
const longestRoundSeconds = 30;

/**
 * Keeps the comments on the pull requests in step with the report, beside the watch: nothing ever
 * waits for GitHub but `finish`, and that for a limited time.
 */
export class LiveReport {
  readonly #desk: Desk;
  readonly #finishing = new AbortController();
  readonly #never = new AbortController().signal;
  #round = new AbortController();
  #comments: readonly OwnComment[] | undefined;
  #problem: Problem | undefined;
  #notBefore: Instant | undefined;
  #failures = 0;
  #isStale = false;
  #working: Promise<void> | undefined;
  readonly #notified = new Set<number>();

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#notBefore = desk.notBefore;
  }

  /** Something worth telling has changed. After a failure that cannot pass only `finish` attempts again. */
  changed(): void {
    this.#isStale = true;
    if (this.#problem && !this.#problem.passes) return;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  /** Writes the last version. */
  async finish(patience: Patience, cancelled: AbortSignal): Promise<Delivery> {
    this.#finishing.abort();
    if (!cancelled.aborted) await this.#finishWithin(patience, cancelled);
    if (cancelled.aborted) {
      const [usualSeconds, askedSeconds] = [patience.cancelledSeconds, patience.cancelledSeconds];
      await this.#finishWithin({ usualSeconds, askedSeconds }, this.#never);
    }
    const written = (this.#comments ?? []).filter(({ url }) => url !== undefined);
    return {
      pullRequests: written.map(({ pullRequest }) => pullRequest),
      commentUrl: written[0]?.url,
      problem: this.#problem,
      notBefore: this.#notBefore,
      isOvertaken: this.#comments?.some(({ isLeft }) => isLeft) === true && written.length === 0,
    };
  }

  async #finishWithin(
    { usualSeconds, askedSeconds }: Pick<Patience, 'usualSeconds' | 'askedSeconds'>,
    hurry: AbortSignal,
  ): Promise<void> {
    const { clock } = this.#desk;
    const begunAt = clock.now();
    const abortRound = () => this.#round.abort();
    hurry.addEventListener('abort', abortRound);
    await atMost(usualSeconds / 4, this.#working, clock);
    this.#round.abort();
    await this.#working;
    this.#failures = 0;
    const lastAskedStart = begunAt + 1000 * askedSeconds;
    const waitsFor = this.#notBefore ?? 0;
    if (waitsFor <= lastAskedStart) await this.#sleepUntil(waitsFor, hurry);
    while (!hurry.aborted) {
      await this.#write(Math.min(longestRoundSeconds, usualSeconds));
      if (!this.#problem?.passes) break;
      const next = clock.now() + 1000 * retryInSeconds(this.#problem, this.#failures);
      const isAsked = this.#problem.retryAfterSeconds !== undefined;
      if (next > (isAsked ? lastAskedStart : begunAt + 1000 * usualSeconds)) break;
      await this.#sleepUntil(next, hurry);
    }
    hurry.removeEventListener('abort', abortRound);
  }

  async #sleepUntil(instant: Instant, signal: AbortSignal): Promise<void> {
    const seconds = (instant - this.#desk.clock.now()) / 1000;
    if (seconds > 0) await this.#desk.clock.sleep(seconds, signal).catch(() => {});
  }

  /** Writes as long as there is something new. */
  async #work(): Promise<void> {
    const finishing = this.#finishing.signal;
    while (this.#isStale && !finishing.aborted) {
      await this.#write(longestRoundSeconds);
      if (this.#problem && !this.#problem.passes) return;
      const retry = this.#problem ? retryInSeconds(this.#problem, this.#failures) : 0;
      const least = this.#problem?.code === 'throttled' ? secondsAfterALimit : secondsBetweenEdits;
      await this.#desk.clock.sleep(Math.max(least, retry), finishing).catch(() => {});
    }
  }

  /** One round over all pull requests; what it could not do is kept as the problem. */
  async #write(seconds: number): Promise<void> {
    const { clock } = this.#desk;
    const round = new AbortController();
    this.#round = round;
    const done = new AbortController();
    clock.sleep(seconds, done.signal).then(
      () => round.abort(),
      () => {},
    );
    this.#isStale = false;
    const before = clock.now();
    const problem = await this.#writeAll(round.signal);
    done.abort(settled);
    // A round that was cut short says less than the one before it.
    const isCut = problem !== undefined && round.signal.aborted;
    this.#problem = isCut ? (this.#problem ?? tooSlow(clock.now() - before)) : problem;
    this.#failures = this.#problem ? this.#failures + 1 : 0;
    const asked = this.#problem?.retryAfterSeconds;
    this.#notBefore = asked === undefined ? undefined : clock.now() + 1000 * asked;
    if (this.#problem) this.#isStale = true;
  }

  async #writeAll(signal: AbortSignal): Promise<Problem | undefined> {
    let problem: Problem | undefined;
    try {
      this.#comments ??= await unless(signal, this.#findComments(signal));
    } catch (thrown) {
      return problemFrom(thrown);
    }
    for (const comment of this.#comments) {
      try {
        await unless(signal, this.#writeOne(comment, signal));
      } catch (thrown) {
        problem = problemFrom(thrown);
        if (problem.code === 'throttled') break;
      }
    }
    return problem;
  }

  /** The report, and then what people are told of it. */
  async #writeOne(comment: OwnComment, signal: AbortSignal): Promise<void> {
    const { github, marker, render, notice } = this.#desk;
    await comment.write(render(), marker(), signal);
    const { pullRequest, url } = comment;
    const told = notice?.();
    if (!told || url === undefined || this.#notified.has(pullRequest)) return;
    await notifyOnce(github, told, { pullRequest, url }, signal);
    this.#notified.add(pullRequest);
  }

  async #findComments(signal: AbortSignal): Promise<readonly OwnComment[]> {
    const { github, pullRequest, where, since } = this.#desk;
    const { own, others } = pullRequest
      ? { own: [pullRequest], others: [] }
      : await findPullRequests(github, signal, since?.());
    return [
      ...own.map((number) => new OwnComment(github, number, where)),
      ...others.map((number) => new OwnComment(github, number, 'unless-told')),
    ];
  }
}

function tooSlow(milliseconds: number): Problem {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return new Problem('unreachable', phrase`GitHub did not answer within ${seconds} s.`, {
    remedy: phrase`The report is in the job summary.`,
  });
}

import type { Instant } from '../clock.ts';
import { exhausted, type Reply, tooMuchAtOnce } from './reply.ts';

const hourMilliseconds = 3_600_000;

/** Of a workflow's token, in one repository. */
const requestsPerHour = 1000;

/** Requests that create content: in so many seconds at most so many. */
const contentLimits = [
  { seconds: 60, most: 80 },
  { seconds: 3600, most: 500 },
];

/** GitHub's rate limits, as they are for a workflow's token. */
export class RateLimits {
  #windowStart: Instant = 0;
  #used = 0;
  #writes: Instant[] = [];

  /** Counts a request; what it is answered when it is one too many. */
  count(method: string, now: Instant): Reply | undefined {
    if (now >= this.#windowStart + hourMilliseconds) {
      this.#windowStart = now;
      this.#used = 0;
    }
    if (this.#used >= requestsPerHour) return exhausted(this.#resetAtSeconds);
    this.#used += 1;
    return method === 'GET' ? undefined : this.#countWrite(now);
  }

  get headers(): Record<string, string> {
    return {
      'x-ratelimit-limit': String(requestsPerHour),
      'x-ratelimit-remaining': String(requestsPerHour - this.#used),
      'x-ratelimit-used': String(this.#used),
      'x-ratelimit-reset': String(this.#resetAtSeconds),
      'x-ratelimit-resource': 'core',
    };
  }

  #countWrite(now: Instant): Reply | undefined {
    this.#writes = this.#writes.filter((at) => at > now - hourMilliseconds);
    const isOver = contentLimits.some(({ seconds, most }) => {
      return this.#writes.filter((at) => at > now - seconds * 1000).length >= most;
    });
    if (isOver) return tooMuchAtOnce(403, 60);
    this.#writes.push(now);
    return undefined;
  }

  get #resetAtSeconds(): number {
    return Math.ceil((this.#windowStart + hourMilliseconds) / 1000);
  }
}

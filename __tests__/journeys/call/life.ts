import type { Host } from '../../../src/host.ts';
import type { Clock } from '../../../src/ports.ts';

const never: Promise<never> = new Promise(() => undefined);

/**
 * The life of a step that is no process: once it has ended, nothing that the step holds does
 * anything any more, and no answer reaches it. So it can be killed between any two of its deeds.
 */
export class Life {
  readonly #end = new AbortController();

  get isOver(): boolean {
    return this.#end.signal.aborted;
  }

  /** Aborted at its end. */
  get end(): AbortSignal {
    return this.#end.signal;
  }

  kill(): void {
    this.#end.abort(new Error('The step has ended.'));
  }

  /** The promise's result; undefined where this life ends before. */
  async until<T>(promise: Promise<T>): Promise<T | undefined> {
    const over = new Promise<undefined>((resolve) => {
      this.end.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    return Promise.race([promise, over]);
  }

  /** The services of the host as long as this life lasts. */
  holding(host: Host): Host {
    return {
      ...host,
      environmentRegion: () => this.#held(host.environmentRegion()),
      connectAws: (where) => {
        const services = Object.entries(host.connectAws(where));
        const bound = services.map(([name, service]) => [name, this.bound(service)]);
        return Object.fromEntries(bound);
      },
      connectGitHub: (token) => {
        const github = host.connectGitHub(token);
        return github && this.bound(github);
      },
    };
  }

  /** The clock as long as this life lasts: what it would have woken does not hold up time. */
  clock(clock: Clock): Clock {
    return {
      now: () => clock.now(),
      sleep: (seconds, signal) => {
        const signals = signal ? [signal, this.end] : [this.end];
        return this.#held(clock.sleep(seconds, AbortSignal.any(signals)));
      },
    };
  }

  /** What the step holds, as long as this life lasts. */
  bound<T extends object>(service: T): T {
    return new Proxy(service, {
      get: (target, name) => {
        const member = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          if (this.isOver) return never;
          const answer = member.apply(target, given);
          if (answer instanceof Promise) return this.#held(answer);
          return isStream(answer) ? this.bound(answer) : answer;
        };
      },
    });
  }

  #held<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      answer.then(
        (value) => this.isOver || resolve(value),
        (thrown) => this.isOver || reject(thrown),
      );
    });
  }
}

function isStream(answer: unknown): answer is AsyncGenerator {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

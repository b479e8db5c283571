import { subscribe } from 'node:diagnostics_channel';
import type { Agent, ClientRequest } from 'node:http';
import { sleepOnTheWall, wallNow } from './wall.ts';
import { WorkAtHand } from './work-at-hand.ts';

/** A request that no one has answered for so long is asked after. */
const patienceMilliseconds = 100;

/** How long to sleep between two checks of what has no event for its end. */
const checkMilliseconds = { requests: 20, resources: 1 };

/** What keeps the program busy: requests without an answer, files, processes, DNS. */
export class Activity {
  /** Called when a request starts. */
  onStart: () => void = () => undefined;
  /** The requests in flight, by when they began; `undefined`: found to hang, and waited for no more. */
  readonly #requests = new Map<object, number | undefined>();
  readonly #work = new WorkAtHand();
  #tellEnd: () => void = () => undefined;

  constructor(notCounted: Agent) {
    subscribe('http.client.request.created', (message) => {
      const { request } = message as { request: ClientRequest & { agent?: Agent } };
      if (request.agent === notCounted) return;
      this.#start(request);
      request.once('close', () => this.#end(request));
    });
    subscribe('undici:request:create', (message) => this.#start(requestOf(message)));
    subscribe('undici:request:trailers', (message) => this.#end(requestOf(message)));
    subscribe('undici:request:error', (message) => this.#end(requestOf(message)));
  }

  get hasRequests(): boolean {
    return this.#requests.size > 0;
  }

  get isBusy(): boolean {
    const awaited = [...this.#requests.values()].some((began) => began !== undefined);
    return awaited || this.#work.isPresent;
  }

  /** Waits until a request ends, or it is time to check again. */
  async change(): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      this.#tellEnd = resolve;
    });
    await Promise.race([
      ended,
      sleepOnTheWall(this.hasRequests ? checkMilliseconds.requests : checkMilliseconds.resources),
    ]);
  }

  /** The requests that have been waited for long enough to ask whether they hang. */
  overdue(): object[] {
    const latest = wallNow() - patienceMilliseconds;
    return [...this.#requests]
      .filter(([, began]) => began !== undefined && began < latest)
      .map(([request]) => request);
  }

  /** Stops waiting for these requests, if they are still without an answer. */
  giveUp(requests: readonly object[]): void {
    for (const request of requests) {
      if (this.#requests.has(request)) this.#requests.set(request, undefined);
    }
  }

  #start(request: object): void {
    this.#requests.set(request, wallNow());
    this.onStart();
  }

  #end(request: object): void {
    this.#requests.delete(request);
    this.#tellEnd();
  }
}

function requestOf(message: unknown): object {
  return (message as { request: object }).request;
}

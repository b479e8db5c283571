import type { Instant, SimulatedClock } from './clock.ts';
import type { Answer, Request, Service } from './http.ts';

const path = '/_simulator/clock';

/**
 * The simulator's clock over HTTP, so that a process of its own can live in simulated time:
 * `GET` tells the time, `POST {"to": …}` moves a stepped clock forward.
 */
export class ClockService implements Service {
  readonly #clock: SimulatedClock;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  serves(request: Request): boolean {
    return request.path === path;
  }

  answer({ method, body }: Request): Answer {
    if (method === 'GET') return json(200, { now: this.#clock.now() });
    if (method !== 'POST') return json(405, { message: `${path} takes GET and POST` });
    if (!this.#clock.stepped) return json(409, { message: 'This clock runs by itself' });
    const to = readInstant(body);
    if (to === undefined) return json(400, { message: 'Send {"to": <milliseconds since 1970>}' });
    this.#clock.advanceTo(to);
    return json(200, { now: this.#clock.now() });
  }
}

function readInstant(body: string): Instant | undefined {
  try {
    const { to } = JSON.parse(body) as { to?: unknown };
    return typeof to === 'number' && Number.isFinite(to) ? to : undefined;
  } catch {
    return undefined;
  }
}

function json(status: number, body: object): Answer {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

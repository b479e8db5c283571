import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Instant } from '../clock.ts';

// An import would read each export of `node:http`, and so load the whole of Node's `fetch`: 50 ms.
const { Agent, request } = process.getBuiltinModule('node:http');

/** Whether a request to the simulator may keep the program alive, or the program may end meanwhile. */
type Hold = 'holds' | 'lets go';

/** The simulator's clock as a program in simulated time reaches it. */
export class ClockClient {
  /** Tells these requests from the program's own, which make the program busy. */
  readonly agent = new Agent({ keepAlive: true });
  readonly #url: URL;

  constructor(simulatorUrl: string) {
    this.#url = new URL('/_simulator/clock', simulatorUrl);
  }

  async now(hold: Hold = 'lets go'): Promise<Instant> {
    return this.#ask('GET', undefined, hold);
  }

  /** Moves the simulator's clock forward; answers where it stands now, which can be later. */
  async moveTo(instant: Instant): Promise<Instant> {
    return this.#ask('POST', JSON.stringify({ to: instant }), 'lets go');
  }

  async #ask(method: string, body: string | undefined, hold: Hold): Promise<Instant> {
    const response = await this.#send(method, body, hold);
    const answer = await text(response);
    if (response.statusCode !== 200) {
      throw new Error(`${method} ${this.#url}: ${response.statusCode} ${answer}`);
    }
    return (JSON.parse(answer) as { now: Instant }).now;
  }

  #send(method: string, body: string | undefined, hold: Hold): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const asking = request(this.#url, { method, agent: this.agent });
      asking.once('response', resolve);
      asking.once('error', (cause) =>
        reject(new Error(`The simulator's clock does not answer at ${this.#url}`, { cause })),
      );
      asking.once('socket', (socket) => {
        if (hold === 'holds') socket.ref();
        else socket.unref();
      });
      asking.end(body);
    });
  }
}

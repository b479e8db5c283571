import { SimulatedClock } from '../../simulator/clock.ts';
import { type Answer, listen, type Request, type Service, urlOf } from '../../simulator/http.ts';

/** The least simulator that a program in simulated time can live with. */
export interface SmallSimulator {
  readonly url: string;
  readonly clock: SimulatedClock;
  /** The instants to which a program moved the clock. */
  readonly moves: number[];
  close(): void;
}

export async function startSmallSimulator(
  ...services: ((clock: SimulatedClock) => Service)[]
): Promise<SmallSimulator> {
  const clock = new SimulatedClock();
  const moves: number[] = [];
  const server = await listen([
    clockService(clock, moves),
    ...services.map((service) => service(clock)),
  ]);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: urlOf(server), clock, moves, close };
}

/** A service at one path, or at several. */
export function at(
  path: string | RegExp,
  answer: (request: Request) => Answer | Promise<Answer>,
): Service {
  const matches =
    typeof path === 'string' ? (asked: string) => asked === path : path.test.bind(path);
  return { serves: (request) => matches(request.path), answer };
}

export function ok(body: string): Answer {
  return { kind: 'answer', status: 200, body };
}

function clockService(clock: SimulatedClock, moves: number[]): Service {
  return at('/_simulator/clock', ({ method, body }) => {
    if (method === 'POST') {
      const { to } = JSON.parse(body) as { to: number };
      moves.push(to);
      clock.advanceTo(to);
    }
    return ok(JSON.stringify({ now: clock.now() }));
  });
}

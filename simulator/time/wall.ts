/**
 * The machine's own timers, kept before the program's are replaced. What they do never
 * keeps the program alive by itself: a program ends exactly when it would have ended.
 */
const wallSetTimeout = globalThis.setTimeout;
const wallSetInterval = globalThis.setInterval;
const wallSetImmediate = globalThis.setImmediate;

export const wallNow: () => number = performance.now.bind(performance);

export function sleepOnTheWall(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    wallSetTimeout(resolve, milliseconds).unref();
  });
}

/** Runs something in the next turn of the event loop, where what it throws is uncaught as in a timer. */
export function runNextTurn(action: () => void): void {
  wallSetImmediate(action);
}

/** Keeps the program alive while something of its own is pending in simulated time. */
export class Anchor {
  readonly #handle = wallSetInterval(() => undefined, 2 ** 31 - 1).unref();

  get holds(): boolean {
    return this.#handle.hasRef();
  }

  hold(): void {
    this.#handle.ref();
  }

  letGo(): void {
    this.#handle.unref();
  }

  /** One turn of the event loop: at once while the program is held, else without holding it. */
  turn(): Promise<void> {
    if (!this.holds) return sleepOnTheWall(1);
    return new Promise((resolve) => {
      wallSetImmediate(resolve);
    });
  }
}

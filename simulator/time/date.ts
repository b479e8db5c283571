import type { Instant } from '../clock.ts';

/** Makes `performance.now` tell another time, and `Date` too. */
export function installTime(now: () => Instant): void {
  const start = now();
  installDate(now);
  performance.now = () => now() - start;
}

/**
 * Makes `Date` tell another time, until what it returns is called. `Date` stays the same class for
 * everybody who subclasses it, parses with it or asks `instanceof`.
 */
export function installDate(now: () => Instant): () => void {
  const WallDate = globalThis.Date;
  const wallNow = WallDate.now;
  const SimulatedDate = new Proxy(WallDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: (target) => new target(now()).toString(),
  });
  WallDate.now = now;
  WallDate.prototype.constructor = SimulatedDate;
  globalThis.Date = SimulatedDate;
  return () => {
    WallDate.now = wallNow;
    WallDate.prototype.constructor = WallDate;
    globalThis.Date = WallDate;
  };
}

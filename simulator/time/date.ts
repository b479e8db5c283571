import type { Instant } from '../clock.ts';

/**
 * Makes `Date` and `performance.now` tell another time. `Date` stays the same class for
 * everybody who subclasses it, parses with it or asks `instanceof`.
 */
export function installDate(now: () => Instant): void {
  const WallDate = globalThis.Date;
  const start = now();
  const SimulatedDate = new Proxy(WallDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: (target) => new target(now()).toString(),
  });
  WallDate.now = now;
  WallDate.prototype.constructor = SimulatedDate;
  globalThis.Date = SimulatedDate;
  performance.now = () => now() - start;
}

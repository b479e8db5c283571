/** What has nothing but calls that are waited for. */
type Service<T> = { readonly [Name in keyof T]: (...given: never[]) => Promise<unknown> };

/**
 * A service whose code is loaded at its first call: each 100 KB of it would hold up the start of
 * every run by some 4 ms, and most runs call no more than two of them.
 */
export function onDemand<T extends Service<T>>(load: () => Promise<T>): T {
  let loaded: Promise<T> | undefined;
  return new Proxy({} as T, {
    get:
      (_, name) =>
      async (...given: never[]) => {
        loaded ??= load();
        return (await loaded)[name as keyof T](...given);
      },
  });
}

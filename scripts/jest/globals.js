/** What `@jest/globals` is to a test: live bindings to what jest has for the file that runs. */
export let describe;
export let it;
export let expect;
export let beforeAll;
export let beforeEach;
export let afterAll;
export let afterEach;

/** From here on, tests are those of another file. */
export function give(globals) {
  ({ describe, it, expect, beforeAll, beforeEach, afterAll, afterEach } = globals);
}

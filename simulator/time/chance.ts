/** Numbers from 0 up to 1, the same in every run (mulberry32: small, and even enough for jitter). */
export function chanceFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Makes chance the same in every run: what the program leaves to it, such as how long to wait
 * before it asks again, would else make every run take another time.
 */
export function installChance(): void {
  Math.random = chanceFrom(0x9e3779b9);
}

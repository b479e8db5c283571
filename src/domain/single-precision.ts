/**
 * A number as the API keeps it, whose floating-point numbers are single: 0.1 may come back as
 * 0.10000000149011612, and 16777217 as 16777216. The shortest decimal fraction of the same number.
 */
export function inSinglePrecision(value: number): number {
  const single = Math.fround(value);
  const digits = [6, 7, 8].find(
    (count) => Math.fround(Number(single.toPrecision(count))) === single,
  );
  return Number(single.toPrecision(digits ?? 9));
}

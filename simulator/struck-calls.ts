/** Of the calls that a fault sees, counted from 1: only this one, or from the first to the second of these. */
export type StruckCalls = number | readonly [number, number];

/** Whether a fault strikes the call of this count; one that names no calls strikes all of them. */
export function strikes(calls: StruckCalls | undefined, count: number): boolean {
  if (calls === undefined) return true;
  const [first, last] = typeof calls === 'number' ? [calls, calls] : calls;
  return first <= count && count <= last;
}

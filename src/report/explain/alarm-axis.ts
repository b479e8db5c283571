import { inForm, joined, type Phrase, phrase } from '../../domain/text/phrase.ts';

/** Beyond these, numbers are drawn as one line, or written with an exponent, which ends the chart. */
const [least, most] = [1e-4, 1e13];
/** Longer numbers stick out of the axis on a narrow page: from so many on, they are written in others. */
const scales = [
  { from: 5e10, scale: 1e9, words: phrase`, in billions` },
  { from: 5e7, scale: 1e6, words: phrase`, in millions` },
  { from: 5e4, scale: 1000, words: phrase`, in thousands` },
] as const;

export interface Axis {
  /** What a number on it stands for, and how the title says so. */
  readonly scale: number;
  readonly words: Phrase;
  readonly from: number;
  readonly to: number;
}

/** From 0, or the lowest value below it; undefined where a number cannot be drawn. */
export function axisOf(values: readonly (number | undefined)[]): Axis | undefined {
  const numbers = values.filter((value) => value !== undefined);
  const sizes = numbers.map(Math.abs);
  const largest = Math.max(...sizes);
  const isDrawable = sizes.every(Number.isFinite) && largest <= most;
  if (!isDrawable || (largest > 0 && largest < least)) return undefined;
  const { scale, words } = scales.find(({ from }) => largest >= from) ?? {
    scale: 1,
    words: phrase``,
  };
  const from = Math.min(0, ...numbers) / scale;
  const highest = Math.max(0, ...numbers) / scale;
  return { scale, words, from, to: from + roomFor(highest - from) };
}

/** Lengths of an axis, by their first digits, on which Mermaid writes twelve numbers at most: more overlap. */
const lengths = [1.1, 1.5, 2.2, 3.2, 4, 5.5, 7.1, 8, 11];

/** The least of these lengths for a span, with some room above. */
function roomFor(span: number): number {
  const size = 10 ** Math.floor(Math.log10(span || 1));
  const digits = (1.04 * (span || 1)) / size;
  return (lengths.find((length) => length >= digits) ?? 11) * size;
}

/** A period without data has a bar of no height. */
export function listOf(values: readonly (number | undefined)[], { scale, from }: Axis): Phrase {
  return joined(
    values.map((value) => plain(value === undefined ? from : value / scale)),
    ', ',
  );
}

/** A number without an exponent: `NaN` or `1e-7` would end the whole chart. */
export function plain(value: number): Phrase {
  const digits = value.toFixed(6).replace(/\.?0+$/, '');
  return inForm(digits === '-0' ? '0' : digits, /^-?\d{1,13}(\.\d{1,6})?$/);
}

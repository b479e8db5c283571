import { type Phrase, phrase } from '../text/phrase.ts';

/** A share of 1 as `33 %`, below 10 % with two digits: `2.5 %`. */
export function percentText(share: number): Phrase {
  const percent = 100 * share;
  return phrase`${percent < 10 ? Number(percent.toPrecision(2)) : Math.round(percent)} %`;
}

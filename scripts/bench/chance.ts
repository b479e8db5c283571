import { chanceFrom } from '../../simulator/time/chance.ts';

/** Chance that is the same in every run: a sequence of numbers by its seed. */
export class Chance {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = chanceFrom(Math.imul(seed, 0x9e3779b1));
  }

  /** A number from `least` up to `most`, each as likely as any other, in whole thousandths. */
  between(least: number, most: number): number {
    return Math.round(1000 * (least + (most - least) * this.#next())) / 1000;
  }
}

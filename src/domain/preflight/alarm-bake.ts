import type { Bake } from '../alarms/sight.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import { percentText } from './percent.ts';

/** `the final bake, when the new fleet has all requests`. */
export function bakeText(bakes: readonly Bake[], index: number): Phrase {
  const bake = bakes[index];
  if (!bake || bake.isFinal) {
    return phrase`the final bake, when all traffic is on the new fleet`;
  }
  return phrase`bake ${index + 1} of ${bakes.length}, when the new fleet has ${percentText(bake.share)} of the traffic`;
}

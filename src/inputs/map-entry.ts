import type { Bounds, Mapping } from '../domain/api/shape.ts';
import type { JsonValue } from '../domain/json.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { rightText } from './api-texts.ts';
import { rangeText } from './place.ts';

/** What is wrong with an entry of a map, without its value: it may be a secret. */
export function wrongEntry(
  name: string,
  entry: JsonValue,
  { key, value }: Pick<Mapping, 'key' | 'value'>,
): Phrase | undefined {
  if (rightText(name, key) || !isWithin([...name].length, key)) {
    return phrase`has a name that is not valid here: write letters, digits and _, and no digit first.`;
  }
  if (typeof entry !== 'string') return phrase`is not a string: put it in quotes.`;
  if (value.kind !== 'text' || isWithin([...entry].length, value)) return undefined;
  return phrase`is too long: the API takes ${rangeText(value)} characters.`;
}

export function isWithin(value: number, { least = -Infinity, most = Infinity }: Bounds): boolean {
  return value >= least && value <= most;
}

import type { Bounds } from '../domain/api/shape.ts';
import type { JsonValue } from '../domain/json.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Path } from './yaml.ts';

/** Names as the members of an API have them, misspelled too: with other characters a line of any file may look like a name. */
const shownName = /^([\p{L}\p{N}_][\p{L}\p{N}_ .\-/]{0,59}|<<)$/u;

/** A path as it is shown: names that hold anything else are left out. */
export function placeOf(path: Path): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return `.${shownName.test(step) ? step : '(a name that is not shown)'}`;
  });
  return steps.join('').replace(/^\./, '');
}

export function shownText(value: JsonValue): string {
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** Where something larger is missing, what is there instead may be part of any file. */
export function shownType(value: JsonValue): string {
  if (typeof value === 'object') return shownText(value);
  return typeof value === 'string' ? 'a string' : `a ${typeof value}`;
}

export function rangeText({ least, most }: Bounds): Phrase {
  if (most === undefined) return phrase`${least ?? 0} or more`;
  return least === undefined || least === 0 ? phrase`at most ${most}` : phrase`${least} to ${most}`;
}

import { Phrase, phrase } from '../domain/text/phrase.ts';
import type { InputReader } from './reader.ts';
import type { Path } from './yaml.ts';

/** One line of `endpoint-config-values`, as it is written. */
export interface ConfigValue {
  /** Where the line stands, counted from 1. */
  readonly line: number;
  readonly path: Path;
  readonly text: string;
  /** In quotes: where the API's shape of the member is not known, it is a string. */
  readonly isQuoted: boolean;
  /** Whether its path may be shown: after a line that is none, it may be the rest of a secret. */
  readonly isShown: boolean;
}

const input = 'endpoint-config-values';
/** A name, or the index of an entry of a list: `.0` and `[0]` are the same. */
const step = /^([A-Za-z0-9_][A-Za-z0-9_-]*)((?:\[\d{1,4}\])*)$/;
/** Such an expression stands in one line, whatever is in it. */
export const howToWrite = phrase`Write a value that may hold a line break or quotes as \${{ toJSON(…) }}.`;

/** The lines of `endpoint-config-values`. What is wrong with one as a whole is told without any of it. */
export function readConfigValues(reader: InputReader): readonly ConfigValue[] {
  let isShown = true;
  const lines = (reader.text(input) ?? '').split('\n').map((text) => text.trim());
  return lines.flatMap((text, index) => {
    if (text === '') return [];
    const line = index + 1;
    const value = valueIn(text);
    if (!(value instanceof Phrase)) return [{ ...value, line, isShown }];
    isShown = false;
    reader.mistakes.push({ place: `${input} line ${line}`, value: undefined, rule: value });
    return [];
  });
}

function valueIn(line: string): Pick<ConfigValue, 'path' | 'text' | 'isQuoted'> | Phrase {
  const end = line.indexOf('=');
  if (end === -1) return phrase`is not a line of \`path=value\`. ${howToWrite}`;
  const path = pathIn(line.slice(0, end).trim());
  if (!path) {
    return phrase`has no valid path before \`=\`: write it like AllTraffic.InstanceType. ${howToWrite}`;
  }
  const written = line.slice(end + 1).trim();
  const isQuoted = written.startsWith('"');
  const text = isQuoted ? unquoted(written) : written;
  if (text !== undefined) return { path, text, isQuoted };
  return phrase`has a value that begins with a quote and is not one JSON string. ${howToWrite}`;
}

function pathIn(text: string): Path | undefined {
  const steps = text.split('.').map((part) => step.exec(part));
  if (steps.some((found) => found === null || found[1] === '__proto__')) return undefined;
  return steps.flatMap((found) => {
    const [, name = '', indexes = ''] = found ?? [];
    return [name, ...[...indexes.matchAll(/\d+/g)].map(([index]) => Number(index))];
  });
}

/** The string that a text in quotes stands for, as `toJSON` of GitHub writes it. */
function unquoted(text: string): string | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

import { isSecretName } from '../domain/secret-name.ts';
import { type Tag, tagViolationsOf } from '../domain/tags.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { InputReader } from './reader.ts';

/** Tags as lines of `key=value`; a value may hold further equals signs. */
export function readTags(reader: InputReader): readonly Tag[] {
  const input = 'tags';
  const lines = (reader.text(input) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const tags = lines.flatMap((line) => {
    const [key = '', ...value] = line.split('=');
    if (value.length > 0) return [{ Key: key.trim(), Value: value.join('=').trim() }];
    const shown = isSecretName(line) ? undefined : line;
    reader.mistake(input, shown, phrase`is not a valid tag: write it like key=value.`);
    return [];
  });
  for (const { value, rule } of tagViolationsOf(tags)) {
    reader.mistake(input, value, rule);
  }
  return tags;
}

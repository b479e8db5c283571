import type { Phrase } from '../domain/text/phrase.ts';
import { declared, type InputName } from './declared.ts';
import type { InputReader } from './reader.ts';

/** Names each of these inputs that is given with another value than its default. */
export function refuse(reader: InputReader, inputs: readonly InputName[], rule: Phrase): void {
  for (const input of inputs) {
    const value = reader.text(input);
    if ((value ?? '').toLowerCase() === declared[input]) continue;
    // Lines of values may hold secrets.
    reader.mistake(input, input === 'endpoint-config-values' ? undefined : value, rule);
  }
}

import { type Phrase, shown } from './phrase.ts';
import { visible } from './visible.ts';

declare const rendered: unique symbol;
/** Text for the log or an annotation, in which nothing acts: only `inLog` and `inLines` make it. */
export type LogText = string & { readonly [rendered]: 'log' };

/** Each phrase on a line. */
export function inLines(phrases: readonly Phrase[]): LogText {
  return phrases.map(inLog).join('\n') as LogText;
}

/**
 * The phrase as one line of the log. A workflow command begins a line with `::`, or stands anywhere as `##[`: neither is left, nor put
 * together from several parts.
 */
export function inLog({ parts }: Phrase): LogText {
  const text = parts.map((part) => (typeof part === 'string' ? part : shown(part))).join('');
  return visible(text)
    .replaceAll('##[', '## [')
    .replace(/^(\s*):(?=:)/, '$1: ') as LogText;
}

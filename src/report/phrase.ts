/**
 * A sentence of our own with names from elsewhere in it. Names and other foreign text are marked,
 * so that each reader can make them harmless in its own way.
 */
export type Phrase = readonly Part[];
type Part = string | Foreign;

/** Text from elsewhere: it may hold anything. */
export interface Foreign {
  readonly foreign: string;
}

/** Builds a phrase; numbers and phrases are our own words, strings are foreign. */
export function phrase(
  words: TemplateStringsArray,
  ...values: readonly (string | number | Phrase)[]
): Phrase {
  return words.flatMap((word, index) => {
    const value = values[index];
    if (value === undefined) return [word];
    if (typeof value === 'string') return [word, { foreign: value }];
    return typeof value === 'number' ? [word, String(value)] : [word, ...value];
  });
}

/** Words of our own, as a phrase. */
export function own(words: string): Phrase {
  return [words];
}

export function listed(names: readonly string[]): Phrase {
  return names.flatMap(
    (name, index): Phrase => (index === 0 ? [{ foreign: name }] : [', ', { foreign: name }]),
  );
}

/** The phrase as one line of a log. */
export function inLog(words: Phrase): string {
  return words.map((part) => (typeof part === 'string' ? part : plain(part.foreign))).join('');
}

/** The phrase in Markdown: what is foreign is code, which mentions nobody and formats nothing. */
export function inMarkdown(words: Phrase): string {
  return words.map((part) => (typeof part === 'string' ? part : code(part.foreign))).join('');
}

/**
 * Foreign text for the log, on one line. A workflow command begins a line with `::`, or stands
 * anywhere as `##[`: neither is left.
 */
export function plain(text: string): string {
  return visible(text)
    .replaceAll('##[', '## [')
    .replace(/^(\s*):(?=:)/, '$1: ');
}

/**
 * Foreign text as code in Markdown: neither formatted nor linked, and nobody is mentioned. A pipe
 * would end a table's cell even in a code span: then it is HTML, each sign by its number.
 */
export function code(text: string): string {
  const content = visible(text);
  if (content.includes('|')) return inHtml(text);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || content.trim() === '' ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** Foreign text as code where Markdown is not read, as in the summary of a fold. */
export function inHtml(text: string): string {
  return `<code>${visible(text).replaceAll(/[!-/:-@[-`{-~]/g, entity)}</code>`;
}

/** Text of several lines as a fenced block, the fence longer than any in it. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function entity(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

/** Line breaks become spaces; control characters, text direction marks and half characters become visible. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replaceAll(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '\ufffd');
}

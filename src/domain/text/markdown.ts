import { Phrase, phrase, shown, textOf } from './phrase.ts';
import { type Url, withoutUrlSecrets } from './url.ts';
import { visible } from './visible.ts';

declare const rendered: unique symbol;
type MarkdownText = string & { readonly [rendered]: 'markdown' };

/** Markdown for GitHub, in which nothing from elsewhere acts: only the functions of this file make it. */
export class Markdown {
  readonly text: MarkdownText;

  constructor(text: MarkdownText) {
    this.text = text;
  }
}

/** Builds Markdown: the words of the template are ours, phrases are rendered, strings become code. */
export function md(
  words: TemplateStringsArray,
  ...values: readonly (Markdown | Phrase | string | number)[]
): Markdown {
  let text = words[0] ?? '';
  for (const [index, value] of values.entries()) {
    text = glued(glued(text, textIn(value)), words[index + 1] ?? '');
  }
  return new Markdown(text as MarkdownText);
}

function textIn(value: unknown): string {
  if (value instanceof Markdown) return value.text;
  if (value instanceof Phrase) return inMarkdown(value).text;
  return typeof value === 'number' ? String(value) : inMarkdown(phrase`${textOf(value)}`).text;
}

/** Two code spans side by side would be read as one, or as something else altogether. */
function glued(one: string, other: string): string {
  return one.endsWith('`') && other.startsWith('`') ? `${one}<!-- -->${other}` : one + other;
}

/** The phrase in Markdown: what is foreign is code, which mentions nobody and formats nothing. */
export function inMarkdown({ parts }: Phrase): Markdown {
  const pieces = parts.map((part) => (typeof part === 'string' ? part : code(shown(part))));
  return new Markdown(pieces.reduce(glued, '') as MarkdownText);
}

/** The phrase where Markdown is not read, as in the summary of a fold. */
export function inHtml({ parts }: Phrase): Markdown {
  const pieces = parts.map((part) => (typeof part === 'string' ? part : htmlCode(shown(part))));
  return new Markdown(pieces.join('') as MarkdownText);
}

/** Several texts, one after the other, with line breaks or signs of ours between them. */
export function together(
  parts: readonly Markdown[],
  separator: '\n' | '\n\n' | '\n>\n' | ', ' | ' · ' | ' | ' | ' ',
): Markdown {
  return new Markdown(parts.map(({ text }) => text).join(separator) as MarkdownText);
}

/** A link; the words alone where there is no such address. */
export function link(words: Phrase, to: Url | undefined): Markdown {
  const { text } = inMarkdown(words);
  const leads = to !== undefined && URL.canParse(to.href);
  return new Markdown((leads ? `[${text}](${to.href})` : text) as MarkdownText);
}

/** A live mention, which notifies a user of GitHub; undefined where it is not a login. */
export function mention(login: string): Markdown | undefined {
  const isLogin = /^[a-z\d][a-z\d-]{0,38}(?:_[a-z\d]+)?$/i.test(login);
  return isLogin ? new Markdown(`@${login}` as MarkdownText) : undefined;
}

/**
 * JSON for a comment of HTML: plain words, digits and the signs of JSON stand as they are, anything
 * else by its number, so that nothing can end the comment.
 */
export function hiddenJson(value: object): Markdown {
  const json = JSON.stringify(value).replaceAll(
    /[^\w {}":,.\\-]|-(?=-)/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markdown(json as MarkdownText);
}

/** Text of several lines as a fenced block, the fence longer than any in it. */
export function fenced(text: string, language: 'json' | 'sh' | 'text'): Markdown {
  const lines = text.split('\n').map((line) => visible(withoutUrlSecrets(line)));
  const content = lines.join('\n');
  const fence = '`'.repeat(1 + longestRun(content, 2));
  return new Markdown(`${fence}${language}\n${content}\n${fence}` as MarkdownText);
}

/**
 * Foreign text as code: neither formatted nor linked, and nobody is mentioned. A pipe would end a
 * table's cell even in a code span: then it is HTML, each sign by its number.
 */
function code(text: string): string {
  const content = visible(text);
  if (content.includes('|')) return htmlCode(text);
  const longest = longestRun(content, 0);
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || content.trim() === '' ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

function htmlCode(text: string): string {
  return `<code>${visible(text).replaceAll(/[!-/:-@[-`{-~]/g, entity)}</code>`;
}

function longestRun(text: string, least: number): number {
  return Math.max(least, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

function entity(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

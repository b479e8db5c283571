import { describe, expect, it } from '@jest/globals';
import { inLog } from '../../../src/domain/text/log.ts';
import { inMarkdown, md } from '../../../src/domain/text/markdown.ts';
import { listed, own, phrase } from '../../../src/domain/text/phrase.ts';

describe('a phrase', () => {
  const words = phrase`${'fraud'} serves ${'fraud-v2'} on ${3} instances, ${own('as asked')}`;

  it('reads as one line in the log', () => {
    expect(inLog(words)).toBe('fraud serves fraud-v2 on 3 instances, as asked');
  });

  it('shows what is foreign as code in Markdown', () => {
    expect(inMarkdown(words).text).toBe('`fraud` serves `fraud-v2` on 3 instances, as asked');
  });

  it('holds other phrases, whose foreign text stays foreign', () => {
    const outer = phrase`Started: ${phrase`canary, watched by ${'fraud-5xx'}`}`;
    expect(inMarkdown(outer).text).toBe('Started: canary, watched by `fraud-5xx`');
  });

  it('lists names', () => {
    expect(inMarkdown(listed(['a', 'b', 'c'])).text).toBe('`a`, `b`, `c`');
    expect(inLog(listed(['a']))).toBe('a');
    expect(inLog(listed([]))).toBe('');
  });
});

/** What the runner obeys: a line that begins with `::`, or `##[` anywhere. */
const command = /^\s*::|##\[/m;
const replaced = '\ufffd';

describe('foreign text in the log', () => {
  it.each([
    ['a command', '::set-output name=outcome::deployed', ': :set-output name=outcome::deployed'],
    ['a mask', '::add-mask::a', ': :add-mask::a'],
    ['a command behind spaces', '  ::error::boo', '  : :error::boo'],
    ['a command behind a wide space', '\u3000::error::boo', '\u3000: :error::boo'],
    ['more colons', '::::error::', ': :::error::'],
    ['a command on a line of its own', 'ok\n::error::boo', 'ok ::error::boo'],
    ['a command behind a carriage return', 'ok\r::error::boo', 'ok ::error::boo'],
    ['a command at once behind a line break', '\n::error::boo', ' : :error::boo'],
    ['an old command', '##[error]boo', '## [error]boo'],
    ['an old command in the middle', 'ok ##[group]a ##[endgroup]', 'ok ## [group]a ## [endgroup]'],
    ['more hashes', '###[error]', '### [error]'],
    ['a line separator', 'a\u2028::error::b', 'a ::error::b'],
    ['colours', 'a\u001b[31mred', `a${replaced}[31mred`],
    ['a bell and nothing', 'a\u0007\u0000b', `a${replaced}${replaced}b`],
    ['text turned around', 'a\u202etxt.exe\u2066b', `a${replaced}txt.exe${replaced}b`],
    ['signs of no width', 'fra\u200bud\ufeff', `fra${replaced}ud${replaced}`],
    ['half a character', 'a\ud83db\udc00', `a${replaced}b${replaced}`],
    ['a whole character', 'smile 😀', 'smile 😀'],
    ['Markdown, which means nothing there', '**a** `b` | <b> @team #1', '**a** `b` | <b> @team #1'],
    ['nothing', '', ''],
  ])('%s is harmless and stays legible', (_, text, line) => {
    expect(inLog(phrase`${text}`)).toBe(line);
    expect(line).not.toMatch(command);
  });

  it('is as harmless behind words of our own', () => {
    const words = phrase`The error: ${'##[error]a\n::stop-commands::b'}`;
    expect(inLog(words)).toBe('The error: ## [error]a ::stop-commands::b');
    expect(inLog(words)).not.toMatch(command);
  });
});

describe('foreign text in Markdown', () => {
  it.each([
    ['a plain name', 'fraud-v2', '`fraud-v2`'],
    ['emphasis', '**a** _b_ ~c~', '`**a** _b_ ~c~`'],
    ['a mention', '@everyone', '`@everyone`'],
    ['a reference', '#123 org/repo#4', '`#123 org/repo#4`'],
    ['a link', '[a](javascript:b) https://example.com', '`[a](javascript:b) https://example.com`'],
    ['HTML', '<img src=x onerror=y><!-- -->', '`<img src=x onerror=y><!-- -->`'],
    ['a heading on a line of its own', 'a\n\n# b', '`a # b`'],
    ['a backtick', 'a`b', '`` a`b ``'],
    ['backticks at the ends', '`a`', '`` `a` ``'],
    ['a fence', '```\n@team', '```` ``` @team ````'],
    ['runs of many lengths', '`a``b', '``` `a``b ```'],
    ['nothing', '', '`  `'],
    ['a space', ' ', '`   `'],
    ['text turned around', 'a\u202eb', `\`a${replaced}b\``],
    ['half a character', '\ud83d', `\`${replaced}\``],
  ])('%s is code', (_, text, markdown) => {
    expect(md`${text}`.text).toBe(markdown);
  });

  it.each([
    ['a pipe', 'a|b', '<code>a&#124;b</code>'],
    ['a pipe and backticks', 'a|`b`', '<code>a&#124;&#96;b&#96;</code>'],
    ['a pipe and HTML', '</code>|<b>', '<code>&#60;&#47;code&#62;&#124;&#60;b&#62;</code>'],
    ['a pipe and an entity', '&lt;|', '<code>&#38;lt&#59;&#124;</code>'],
    ['a pipe and a mention', '|@team #1', '<code>&#124;&#64;team &#35;1</code>'],
    ['a pipe behind a backslash', '\\|', '<code>&#92;&#124;</code>'],
    ['a pipe and a line break', 'a|\nb', '<code>a&#124; b</code>'],
  ])('%s cannot end the cell of a table', (_, text, markdown) => {
    expect(md`${text}`.text).toBe(markdown);
    expect(inMarkdown(phrase`${text}`).text).not.toContain('|');
  });
});

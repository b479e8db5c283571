import { describe, expect, it } from '@jest/globals';
import { inLog, type LogText } from '../../../src/domain/text/log.ts';
import { fenced, inMarkdown, link, type Markdown, md } from '../../../src/domain/text/markdown.ts';
import { listed, lowered, own, phrase } from '../../../src/domain/text/phrase.ts';
import { url, webUrl } from '../../../src/domain/text/url.ts';

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

  it('in lower case keeps foreign text as it is', () => {
    const sentence = phrase`Moving traffic to ${'Fraud-V2'} Now`;
    expect(inLog(lowered(sentence))).toBe('moving traffic to Fraud-V2 now');
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
    ['colors', 'a\u001b[31mred', `a${replaced}[31mred`],
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

describe('URLs from elsewhere, in the log and in Markdown', () => {
  it.each([
    ['https://m.example/a.tar.gz', 'https://m.example/a.tar.gz'],
    ['s3://bucket/a@b/c', 's3://bucket/a@b/c'],
    ['https://m.example:8443/a', 'https://m.example:8443/a'],
    ['https://m.example/a?X-Amz-Signature=key', 'https://m.example/a?…'],
    ['https://m.example?key#key', 'https://m.example?…'],
    ['https://m.example/a#access_token=key', 'https://m.example/a?…'],
    ['postgres://me:key@db/x', 'postgres://…@db/x'],
    ['https://key@host', 'https://…@host'],
    ['postgres://me:key/key@db/x', 'postgres://…@db/x'],
    ['//me:key@host/a', '//…@host/a'],
    [
      'see "https://a.example/?key", https://b.example/?key and c?',
      'see "https://a.example/?…", https://b.example/?… and c?',
    ],
    ['a // b @ c?', 'a // b @ c?'],
  ])('%s', (text, seen) => {
    expect(inLog(phrase`${text}`)).toBe(seen);
    expect(md`${text}`.text).toBe(`\`${seen}\``);
    expect(fenced(text, 'json').text).toBe(`\`\`\`json\n${seen}\n\`\`\``);
  });

  it('are shown whole where they are ours', () => {
    expect(inLog(phrase`Console: ${url`https://c.example/?region=${'eu west'}`}`)).toBe(
      'Console: https://c.example/?region=eu%20west',
    );
  });
});

describe('a link', () => {
  it.each([
    ['javascript:alert(1)', 'Run'],
    ['not a URL', 'Run'],
    ['https://git.example/a b(c)<d>|`', '[Run](https://git.example/a%20b%28c%29%3Cd%3E%7C%60)'],
    ['https://git.example/acme/runs/1?a=1#b', '[Run](https://git.example/acme/runs/1?a=1#b)'],
  ])('to %s', (text, markdown) => {
    expect(link(phrase`Run`, webUrl(text)).text).toBe(markdown);
  });

  it('has an address whose parts end nothing', () => {
    expect(url`https://c.example/${'a/b)](c ?#'}`.href).toBe(
      'https://c.example/a%2Fb%29%5D%28c%20%3F%23',
    );
  });
});

describe('foreign texts side by side', () => {
  it('are not put together to a command', () => {
    expect(inLog(phrase`${':'}${':error::boo'}`)).not.toMatch(command);
    expect(inLog(phrase`${'#'}${'#'}${'[error]boo'}`)).not.toMatch(command);
    expect(inLog(phrase`:${':error::boo'}`)).not.toMatch(command);
  });

  it('are not put together to code that ends early', () => {
    expect(md`${phrase`${'a'}${'b`@team'}`}`.text).toBe('`a`<!-- -->`` b`@team ``');
    expect(md`${'a'}${'b'}`.text).toBe('`a`<!-- -->`b`');
    expect(md`\`mode\`${'b'}`.text).toBe('`mode`<!-- -->`b`');
  });
});

describe('what has another type than it should have', () => {
  it('is foreign, whatever it is', () => {
    const disguised = ['4\n::error::boo', { parts: ['::error::boo'] }, ['@team'], null, true];
    for (const value of disguised as never[]) {
      expect(inLog(phrase`${value}`)).not.toMatch(command);
      expect(md`${value}`.text).toMatch(/^`.*`$/);
    }
  });
});

describe('words of ours', () => {
  it('are those that the compiler knows: no text takes their place', () => {
    const [text, count] = ['@team', 3];
    const choice = count > 2 ? 'several' : 'one';
    expect(inLog(own(choice))).toBe('several');
    // @ts-expect-error: any string
    own(text);
    // @ts-expect-error: a pattern, whose number may be a text in disguise
    own(`${count} times` as const);
    // @ts-expect-error: some of them known, others not
    own(count > 2 ? text : 'one');
    // @ts-expect-error: a plain string is no Markdown
    const _markdown: Markdown = '**bold**';
    // @ts-expect-error: nor may it be printed
    const _log: LogText = '::error::boo';
  });
});

it('a text from elsewhere is shown to 20,000 characters', () => {
  const text = String(inLog(phrase`It said: ${'🙂'.repeat(30_000)}.`));
  expect([...text]).toHaveLength('It said: '.length + 20_000 + '….'.length);
  expect(text).toMatch(/🙂….$/u);
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { placeOf } from '../../src/inputs/place.ts';
import { readYaml } from '../../src/inputs/yaml.ts';

/** What is wrong, by its place; or why nothing of it can be read. */
function faultsOf(text: string): readonly string[] | string {
  const yaml = readYaml(text);
  if (yaml.kind === 'unreadable') return String(yaml.why);
  return yaml.faults.map(({ path, rule }) => `${placeOf(path)} ${rule}`.trim());
}

const readFrom = (text: string) => {
  const yaml = readYaml(text);
  return yaml.kind === 'read' && yaml.faults.length === 0 ? yaml.value : faultsOf(text);
};

describe('what YAML and JSON hold is read as values of JSON', () => {
  it.each<[text: string, value: unknown]>([
    ['', null],
    ['# a comment', null],
    ['{"a": [1, 2.5, true, null, "x"]}', { a: [1, 2.5, true, null, 'x'] }],
    ['{\n\t"a": {\n\t\t"b": 1\n\t}\n}', { a: { b: 1 } }],
    ['a: 1\n---\n', { a: 1 }],
    ['--- # first\na: 1\n...\n', { a: 1 }],
    ['%YAML 1.2\n---\na: yes', { a: 'yes' }],
    ['a: &x { b: 1 }\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
    ['a: !!str 5\nb: !!int "5"\nc: !!map {}\nd: !!seq []', { a: '5', b: 5, c: {}, d: [] }],
    ['a: ! 5', { a: '5' }],
    ['x: &x { a: 1, b: 2 }\ny: { <<: *x, b: 3 }', { x: { a: 1, b: 2 }, y: { b: 3, a: 1 } }],
    ['x: { <<: [{ a: 1 }, { a: 2, b: 2 }] }', { x: { a: 1, b: 2 } }],
    ['"<<": 1', { '<<': 1 }],
    ['200: ok\ntrue: x', { 200: 'ok', true: 'x' }],
    ['constructor: 1\ntoString: 2', { constructor: 1, toString: 2 }],
    ['a: [\n 1\n]', { a: [1] }],
    ['9007199254740991', 9007199254740991],
    ['a: "\\x41\\u00fc"', { a: 'Aü' }],
    [
      "a: '010'\nb: 0\nc: 0.5\nd: -0\ne: 0o10\nf: 0x10",
      { a: '010', b: 0, c: 0.5, d: -0, e: 8, f: 16 },
    ],
  ])('%j', (text, value) => {
    expect(readFrom(text)).toEqual(value);
  });
});

const hostile = '::error::pwned';
const bomb = (levels: number) =>
  Array.from({ length: levels }, (_, at) =>
    at === 0
      ? 'a0: &a0 lol'
      : `a${at}: &a${at} [${Array(9)
          .fill(`*a${at - 1}`)
          .join()}]`,
  ).join('\n');

describe('what is wrong with a document is told in own words, and none of its text', () => {
  it.each<[text: string, faults: readonly string[] | RegExp]>([
    [
      'KmsKeyId: !Ref Key',
      ['KmsKeyId has a YAML tag (!) that is not resolved here: write the value itself.'],
    ],
    ['a: !Sub\n  - x\n  - {}', [/^a has a YAML tag/]],
    [`'${hostile}': !bogus 1`, [/^\(a name that is not shown\) has a YAML tag/]],
    ['a: !!binary aGk=', [/^a has a YAML tag/]],
    ['a: !!timestamp 2001-01-01', [/^a has a YAML tag/]],
    ['a: !!set { b, c }', [/^a has a YAML tag/]],
    ['a: !!int x', [/^a has a YAML tag/]],
    ['a: !<x> 1', [/^a has a YAML tag/]],
    ['a: 1\na: 2', ['a appears twice: keep one of them.']],
    ['a: { b: 1, b: 2, c: 3, c: 4 }', [/^a\.b appears twice/, /^a\.c appears twice/]],
    ['a: .inf\nb: [-.inf, .nan]', [/^a is not a number/, /^b\[0\] is not/, /^b\[1\] is not/]],
    ['a: 12345678901234567890', [/^a has more digits/]],
    [
      'a: 010',
      ['a begins with a zero, which YAML 1.1 reads as octal: write it without, or in quotes.'],
    ],
    ['a: [-007, 08]', [/^a\[0\] begins with a zero/, /^a\[1\] begins with a zero/]],
    ['account: 012345678901', [/^account begins with a zero/]],
    ['? [a, b]\n: 1', [/^has a member whose name is not a string/]],
    ['? { a: b }\n: 1', [/^has a member whose name/]],
    ['~: 1', [/^has a member whose name/]],
    ['__proto__: { a: 1 }', [/^has a member whose name/]],
    ['a: { <<: 1 }', [/^a\.<< cannot be merged/]],
    ['&a [*a]', [/^\[0\] is an alias of something that holds it/]],
    ['a: &a { b: *a }', [/^a\.b is an alias/]],
    ['a: *b', [/^a is an alias/]],
    [bomb(8), [/^comes to more than 4194304 characters/]],
    [`${'['.repeat(70)}${']'.repeat(70)}`, [/is nested too deeply: 64 levels are read\.$/]],
  ] as never)('%j', (text, faults) => {
    const told = faultsOf(text);
    expect(told).toEqual(
      (faults as readonly (string | RegExp)[]).map((one) =>
        typeof one === 'string' ? one : expect.stringMatching(one),
      ),
    );
  });

  it.each<[text: string, why: string | RegExp]>([
    [
      'a: b: c',
      'it is not valid YAML at line 1, column 4: a second colon in one line: put a string with special characters in quotes.',
    ],
    ['a:\n\tb: 1', /at line 2, column 1: a tab in the indentation/],
    ['a: "\\q"', /an escape that YAML does not have/],
    ['a: @b', /a string cannot begin with this character/],
    ['{"a": ', /a colon, a comma, a quote or a bracket is missing/],
    ['a: 1\nb\nc: 2', /at line 2, column 1: a colon, a comma/],
    ['%YAML 1.1\n---\na: yes', /a directive/],
    ['%YAML 1.3\n---\na: yes', /a directive/],
    ['%FOO bar\n---\na: yes', /a directive/],
    ['a: 1\n---\nb: 2', 'it holds several YAML documents: keep one, without `---` between them.'],
  ])('%j', (text, why) => {
    expect(faultsOf(text)).toEqual(typeof why === 'string' ? why : expect.stringMatching(why));
  });
});

it.each(['[', '- ', '{ a: '])(
  '%j twenty thousand times is nested too deeply, or cut off',
  (level) => {
    expect(faultsOf(level.repeat(20_000))).toMatch(/^it is (nested too deeply|not valid YAML)/);
  },
);

/** Texts that are likely to be YAML of all kinds. */
const marks = [...'{}[],:?-*&!|>%@`"\'#\n\t ', '\n', '  ', ': ', '- ', '<<', '---\n', '...\n'];
const more = [
  '!Ref ',
  '!!binary ',
  '&a ',
  '*a',
  '%TAG ! x\n',
  '~',
  '.inf',
  '1e400',
  '\u2028',
  '\0',
];
const token = fc.constantFrom(...marks, ...more, 'QQQ', '::error::QQQ', '##[x]QQQ', '\ud800');
const anyText = fc.oneof(
  fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** The same texts each time. */
const [seed, numRuns] = [20_261_101, 500];

describe('whatever a text holds', () => {
  it('reading it throws nothing, prints nothing and tells nothing of it', () => {
    const printed: unknown[] = [];
    const hear = (warning: unknown) => printed.push(warning);
    process.on('warning', hear);
    fc.assert(
      fc.property(anyText, (text) => {
        const yaml = readYaml(text);
        if (yaml.kind === 'unreadable') expect(String(yaml.why)).not.toMatch(/QQQ|[^ -~]/);
        else {
          expect(JSON.parse(JSON.stringify(yaml.value))).toEqual(yaml.value);
          for (const { path, rule } of yaml.faults) {
            expect(String(rule)).not.toMatch(/QQQ|[^ -~]/);
            expect(placeOf(path)).not.toMatch(/[^\p{L}\p{N}_ .\-/()[\]<]/u);
          }
        }
      }),
      { seed, numRuns },
    );
    process.off('warning', hear);
    expect(printed).toEqual([]);
  });

  it('where nothing is wrong, the value is the one that the package reads', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const yaml = readYaml(text);
        if (yaml.kind === 'unreadable' || yaml.faults.length > 0 || /<<|---|\.\.\./.test(text))
          return;
        const document = parseDocument(text, { logLevel: 'silent' });
        if (document.contents === null) return;
        expect(yaml.value).toEqual(JSON.parse(JSON.stringify(document.toJS())));
        compared += 1;
      }),
      { seed, numRuns },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

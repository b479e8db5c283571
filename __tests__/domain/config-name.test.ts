import { describe, expect, it } from '@jest/globals';
import { type Names, namesFor, nameToRollOut } from '../../src/domain/config-name.ts';
import type { JsonObject } from '../../src/domain/json.ts';

const content: JsonObject = { ProductionVariants: [{ VariantName: 'A', ModelName: 'fraud' }] };
const plainParts = { content, run: undefined };

describe('a name that is made', () => {
  const digest = () => '3f2a9c1b0712345678';

  it("is the endpoint's name and the beginning of the digest", () => {
    expect(namesFor('fraud-prod', digest)(plainParts)).toBe('fraud-prod-3f2a9c1b07');
  });

  it.each([
    ['f'.repeat(63), `${'f'.repeat(52)}-3f2a9c1b07`],
    [`${'f'.repeat(51)}-${'g'.repeat(11)}`, `${'f'.repeat(51)}-3f2a9c1b07`],
    [`${'f'.repeat(50)}--${'g'.repeat(11)}`, `${'f'.repeat(50)}-3f2a9c1b07`],
  ])('is legal and within 63 characters: %s', (endpoint, name) => {
    expect(namesFor(endpoint, digest)(plainParts)).toBe(name);
    expect(name).toMatch(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/);
  });

  it('is made of the content, of the run and of the newest model, each of them alone too', () => {
    const texts = [
      plainParts,
      { ...plainParts, content: { ...content, KmsKeyId: 'k' } },
      { ...plainParts, run: 'https://github.com/acme/fraud/actions/runs/7' },
      { ...plainParts, newestModelAt: 1 },
      { ...plainParts, run: 'https://github.com/acme/fraud/actions/runs/7', newestModelAt: 1 },
    ].map((parts) => namesFor('fraud', (text) => Buffer.from(text).toString('hex'))(parts));
    expect(texts.every((text) => /^fraud-[0-9a-f]{10}$/.test(text))).toBe(true);
    const digested: string[] = [];
    const digestAll = (text: string) => {
      digested.push(text);
      return 'x'.repeat(10);
    };
    for (const run of [undefined, 'r']) {
      for (const newestModelAt of [undefined, 1]) {
        namesFor('fraud', digestAll)({ content, run, newestModelAt });
      }
    }
    expect(new Set(digested).size).toBe(4);
  });
});

describe('the name under which content is rolled out', () => {
  type Told = Partial<Omit<Names, 'serving'>> & { readonly serving?: Partial<Names['serving']> };
  const nameOf = ({ serving, ...more }: Told) =>
    nameToRollOut({
      ...{ plain: 'plain', dated: 'dated', inFlight: undefined },
      ...more,
      serving: { name: 'other', isSame: false, replaced: 'nothing', ...serving },
    });

  it.each<[string, Told, string]>([
    ['other content serves', {}, 'plain'],
    ['it serves under another name', { serving: { isSame: true } }, 'other'],
    ['it serves under its name', { serving: { name: 'plain', isSame: true } }, 'plain'],
    [
      'it serves, and a model of it was created again',
      { serving: { isSame: true, replaced: 'model' } },
      'dated',
    ],
    [
      'it serves under its name, and a model of it was created again',
      { serving: { name: 'plain', isSame: true, replaced: 'model' } },
      'dated',
    ],
    [
      'it serves under a name that was created again',
      { serving: { isSame: true, replaced: 'configuration' } },
      'plain',
    ],
    [
      'it serves under its own name, which was created again: that says the same',
      { serving: { name: 'plain', isSame: true, replaced: 'configuration' } },
      'plain',
    ],
    [
      'it serves with the newest model in its name, whatever the times say',
      { serving: { name: 'dated', isSame: true, replaced: 'model' } },
      'dated',
    ],
    [
      'no model is known, and one of it is another all the same',
      { dated: 'plain', serving: { name: 'plain', isSame: true, replaced: 'model' } },
      'plain',
    ],
    ['it is being rolled out', { inFlight: { name: 'plain', isOutdated: false } }, 'plain'],
    [
      'it is being rolled out, and a model of it was created again since',
      { inFlight: { name: 'plain', isOutdated: true } },
      'dated',
    ],
    [
      'something else is being rolled out that is outdated',
      { inFlight: { name: 'foreign', isOutdated: true } },
      'plain',
    ],
  ])('where %s', (_, told, name) => {
    expect(nameOf(told)).toBe(name);
  });
});

import { describe, expect, it } from '@jest/globals';
import { md } from '../../src/domain/text/markdown.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import { fitted, type Section } from '../../src/report/limit.ts';

const headline: Section = {
  name: phrase`headline`,
  markdown: md`### Rolled back`,
  essential: true,
};
const chart: Section = { name: phrase`the timeline`, markdown: md`\`\`\`mermaid\ngantt\n\`\`\`` };
const changes: Section = {
  name: phrase`what changes`,
  markdown: md`<details>\n${'x'.repeat(900)}\n</details>`,
};

describe('a report that has to fit', () => {
  it('is whole where it fits, without what is empty', () => {
    const empty: Section = { name: phrase`nothing`, markdown: md`` };
    expect(fitted([headline, empty, chart], 100).text).toBe(
      '### Rolled back\n\n```mermaid\ngantt\n```\n',
    );
  });

  it('leaves out whole sections from the last on, and says which', () => {
    const text = fitted([headline, chart, changes], 400).text;
    expect(text).toBe(
      '### Rolled back\n\n```mermaid\ngantt\n```\n\n_Left out, because it does not fit here: what changes._\n',
    );
  });

  it('names all that it left out, in their order', () => {
    expect(fitted([headline, chart, changes], 92).text).toBe(
      '### Rolled back\n\n_Left out, because it does not fit here: the timeline, what changes._\n',
    );
  });

  it('never leaves out the verdict', () => {
    expect(fitted([headline, chart], 5).text).toContain('### Rolled back');
  });
});

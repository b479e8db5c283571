import { describe, expect, it } from '@jest/globals';
import { fitted, type Section } from '../../src/report/limit.ts';

const headline: Section = { name: 'headline', markdown: '### Rolled back', essential: true };
const chart: Section = { name: 'the timeline', markdown: '```mermaid\ngantt\n```' };
const changes: Section = {
  name: 'what changes',
  markdown: `<details>\n${'x'.repeat(900)}\n</details>`,
};

describe('a report that has to fit', () => {
  it('is whole where it fits, without what is empty', () => {
    const empty: Section = { name: 'nothing', markdown: '' };
    expect(fitted([headline, empty, chart], 100)).toBe(
      '### Rolled back\n\n```mermaid\ngantt\n```\n',
    );
  });

  it('leaves out whole sections from the last on, and says which', () => {
    const text = fitted([headline, chart, changes], 400);
    expect(text).toBe(
      '### Rolled back\n\n```mermaid\ngantt\n```\n\n_Left out, because it does not fit here: what changes._\n',
    );
  });

  it('names all that it left out, in their order', () => {
    expect(fitted([headline, chart, changes], 92)).toBe(
      '### Rolled back\n\n_Left out, because it does not fit here: the timeline, what changes._\n',
    );
  });

  it('never leaves out the verdict', () => {
    expect(fitted([headline, chart], 5)).toContain('### Rolled back');
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const files = [
  'README.md',
  ...readdirSync('docs').map((name) => join('docs', name)),
  'simulator/README.md',
  'simulator/github/README.md',
];

/** The document without its blocks of code. */
const textOf = (file: string) => readFileSync(file, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');

/** GitHub's name for a heading, as links say it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (file: string) =>
  [...textOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Lines that GitHub shows as rows of a table although they were not written as such. */
function strayRows(text: string): readonly string[] {
  const tables = text.match(/^\|[ :|-]*-[ :|-]*\|$(?:\n.+)*/gm) ?? [];
  return tables.flatMap((table) => table.split('\n').filter((line) => !/^\|.*\|$/.test(line)));
}

/** Links within the repository that lead nowhere. */
function deadLinks(file: string): readonly string[] {
  const links = [...textOf(file).matchAll(/\]\((?!https?:)([^)]+)\)/g)];
  return links
    .map(([, link = '']) => link)
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
}

describe('the documentation', () => {
  it.each(files)('%s has no sentence that is shown as a row of a table', (file) => {
    expect(strayRows(textOf(file))).toEqual([]);
  });

  it.each(files)('%s has no link that leads nowhere', (file) => {
    expect(deadLinks(file)).toEqual([]);
  });

  it('begins with a README of at most 300 lines, and a first workflow that fits a screen', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, workflow = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(readme.split('\n').length).toBeLessThanOrEqual(300);
    expect(workflow.split('\n').length).toBeLessThanOrEqual(60);
    expect(workflow).toMatch(/image: \S+@\$\{\{ \S+\.digest \}\}/);
  });

  it('would be found wrong with a sentence right below a table', () => {
    expect(strayRows('| A |\n| --- |\n| 1 |\nA sentence.\n\nAnother.')).toEqual(['A sentence.']);
  });
});

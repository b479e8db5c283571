import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { pages } from '../../src/adapters/aws-access.ts';

it.each([
  ['README', 'README.md'],
  ['docs/permissions.md', 'docs/permissions.md'],
] as const)('%s has every permission for which a message refers to it', (page, file) => {
  const text = readFileSync(file, 'utf8');
  expect(pages[page].filter((action) => !text.includes(action))).toEqual([]);
});

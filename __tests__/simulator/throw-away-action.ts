import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const metadata = `
name: Throw-away
description: For a test
inputs:
  endpoint-name: { description: A name, required: true }
  poll-interval: { description: How often, default: 15s }
  two words: { description: With a space, default: yes-it-is }
  github-token: { description: A token, default: '\${{ github.token }}' }
runs: { using: node24, main: main.mjs, post: post.mjs }
`;

/** Makes the folder of an action that does what the script says; call `remove` afterwards. */
export function throwAwayAction(main: string, post = ''): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'throw-away-action-'));
  writeFileSync(join(folder, 'action.yml'), metadata);
  writeFileSync(join(folder, 'main.mjs'), main);
  writeFileSync(join(folder, 'post.mjs'), post);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

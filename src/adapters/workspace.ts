import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

/**
 * The text of a file in the checked-out repository.
 *
 * @throws Error where the file lies outside, links included, or cannot be read.
 */
export function readWorkspaceFile(workspace: string, path: string): string {
  const root = realpathSync(workspace);
  const file = realpathSync(resolve(root, path));
  const inside = relative(root, file);
  if (inside.startsWith('..') || isAbsolute(inside)) {
    throw new Error('the file lies outside of the workspace.');
  }
  return readFileSync(file, 'utf8');
}

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

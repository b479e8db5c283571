import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

/** The files of the checked-out repository. What is read throws an Error where it lies outside, links included, or cannot be read. */
export function workspaceAt(folder: string): {
  readonly readFile: (path: string) => string;
  readonly readBytes: (path: string) => Uint8Array;
} {
  return {
    readFile: (path) => readFileSync(fileIn(folder, path), 'utf8'),
    readBytes: (path) => readFileSync(fileIn(folder, path)),
  };
}

function fileIn(workspace: string, path: string): string {
  const root = realpathSync(workspace);
  const file = realpathSync(resolve(root, path));
  const inside = relative(root, file);
  if (inside.startsWith('..') || isAbsolute(inside)) {
    throw new Error('the file lies outside of the workspace.');
  }
  return file;
}

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

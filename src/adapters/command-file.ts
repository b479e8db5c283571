import { closeSync, constants, fstatSync, openSync, truncateSync } from 'node:fs';

/**
 * The files through which a step tells the runner its outputs, state and summary. They can be
 * missing, full, or something else than files; the toolkit would wait for a pipe, and leave half of a
 * command where a disk is full.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files
 */

/** The file's length in bytes. Throws unless it is a file that can be written. */
export function lengthOf(path: string | undefined): number {
  if (!path) throw Object.assign(new Error('It is not set.'), { code: 'not set' });
  const flags = constants.O_WRONLY | constants.O_APPEND | (constants.O_NONBLOCK ?? 0);
  const descriptor = openSync(path, flags);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile())
      throw Object.assign(new Error('It is not a file.'), { code: 'not a file' });
    return stats.size;
  } finally {
    closeSync(descriptor);
  }
}

/** Lets something be appended to the file, all of it or nothing. Throws where it cannot be. */
export function appendTo(path: string | undefined, append: () => void): void {
  const length = lengthOf(path);
  try {
    append();
  } catch (thrown) {
    if (path) truncateSync(path, length);
    throw thrown;
  }
}

/** Lets the file be written anew. Throws where it cannot be. */
export function rewrite(path: string | undefined, write: () => void): void {
  lengthOf(path);
  if (path) truncateSync(path, 0);
  appendTo(path, write);
}

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { appendFileSync, closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lines that a step leaves for its post step, in a file of the job's temporary folder. Other steps
 * of the job can write there: each line bears a code of which only the runner keeps the key.
 */

const mostBytes = 67_108_864;
const ticketPattern = /^(sagemaker-rollout-[0-9a-f]{32}\.jsonl) ([0-9a-f]{64})$/;

export interface Journal {
  /** What the post step needs to read it: its name and its key. */
  readonly ticket: string;
  /** Appends a line, without a line break in it. Throws where not all of it fits on the disk. */
  write(line: string): void;
}

/** A new journal in a folder. Throws where none can be written there. */
export function openJournal(folder: string): Journal {
  const key = randomBytes(32).toString('hex');
  const name = `sagemaker-rollout-${randomBytes(16).toString('hex')}.jsonl`;
  const descriptor = openSync(join(folder, name), 'ax', 0o600);
  let count = 0;
  return {
    ticket: `${name} ${key}`,
    write: (line) => {
      appendFileSync(descriptor, `${codeOf(key, count, line)} ${line}\n`);
      count += 1;
    },
  };
}

/** The lines that were written, but for one that was cut off at the end. Throws where it cannot be read. */
export function readJournal(folder: string, ticket: string): readonly string[] {
  const [, name, key] = ticketPattern.exec(ticket) ?? [];
  if (!name || !key) throw new Error('No journal is known.');
  const written = textOf(join(folder, name)).split('\n').slice(0, -1);
  const lines: string[] = [];
  for (const [index, text] of written.entries()) {
    const line = text.slice(65);
    if (!isSame(text.slice(0, 64), codeOf(key, index, line))) {
      throw new Error('The journal was changed.');
    }
    lines.push(line);
  }
  return lines;
}

function textOf(path: string): string {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const descriptor = openSync(path, flags);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > mostBytes) throw new Error('It is no journal.');
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function codeOf(key: string, index: number, line: string): string {
  return createHmac('sha256', key).update(`${index}\n${line}`).digest('hex');
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

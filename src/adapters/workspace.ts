import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { Problem } from '../domain/problem.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** A document is a page or two; SageMaker takes no longer body (BodyBlob in the API model). */
const mostBytes = { document: 1_048_576, body: 6_291_456 };
/** GitHub sends no longer payloads. https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const mostEventBytes = 26_214_400;
const chunkBytes = 65_536;

/**
 * The files of the checked-out repository. What is read throws a Problem where it lies outside,
 * links included, where it is not a file of a reasonable length, or where it is likely to be a secret.
 */
export function workspaceAt(folder: string): {
  readonly readFile: (path: string) => string;
  readonly readBytes: (path: string) => Uint8Array;
} {
  return {
    readFile: (path) => decoded(read(fileIn(folder, path, inGit), mostBytes.document)),
    readBytes: (path) => read(fileIn(folder, path, hidden), mostBytes.body),
  };
}

/** The file of the event's payload, as the runner names it. Throws where it cannot be read. */
export function readEvent(path: string): string {
  return decoded(read(realpathSync(path), mostEventBytes));
}

/** Which names of files and folders are refused, and why. */
interface Refusal {
  readonly isRefused: (name: string) => boolean;
  readonly why: Phrase;
}

/** Credentials of the checkout stand there. File systems may not tell cases apart, nor trailing dots. */
const inGit: Refusal = {
  isRefused: (name) => /^(\.git|git~\d)[. ]*(:.*)?$/i.test(name),
  why: phrase`it is part of \`.git\`, which may hold credentials.`,
};

/** What is sent to a model and shown in a report is no file where tools keep credentials, such as `.env`, `.npmrc` or `.aws/credentials`. */
const hidden: Refusal = {
  isRefused: (name) =>
    inGit.isRefused(name) ||
    /^(\.(?!github$)|gha-creds-.*\.json$|id_(rsa|dsa|ecdsa|ed25519)$)|\.(pem|key|p12|pfx)$/i.test(
      name,
    ),
  why: phrase`its path has a name under which tools keep settings and credentials: one that begins with a dot, except \`.github\`, or that of a key.`,
};

function fileIn(workspace: string, path: string, { isRefused, why }: Refusal): string {
  const { root, file } = real(workspace, path);
  const inside = relative(root, file);
  if (inside.split(sep)[0] === '..' || isAbsolute(inside)) {
    throw refused(phrase`it is outside the workspace.`);
  }
  // As it is written, and where links lead.
  const written = isAbsolute(path) ? [] : path.split(/[/\\]/).filter((name) => !/^\.*$/.test(name));
  if ([...written, ...inside.split(sep)].some(isRefused)) throw refused(why);
  return file;
}

function real(workspace: string, path: string): { readonly root: string; readonly file: string } {
  try {
    const root = realpathSync(workspace);
    return { root, file: realpathSync(resolve(root, path)) };
  } catch (thrown) {
    throw unreadable(thrown);
  }
}

/** It is looked at before it is opened, for opening a pipe or a device may wait or act; and again, for it may have changed. */
function read(file: string, most: number): Uint8Array {
  let descriptor: number | undefined;
  try {
    checkFile(lstatSync(file), most);
    descriptor = openSync(
      file,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
    );
    checkFile(fstatSync(descriptor), most);
    return bytesOf(descriptor, most);
  } catch (thrown) {
    throw unreadable(thrown);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function checkFile(stats: { isFile(): boolean; readonly size: number }, most: number): void {
  if (!stats.isFile()) throw refused(phrase`it is not a file.`);
  if (stats.size > most) throw tooLong(most);
}

function tooLong(most: number): Problem {
  return refused(phrase`it is too long: at most ${most} bytes are read.`);
}

/** No more than that, however long a file says that it is. */
function bytesOf(descriptor: number, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(chunkBytes);
    const got = readSync(descriptor, chunk);
    if (got === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, got));
    length += got;
    if (length > most) throw tooLong(most);
  }
}

/** UTF-8; or UTF-16, which the Windows PowerShell writes, with its mark or without. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isMarked = (one: number, other: number) => first === one && second === other;
  const encoding =
    isMarked(0xfe, 0xff) || (first === 0 && second !== 0)
      ? 'utf-16be'
      : isMarked(0xff, 0xfe) || (first !== 0 && second === 0)
        ? 'utf-16le'
        : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw new Problem('file-refused', phrase`it is not UTF-8 text.`, {
    remedy: phrase`Save it as UTF-8.`,
  });
}

function refused(why: Phrase, cause?: unknown): Problem {
  return new Problem('file-refused', why, {
    remedy: phrase`Write the path of another file inside the workspace.`,
    cause,
  });
}

/** In words of ours: those of the system hold the whole path. */
function unreadable(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const { code } = Object(thrown) as { readonly code?: unknown };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new Problem('file-refused', phrase`there is no such file.`, {
      remedy: phrase`Write a path inside the workspace, and check the repository out first.`,
      cause: thrown,
    });
  }
  return refused(
    phrase`the system refused to read it (${typeof code === 'string' ? code : 'unknown'}).`,
    thrown,
  );
}

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

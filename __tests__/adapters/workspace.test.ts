import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workspaceAt } from '../../src/adapters/workspace.ts';
import { problemFrom } from '../../src/domain/problem.ts';

const outside = mkdtempSync(join(tmpdir(), 'outside-'));
// As on a runner of one's own: a hidden folder above the workspace hides nothing in it.
const root = join(outside, '.actions', 'work');
const { readFile, readBytes } = workspaceAt(root);
const server = createServer();

function write(path: string, content: string | Uint8Array = 'token'): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

beforeAll(() => {
  write('endpoint.yaml', 'a: ü');
  write('samples/receipt.png', Uint8Array.of(0x89, 0x50, 0, 0xff));
  write('.github/smoke/body.json');
  write('.deploy/endpoint.yaml', 'a: 1');
  for (const path of ['.git/config', 'sub/.GIT/config', '.git./config', 'GIT~1/config'])
    write(path);
  write('worktree/.git', 'gitdir: elsewhere');
  for (const path of ['.env', 'a/.npmrc', '.aws/credentials', 'gha-creds-1a2b.json']) write(path);
  for (const path of ['server.pem', 'a/id_rsa', '.github/../.netrc']) write(path);
  writeFileSync(join(outside, 'secret'), 'token');
  symlinkSync(join(outside, 'secret'), join(root, 'link-outside'));
  symlinkSync('.git/config', join(root, 'link-git'));
  symlinkSync('.git', join(root, 'link-folder'));
  symlinkSync('.env', join(root, 'link.json'));
  symlinkSync('endpoint.yaml', join(root, 'link.yaml'));
  symlinkSync('loop', join(root, 'loop'));
  symlinkSync('/dev/zero', join(root, 'zero'));
  execFileSync('mkfifo', [join(root, 'pipe')]);
  write('huge.json', '');
  truncateSync(join(root, 'huge.json'), 2 ** 40);
  write('latin.yaml', Uint8Array.of(0x61, 0xe4));
  write('zeros.yaml', 'a\0b');
  write('little.yaml', Buffer.from('\ufeffa: 1', 'utf16le'));
  write('big.yaml', Buffer.from('\ufeffa: 1', 'utf16le').swap16());
  write('marked.yaml', '\ufeffa: 1');
  write('little-unmarked.yaml', Buffer.from('a: 1', 'utf16le'));
  write('big-unmarked.yaml', Buffer.from('a: 1', 'utf16le').swap16());
});
afterAll(() => {
  server.close();
  rmSync(outside, { recursive: true });
});

/** The words of the refusal; `read` where there is none. */
function refusalOf(read: (path: string) => unknown, path: string): string {
  try {
    read(path);
    return 'read';
  } catch (thrown) {
    return problemFrom(thrown).message;
  }
}

describe('a document in the workspace', () => {
  it.each([
    ['endpoint.yaml', 'a: ü'],
    ['./sub/../endpoint.yaml', 'a: ü'],
    [join(root, 'endpoint.yaml'), 'a: ü'],
    ['link.yaml', 'a: ü'],
    ['.deploy/endpoint.yaml', 'a: 1'],
    ['little.yaml', 'a: 1'],
    ['big.yaml', 'a: 1'],
    ['marked.yaml', 'a: 1'],
    ['little-unmarked.yaml', 'a: 1'],
    ['big-unmarked.yaml', 'a: 1'],
  ])('is read: %s', (path, text) => {
    expect(readFile(path)).toBe(text);
  });

  it.each([
    ['none.yaml', 'there is no such file.'],
    ['endpoint.yaml/none', 'there is no such file.'],
    ['../../secret', 'it is outside the workspace.'],
    ['/etc/hostname', 'it is outside the workspace.'],
    ['link-outside', 'it is outside the workspace.'],
    ['zero', 'it is outside the workspace.'],
    ['.', 'it is not a file.'],
    ['samples', 'it is not a file.'],
    ['pipe', 'it is not a file.'],
    ['huge.json', 'it is too long: at most 1048576 bytes are read.'],
    ['latin.yaml', 'it is not UTF-8 text.'],
    ['zeros.yaml', 'it is not UTF-8 text.'],
    ['loop', 'the system refused to read it (ELOOP).'],
    ['a\0b', 'the system refused to read it (ERR_INVALID_ARG_VALUE).'],
    ['a'.repeat(300), 'the system refused to read it (ENAMETOOLONG).'],
  ])('is not read: %j', (path, words) => {
    expect(refusalOf(readFile, path)).toBe(words);
  });

  it('is not read where it is a socket', async () => {
    await new Promise<void>((listening) => server.listen(join(root, 'socket'), listening));
    expect(refusalOf(readFile, 'socket')).toBe('it is not a file.');
  });
});

describe('which may hold credentials', () => {
  const ofGit = 'it is part of .git, which may hold credentials.';
  it.each([
    '.git/config',
    'sub/.GIT/config',
    '.git./config',
    'GIT~1/config',
    'worktree/.git',
    'link-git',
    'link-folder/config',
    'sub/../.git/config',
  ])('neither a document nor a body is read: %s', (path) => {
    for (const read of [readFile, readBytes]) {
      expect(refusalOf(read, path).replaceAll('`', '')).toMatch(
        read === readFile ? ofGit : /^(it is part of|its path has a name)/,
      );
    }
  });

  it.each([
    '.env',
    'a/.npmrc',
    '.aws/credentials',
    'gha-creds-1a2b.json',
    'server.pem',
    'a/id_rsa',
    '.netrc',
    'link.json',
    '.deploy/endpoint.yaml',
  ])('no body is read: %s', (path) => {
    expect(refusalOf(readBytes, path)).toMatch(/^its path has a name under which tools keep/);
  });

  it.each(['samples/receipt.png', '.github/smoke/body.json', './samples/../samples/receipt.png'])(
    'a sample is read all the same: %s',
    (path) => {
      expect(readBytes(path).length).toBeGreaterThan(0);
    },
  );

  it('a body is bytes, no more than SageMaker takes', () => {
    expect([...readBytes('samples/receipt.png')]).toEqual([0x89, 0x50, 0, 0xff]);
    write('longest.bin', new Uint8Array(6_291_456));
    write('longer.bin', new Uint8Array(6_291_457));
    expect(readBytes('longest.bin')).toHaveLength(6_291_456);
    expect(refusalOf(readBytes, 'longer.bin')).toBe(
      'it is too long: at most 6291456 bytes are read.',
    );
  });
});

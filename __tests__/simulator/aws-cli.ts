import { execFile, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe } from '@jest/globals';

const run = promisify(execFile);

/** A program `aws` that works, on the PATH, and what it calls itself, such as `aws-cli/2.9.19`. */
export interface AwsCli {
  readonly path: string;
  readonly version: string;
}

/** Describes something once for each AWS CLI that works here; without one it is skipped, with a warning. */
export function describeWithAwsCli(title: string, body: (cli: AwsCli) => void): void {
  for (const cli of clis) describe(`${title} ${cli.version}`, () => body(cli));
  if (clis.length > 0) return;
  console.warn(`No AWS CLI is installed: skipped are tests of ${title}.`);
  describe.skip(title, () => body({ path: 'aws', version: 'none' }));
}

/** What the CLI prints: its answer, or else the error without the prefix that newer versions give it. */
export async function askAwsCli({ path }: AwsCli, args: readonly string[]): Promise<string> {
  const env = { ...person, AWS_DEFAULT_REGION: 'eu-west-1' };
  const { stdout, stderr } = await run(path, args, { env }).catch(outputOf);
  return stdout || stderr.trim().replace(/^aws: \[ERROR\]: /, '');
}

/** The environment of a person who has configured nothing but credentials. */
export const person = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_PAGER: '',
};

/** Asked for once in a process: each takes a second to say what it is called. */
const clis = installed();

function outputOf(error: { stdout?: string; stderr?: string }): { stdout: string; stderr: string } {
  if (error.stderr === undefined) throw error;
  return { stdout: error.stdout ?? '', stderr: error.stderr };
}

/** A folder may be named twice, and a shim of a version manager may lead to no program. */
function installed(): readonly AwsCli[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => existsSync(folder));
  const paths = [...new Set(folders.map((folder) => realpathSync(folder)))]
    .map((folder) => join(folder, 'aws'))
    .filter((path) => existsSync(path));
  return paths.flatMap((path) => {
    const { status, stdout } = spawnSync(path, ['--version'], { env: person, encoding: 'utf8' });
    const [version = 'aws-cli'] = (stdout ?? '').split(' ');
    return status === 0 ? [{ path, version }] : [];
  });
}

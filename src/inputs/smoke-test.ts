import type { SmokeTest } from '../domain/smoke-test.ts';
import { phrase } from '../domain/text/phrase.ts';
import { declared } from './declared.ts';
import { secondsOf } from './duration.ts';
import { unreadable } from './mistake.ts';
import type { InputReader } from './reader.ts';
import type { ReadBytes } from './smoke-test-body.ts';
import { readSmokeTestDocument } from './smoke-test-document.ts';
import type { ReadFile } from './source.ts';

/** What is read of the workspace. */
export interface Workspace {
  readonly readFile: ReadFile;
  readonly readBytes: ReadBytes;
}

/** Reads `smoke-test-file` and the inputs that say what to do with it; undefined: nothing is tried. */
export function readSmokeTest(reader: InputReader, workspace: Workspace): SmokeTest | undefined {
  const path = reader.text('smoke-test-file');
  const settings = {
    timeoutSeconds: reader.duration('smoke-test-timeout', { leastSeconds: 1 }) ?? 0,
    show: reader.boolean('smoke-test-show'),
    onFailure: reader.choice('on-smoke-failure', ['rollback', 'fail']),
  } as const;
  if (path === undefined) {
    refuseIdle(reader, settings);
    return undefined;
  }
  refuseUnwatched(reader, path);
  return { ...settings, requests: requestsIn(reader, path, workspace) };
}

function requestsIn(
  reader: InputReader,
  path: string,
  { readFile, readBytes }: Workspace,
): SmokeTest['requests'] {
  try {
    const { requests, mistakes } = readSmokeTestDocument(readFile(path), readBytes);
    reader.mistakes.push(...mistakes);
    return requests;
  } catch (thrown) {
    reader.mistake('smoke-test-file', path, unreadable(thrown));
    return [];
  }
}

/** Names each setting that differs from its default although there is nothing to try. */
function refuseIdle(
  reader: InputReader,
  { timeoutSeconds, show, onFailure }: Omit<SmokeTest, 'requests'>,
): void {
  const isUsual = {
    'smoke-test-timeout': timeoutSeconds === secondsOf(declared['smoke-test-timeout']),
    'smoke-test-show': String(show) === declared['smoke-test-show'],
    'on-smoke-failure': onFailure === declared['on-smoke-failure'],
  };
  for (const input of Object.keys(isUsual) as (keyof typeof isUsual)[]) {
    if (isUsual[input] || reader.mistakes.some(({ place }) => place === input)) continue;
    const text = phrase`has no effect without a smoke test: set \`smoke-test-file\`, or remove it.`;
    reader.mistake(input, reader.text(input), text);
  }
}

/** Whoever leaves after the start never sees the new fleet. */
function refuseUnwatched(reader: InputReader, path: string): void {
  if (!/^false$/i.test(reader.text('wait') ?? '')) return;
  const text = phrase`runs after the rollout, and \`wait: false\` ends the step before that. Remove one of the two.`;
  reader.mistake('smoke-test-file', path, text);
}

import { describe, expect, it } from '@jest/globals';
import type { CredentialsLifetime } from '../../../src/domain/preflight/facts.ts';
import { canary, instances, linesOf, missing } from './facts.ts';

const now = Date.parse('2026-03-02T09:00:00Z');
const until = (seconds: number): CredentialsLifetime => ({
  kind: 'until',
  at: now + seconds * 1000,
});
const undeclared: CredentialsLifetime = { kind: 'undeclared' };
/** At worst 30 minutes to launch, 5 to bake and 30 to roll back. */
const short = canary(instances(1));
const hourLong = canary(instances(1), { TerminationWaitInSeconds: 3600 });

describe('credentials that end', () => {
  it.each<[line: string | undefined, credentials: CredentialsLifetime]>([
    [undefined, { kind: 'lasting' }],
    [undefined, until(3900)],
    [
      'warning credentials-outlast-rollout: The credentials end in 1 h 4 min; the rollout may take 1 h 5 min, with a rollback at its end.',
      until(3899),
    ],
    [
      'warning credentials-outlast-rollout: The credentials end in 0 s; the rollout may take 1 h 5 min, with a rollback at its end.',
      until(-60),
    ],
    [undefined, undeclared],
  ])('%s', (line, credentials) => {
    expect(linesOf({ credentials, deployment: short })).toEqual(line ? [line] : []);
  });

  it('no one knows when are remarked on where an hour is too short', () => {
    expect(linesOf({ credentials: undeclared, deployment: hourLong })).toEqual([
      'remark credentials-outlast-rollout: The credentials do not say when they end; the rollout may take 1 h 35 min.',
    ]);
  });

  it('do not matter where no one watches, or to a creation', () => {
    const ending = { credentials: until(0), deployment: short };
    expect(linesOf({ ...ending, request: { watch: 'start-only' } })).toEqual([]);
    const creation = { endpoint: missing, serving: missing, createEndpoint: true };
    expect(linesOf({ ...ending, ...creation })).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { failsTheStep, type Outcome } from '../../src/domain/outcome.ts';
import { Problem, type ProblemCode, problemFrom } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';

const problem = new Problem('refused', phrase`SageMaker refused.`, { remedy: phrase`Mend it.` });
const none = { kind: 'none' } as const;

describe('whether an outcome fails the step', () => {
  it.each<[outcome: Outcome, byDefault: boolean, rollbackForgiven: boolean]>([
    [{ kind: 'deployed' }, false, false],
    [{ kind: 'unchanged' }, false, false],
    [{ kind: 'started' }, false, false],
    [{ kind: 'rolled-back', reason: none }, true, false],
    [{ kind: 'failed', problem, reason: none }, true, true],
    [{ kind: 'superseded', by: 'fraud-v3', how: 'updated' }, true, true],
    [{ kind: 'timed-out', stage: 'update-running', seconds: 600 }, true, true],
    [{ kind: 'cancelled', stage: 'update-running' }, true, true],
    [{ kind: 'unknown', stage: 'perhaps-requested', problem }, true, true],
  ])('$kind', (outcome, byDefault, rollbackForgiven) => {
    expect(failsTheStep(outcome, true)).toBe(byDefault);
    expect(failsTheStep(outcome, false)).toBe(rollbackForgiven);
  });
});

describe('whatever is thrown becomes a problem', () => {
  const mute = () => {
    throw new Error('It cannot be read.');
  };
  it.each<[what: string, thrown: unknown, said: string | undefined]>([
    ['an Error', new TypeError('x is not a function'), 'x is not a function'],
    ['a string', 'out of cheese', 'out of cheese'],
    ['an object', { kind: 7 }, '{"kind":7}'],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['an object that throws when it is read', { toJSON: mute, toString: mute }, undefined],
    [
      'an Error that throws when it is read',
      Object.defineProperty(new Error(), 'message', { get: mute }),
      undefined,
    ],
  ])('%s: unexpected, in its own words, with the cause kept', (_, thrown, said) => {
    const found = problemFrom(thrown);
    expect(found.code).toBe('unexpected');
    expect(found.said).toBe(said);
    expect(found.cause).toBe(thrown);
    expect(String(found.rerun)).toContain('Re-running this job is safe');
  });

  it('a problem stays itself', () => {
    expect(problemFrom(problem)).toBe(problem);
  });
});

it.each<[code: ProblemCode, passes: boolean]>([
  ['throttled', true],
  ['unavailable', true],
  ['unreachable', true],
  ['unreadable', true],
  ['access-denied', false],
  ['credentials', false],
  ['quota-exceeded', false],
  ['endpoint-not-found', false],
  ['update-in-progress', false],
  ['refused', false],
  ['unexpected', false],
])('%s passes by itself: %s', (code, passes) => {
  expect(new Problem(code, phrase`It failed.`, { remedy: phrase`Mend it.` }).passes).toBe(passes);
});

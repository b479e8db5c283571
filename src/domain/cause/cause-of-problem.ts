import { denialIn } from '../denial.ts';
import { Problem, type ProblemCode } from '../problem.ts';
import { quotaIn } from '../quota.ts';
import { type Cause, noDenial } from './kinds.ts';
import { causeInWords } from './reason-words.ts';

/** What each problem says of why a run ended; a new one does not compile without. */
const meanings: Readonly<
  Record<
    ProblemCode,
    | 'input'
    | 'permission'
    | 'quota'
    | 'throttled'
    /** AWS's words may tell. */
    | 'in-words'
    /** It comes of another problem, which tells. */
    | 'in-its-cause'
    | 'other'
    | 'unknown'
  >
> = {
  'invalid-inputs': 'input',
  'region-missing': 'input',
  'file-refused': 'input',
  'endpoint-not-found': 'input',
  'endpoint-config-not-found': 'input',
  'model-not-found': 'input',
  'model-package-not-found': 'input',
  'config-differs': 'input',
  'not-confirmed': 'input',
  'access-denied': 'permission',
  credentials: 'permission',
  'quota-exceeded': 'quota',
  throttled: 'throttled',
  refused: 'in-words',
  unavailable: 'in-words',
  'content-unknown': 'in-its-cause',
  'no-rollback-target': 'in-its-cause',
  'not-smoke-tested': 'in-its-cause',
  'scaling-not-saved': 'in-its-cause',
  'scaling-not-restored': 'in-its-cause',
  unexpected: 'unknown',
  'unknown-status': 'unknown',
  'serving-config-not-found': 'other',
  'component-not-found': 'other',
  'no-approved-package': 'other',
  'endpoint-failed': 'other',
  'endpoint-deleting': 'other',
  'update-in-progress': 'other',
  'already-exists': 'other',
  'model-differs': 'other',
  'content-replaced': 'other',
  'too-much-to-read': 'other',
  preflight: 'other',
  'smoke-test-failed': 'other',
  unreachable: 'other',
  unreadable: 'other',
  'github-not-found': 'other',
};

/**
 * Why a run ended that was stopped by a problem. `told` is the problem that it tells of: the sentence about
 * the cause is that one's, whatever it comes of.
 */
export function causeOfProblem(problem: Problem, told = problem): Cause {
  const source = { kind: 'error', problem: told } as const;
  const { code, cause, said = '' } = problem;
  const meaning = meanings[code];
  switch (meaning) {
    case 'input':
      return { kind: 'input', source, code };
    case 'permission':
      return code === 'credentials'
        ? { kind: 'permission', source, of: 'credentials', denial: noDenial }
        : { kind: 'permission', source, of: 'call', denial: denialIn(said) };
    case 'quota':
      return { kind: 'quota', source, quota: quotaIn(said) };
    case 'throttled':
      return { kind: 'throttled', source };
    case 'in-words': {
      const worded = causeInWords(said);
      return worded ? { ...worded, source } : { kind: 'other', source, code };
    }
    case 'in-its-cause':
      return cause instanceof Problem
        ? causeOfProblem(cause, told)
        : { kind: 'other', source, code };
    case 'unknown':
      return { kind: 'unknown', source, code, contradiction: undefined };
    case 'other':
      return { kind: 'other', source, code };
  }
}

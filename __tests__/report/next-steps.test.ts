import { describe, expect, it } from '@jest/globals';
import { problemOf } from '../../src/adapters/aws-errors.ts';
import type { Event } from '../../src/domain/event.ts';
import type { Outcome, Stage } from '../../src/domain/outcome.ts';
import { type Problem, problemFrom } from '../../src/domain/problem.ts';
import type { ReportData } from '../../src/report/report-data.ts';
import { verdictOf } from '../../src/report/verdict.ts';
import { at, endpoint } from '../domain/snapshots.ts';
import { read } from '../inputs/workflow.ts';
import { awsAnswers, failureReasons } from '../messages/aws-errors.ts';

/** The verdict of a run that found an endpoint and ended so. */
function nextOf(outcome: Outcome): string {
  const snapshot = endpoint();
  const events: readonly Event[] = [
    { kind: 'found', at: at(0), snapshot },
    { kind: 'ended', at: at(60), outcome, snapshot },
  ];
  const reportData: ReportData = {
    ...{ mode: 'deploy', request: read().rollout, region: 'eu-west-1', environment: undefined },
    ...{ run: { url: '', commit: '', commitUrl: '' }, events },
  };
  return (verdictOf(reportData)?.next ?? []).map(String).join(' ');
}

const stages: readonly Stage[] = [
  ...(['nothing-requested', 'perhaps-requested', 'update-running', 'rolling-back'] as const),
  ...(['smoke-testing', 'smoke-rollback-due', 'smoke-rollback'] as const),
];
const problems: readonly Problem[] = [
  problemFrom(new Error('Boom.')),
  ...awsAnswers.map(({ call, code, words, status = 400 }) =>
    problemOf(
      Object.assign(new Error(words), { name: code, $metadata: { httpStatusCode: status } }),
      call,
    ),
  ),
];

describe('what to do next', () => {
  it('names a re-run once at most, whatever went wrong and however far the run had come', () => {
    for (const problem of problems) {
      for (const stage of stages) {
        const next = nextOf({ kind: 'unknown', stage, problem });
        expect(next.match(/re-run/gi)).toHaveLength(1);
      }
      const failed = nextOf({ kind: 'failed', problem, reason: { kind: 'none' } });
      expect(failed.match(/re-run/gi)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it('picks up nothing where nothing was requested', () => {
    for (const kind of ['timed-out', 'cancelled'] as const) {
      const next = nextOf({ kind, stage: 'nothing-requested', seconds: 60 } as Outcome);
      expect(next).toBe('Re-run this job: it starts from the beginning.');
    }
  });

  it('follows the reason of a rollback, and blames the model only where that is at fault', () => {
    const advice = failureReasons.map(([, text]) =>
      nextOf({ kind: 'rolled-back', reason: { kind: 'given', text } }),
    );
    const [alarm, capacity] = advice;
    expect(capacity).toContain('The model is not at fault');
    const atFault = advice.filter((each) => each.includes('fix the model'));
    expect(atFault).toEqual([alarm, expect.stringContaining('GET /ping'), advice.at(-1)]);
    // Data that cannot be downloaded and data that may not be read take the same.
    expect(new Set(advice).size).toBe(failureReasons.length - 1);
    const stale = { kind: 'same-as-before', text: failureReasons[1]?.[1] ?? '' } as const;
    expect(nextOf({ kind: 'rolled-back', reason: stale })).toBe(advice.at(-1));
  });
});

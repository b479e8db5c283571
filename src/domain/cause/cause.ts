import { configInEffect } from '../config-in-effect.ts';
import { alarmsOf } from '../deployment-config.ts';
import { isAbsent } from '../endpoint.ts';
import { everyVariantOf, instanceTypesOf } from '../endpoint-config.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { Outcome } from '../outcome.ts';
import { blocking } from '../preflight.ts';
import type { RolloutRequest } from '../request.ts';
import { unfinishedScaling } from '../scaling-event.ts';
import { isWaitingForOthers } from '../stage.ts';
import { causeOfProblem } from './cause-of-problem.ts';
import { causeOfReason, type Known } from './cause-of-reason.ts';
import type { Cause } from './kinds.ts';

/** Why the run did not end well; undefined where it did, or has not ended. */
export function causeOf(lifecycle: Lifecycle, request: RolloutRequest): Cause | undefined {
  const { outcome } = lifecycle;
  switch (outcome?.kind) {
    case undefined:
      return undefined;
    case 'deployed':
    case 'unchanged':
    case 'deleted':
    case 'started':
      return causeOfScaling(lifecycle);
    case 'planned':
      return outcome.isBlocked ? stoppedPlan(lifecycle, request) : undefined;
    case 'rolled-back':
      return causeOfReason(outcome.reason, knownIn(lifecycle, request));
    case 'failed':
      return causeOfFailure(outcome, lifecycle, request);
    case 'superseded':
      return { ...outcome, source: ofTheRun };
    case 'timed-out': {
      const { stage, seconds } = outcome;
      const waitedFor = isWaitingForOthers(lifecycle, stage) ? 'others' : stage;
      return { kind: 'timeout', source: ofTheRun, waitedFor, seconds };
    }
    case 'cancelled':
      return { ...outcome, source: ofTheRun };
    case 'unknown':
      return causeOfProblem(outcome.problem);
  }
}

const ofTheRun = { kind: 'run' } as const;

/** The step fails too where auto scaling is not restored. */
function causeOfScaling({ scaling }: Lifecycle): Cause | undefined {
  const unfinished = unfinishedScaling(scaling);
  return unfinished && causeOfProblem(unfinished.problem);
}

/** Without a pre-flight a plan is stopped by the endpoint alone. */
function stoppedPlan(lifecycle: Lifecycle, request: RolloutRequest): Cause {
  const findings = errorsOf(lifecycle, request);
  if (findings.length > 0) return { kind: 'preflight', source: ofTheRun, findings };
  return lifecycle.before && isAbsent(lifecycle.before)
    ? { kind: 'input', source: ofTheRun, code: 'endpoint-not-found' }
    : { kind: 'other', source: ofTheRun, code: 'endpoint-failed' };
}

function errorsOf({ plan }: Lifecycle, { preflight }: RolloutRequest): readonly string[] {
  return [...new Set(blocking(plan?.findings ?? [], preflight).map(({ id }) => id))];
}

function causeOfFailure(
  { problem, reason }: Extract<Outcome, { kind: 'failed' }>,
  lifecycle: Lifecycle,
  request: RolloutRequest,
): Cause {
  const { code } = problem;
  const source = { kind: 'error', problem } as const;
  const isOurs = lifecycle.start !== undefined || reason.kind === 'given';
  if (code === 'preflight')
    return { kind: 'preflight', source, findings: errorsOf(lifecycle, request) };
  if (code === 'smoke-test-failed') return { kind: 'smoke-test', source, ...failedOf(lifecycle) };
  if (code === 'endpoint-failed' && isOurs)
    return causeOfReason(reason, knownIn(lifecycle, request));
  // What was there when the run began is no mistake of its inputs.
  if (code === 'endpoint-not-found' && lifecycle.start) return { kind: 'other', source, code };
  return causeOfProblem(problem);
}

function failedOf({ smokeResults }: Lifecycle) {
  return { smokeResults: smokeResults.filter(({ result }) => result.kind === 'failed') };
}

function knownIn(lifecycle: Lifecycle, request: RolloutRequest): Known {
  const { comparison } = lifecycle;
  const content = comparison?.kind === 'compared' ? comparison.after.content : {};
  return {
    lifecycle,
    alarms: alarmsOf(configInEffect(request, lifecycle)),
    instanceTypes: [...new Set(everyVariantOf(content).flatMap(instanceTypesOf))],
  };
}

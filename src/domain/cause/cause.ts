import { configInEffect } from '../config-in-effect.ts';
import { alarmsOf } from '../deployment-config.ts';
import { isAbsent } from '../endpoint.ts';
import { everyVariantOf, instanceTypesOf } from '../endpoint-config.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { Outcome } from '../outcome.ts';
import type { Finding } from '../preflight/finding.ts';
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
      return outcome.isBlocked ? stoppedPlan(lifecycle) : undefined;
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

/** Errors that are overridden stop it too where there is nothing to update; without a pre-flight the endpoint does. */
function stoppedPlan({ plan, before }: Lifecycle): Cause {
  const errors = (plan?.findings ?? []).filter(({ level }) => level === 'error');
  if (errors.length > 0) return { kind: 'preflight', source: ofTheRun, findings: idsOf(errors) };
  return before && isAbsent(before)
    ? { kind: 'input', source: ofTheRun, code: 'endpoint-not-found' }
    : { kind: 'other', source: ofTheRun, code: undefined };
}

function idsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ id }) => id))];
}

function causeOfFailure(
  { problem, reason }: Extract<Outcome, { kind: 'failed' }>,
  lifecycle: Lifecycle,
  request: RolloutRequest,
): Cause {
  const { code } = problem;
  const source = { kind: 'error', problem } as const;
  const isOurs = lifecycle.start !== undefined || reason.kind === 'given';
  if (code === 'preflight') {
    const errors = blocking(lifecycle.plan?.findings ?? [], request.preflight);
    return { kind: 'preflight', source, findings: idsOf(errors) };
  }
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

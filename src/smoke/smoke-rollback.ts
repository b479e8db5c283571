import type { Snapshot } from '../domain/endpoint.ts';
import type { JsonObject } from '../domain/json.ts';
import { slowestLaunchSeconds } from '../domain/launch.ts';
import type { Outcome, Reason } from '../domain/outcome.ts';
import { planFor } from '../domain/plan.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem, type ProblemCode, problemFrom } from '../domain/problem.ts';
import type { Instant, RolloutRequest } from '../domain/request.ts';
import { intruder, requestBack, retentionBack } from '../domain/smoke-rollback.ts';
import type { SmokeResult } from '../domain/smoke-test.ts';
import { phrase } from '../domain/text/phrase.ts';
import { outcomeOfTimeout } from '../run/ending.ts';
import { lookUp } from '../run/look-up.ts';
import {
  deadlineOf,
  latestOf,
  type Run,
  requestOf,
  secondsAfterwards,
  stageOf,
  tell,
  watchSecondsOf,
} from '../run/run.ts';
import { readScaling } from '../scaling/find.ts';
import { makeWay } from '../scaling/make-way.ts';
import { noAttempts, sendUpdate } from '../start/update.ts';
import { follow } from '../watch/follow.ts';
import { again, end, type Next, type Poll } from '../watch/observe.ts';
import { observeServing } from '../watch/recheck.ts';

/**
 * Goes back to the configuration from before, all at once, and watches that as any other update.
 * `rolled-back` only where it serves again; whatever else happens is told as what it is, with what
 * serves. Throws the reason of a cancelled job and nothing else.
 */
export async function rollBackSmoke(
  run: Run,
  to: string,
  smokeResults: readonly SmokeResult[],
): Promise<Outcome> {
  const least = run.world.clock.now() + 1000 * secondsAfterwards;
  const until = Math.max(deadlineOf(run), least);
  try {
    const back = await prepareTurn(run, to, until);
    const begun = await requestTurn(run, back, () => until);
    const { outcome } =
      'kind' in begun ? { outcome: begun } : await follow(run, begun, back.request);
    return outcomeOfTurning(run, to, { outcome, smokeResults });
  } catch (thrown) {
    run.world.cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    const stage = stageOf(run);
    if (stage !== 'smoke-rollback-due' || problem.code === 'unknown-status') {
      return { kind: 'unknown', stage, problem };
    }
    if (ofNoEndpoint.includes(problem.code)) {
      return { kind: 'failed', problem, reason: { kind: 'none' } };
    }
    return stuck(run, to, { smokeResults, problem });
  }
}

/** What keeps the endpoint from going back and from serving as well. */
const ofNoEndpoint: readonly ProblemCode[] = ['endpoint-not-found', 'endpoint-deleting'];

/** The update back, and the longest time in which its instances start. */
interface Back {
  readonly request: RolloutRequest;
  readonly launchSeconds: number;
}

async function prepareTurn(run: Run, to: string, until: Instant): Promise<Back> {
  const { endpointName, endpointConfigName } = requestOf(run);
  const content = (name: string) =>
    lookUp(run, () => run.world.endpoints.configuration(name, endpointName), undefined, until);
  const serving = await content(endpointConfigName);
  const config = await content(to);
  const latest = latestOf(run);
  if (latest && !run.scaling.scaled) {
    await readScaling(run, latest, { serving, config, plan: 'update' });
  }
  const configs = { from: contentOf(serving), to: contentOf(config) };
  const request = requestOf(run);
  const retention = latest ? retentionBack(request, latest, configs) : request.retention;
  return {
    request: requestBack(request, to, retention),
    launchSeconds: slowestLaunchSeconds(configs.to),
  };
}

function contentOf(looked: LookedUp<JsonObject>): JsonObject | undefined {
  return looked.kind === 'found' ? looked.value : undefined;
}

/** Gets the update back accepted: answers the endpoint before it, or how the run has ended already. */
async function requestTurn(
  run: Run,
  { request, launchSeconds }: Back,
  until: () => Instant,
): Promise<Snapshot | Outcome> {
  const from = requestOf(run).endpointConfigName;
  const to = request.endpointConfigName;
  const attempts = noAttempts();
  const takeIn = async (poll: Poll): Promise<Next<Snapshot | Outcome>> => {
    const { snapshot } = poll;
    const plan = planFor(to, snapshot);
    const { lost } = attempts;
    const isOurs = snapshot.pending?.configName === to || plan.kind === 'unchanged';
    if (lost && isOurs) return end(lost.before);
    const by = intruder(from, snapshot);
    if (by !== undefined) return end({ kind: 'superseded', by, how: 'updated' });
    if (plan.kind === 'impossible') throw plan.problem;
    if (plan.kind !== 'update') return again();
    const held =
      (await makeWay(run, snapshot, until)) ?? (await sendUpdate(run, request, poll, attempts));
    return held ?? end(snapshot);
  };
  const begun = await observeServing(run, takeIn, until);
  if ('kind' in begun && begun.kind === 'out-of-time') {
    return outcomeOfTimeout(run, { ...begun, hindrance: begun.hindrance ?? attempts.unanswered });
  }
  if ('kind' in begun) return begun;
  const watchSeconds = watchSecondsOf(run, request, begun, launchSeconds);
  tell(run, { kind: 'smoke-rollback', from, to, watchSeconds });
  return begun;
}

function outcomeOfTurning(
  run: Run,
  to: string,
  { outcome, smokeResults }: { outcome: Outcome; smokeResults: readonly SmokeResult[] },
): Outcome {
  switch (outcome.kind) {
    case 'deployed':
      return { kind: 'rolled-back', reason: { kind: 'smoke-test', smokeResults } };
    case 'rolled-back':
      return smokeRollbackReverted(requestOf(run), to, outcome.reason);
    default:
      return outcome;
  }
}

/** SageMaker did not take the update back. */
function stuck(
  run: Run,
  to: string,
  { smokeResults, problem }: { smokeResults: readonly SmokeResult[]; problem: Problem },
): Outcome {
  const { endpointName, endpointConfigName } = requestOf(run);
  const message = phrase`${endpointConfigName} failed its smoke test and still serves: ${endpointName} could not be rolled back to ${to}. ${problem.what}`;
  const { remedy, said } = problem;
  return {
    kind: 'failed',
    problem: new Problem('smoke-test-failed', message, { remedy, said, cause: problem }),
    reason: { kind: 'smoke-test', smokeResults },
  };
}

/** SageMaker rolled the rollback back. */
export function smokeRollbackReverted(
  { endpointName, endpointConfigName }: RolloutRequest,
  to: string,
  reason: Reason,
): Outcome {
  const message = phrase`${endpointConfigName} failed its smoke test, and SageMaker reverted the rollback to ${to}: ${endpointName} still serves ${endpointConfigName}.`;
  return {
    kind: 'failed',
    problem: new Problem('smoke-test-failed', message, {
      remedy: phrase`Check the endpoint's logs, and roll out a configuration that is known to work, by \`endpoint-config-name\`.`,
    }),
    reason,
  };
}

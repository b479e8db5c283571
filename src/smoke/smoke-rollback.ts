import { isCreatedAgain, type Snapshot } from '../domain/endpoint.ts';
import type { JsonObject } from '../domain/json.ts';
import { slowestLaunchSeconds } from '../domain/launch.ts';
import type { Outcome, Reason } from '../domain/outcome.ts';
import { planFor } from '../domain/plan.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem, type ProblemCode, problemFrom } from '../domain/problem.ts';
import type { RolloutRequest } from '../domain/request.ts';
import { intruder, requestBack, retentionBack } from '../domain/smoke-rollback.ts';
import type { SmokeResult } from '../domain/smoke-test.ts';
import { phrase } from '../domain/text/phrase.ts';
import { outcomeOfTimeout } from '../run/ending.ts';
import { lookUp } from '../run/look-up.ts';
import { type Run, stageOf, tell } from '../run/run.ts';
import { readScaling } from '../scaling/find.ts';
import { makeWay } from '../scaling/make-way.ts';
import { noAttempts, sendUpdate, startWatchingUpdate } from '../start/update.ts';
import { untilDeleted } from '../watch/deletion.ts';
import { follow } from '../watch/follow.ts';
import { createdAgain, isOlder, watchLonger } from '../watch/recheck.ts';

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
  const back: Run = { ...run };
  watchLonger(back);
  try {
    await prepareTurn(back, to);
    const outcome = await smokeRollback(run, back);
    return outcomeOfTurning(run, back, { outcome, smokeResults });
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
  } finally {
    run.latest = back.latest;
  }
}

/** What keeps the endpoint from going back and from serving as well. */
const ofNoEndpoint: readonly ProblemCode[] = ['endpoint-not-found', 'endpoint-deleting'];

/** The rollback is a run of its own, which tells its events to the same readers. */
async function prepareTurn(back: Run, to: string): Promise<void> {
  const { request, world, latest } = back;
  const content = (name: string) =>
    lookUp(back, () => world.endpoints.configuration(name, request.endpointName));
  const serving = await content(request.endpointConfigName);
  const config = await content(to);
  if (latest && !back.scaling.scaled) {
    await readScaling(back, latest, { serving, config, plan: 'update' });
  }
  const configs = { from: contentOf(serving), to: contentOf(config) };
  back.launchSeconds = slowestLaunchSeconds(configs.to);
  const retention = latest ? retentionBack(back.request, latest, configs) : request.retention;
  back.request = requestBack(request, to, retention);
}

function contentOf(looked: LookedUp<JsonObject>): JsonObject | undefined {
  return looked.kind === 'found' ? looked.value : undefined;
}

/** Undefined: the time ran out. */
async function smokeRollback(run: Run, back: Run): Promise<Outcome | undefined> {
  const beginning = await requestTurn(run, back);
  if (!beginning || 'kind' in beginning) return beginning;
  const watchSeconds = startWatchingUpdate(back, beginning);
  const [from, to] = [run.request.endpointConfigName, back.request.endpointConfigName];
  tell(back, { kind: 'smoke-rollback', from, to, watchSeconds });
  return follow(back, beginning);
}

/** Gets the update back accepted: answers the poll before it, or how the run has ended already. */
async function requestTurn(run: Run, back: Run): Promise<Snapshot | Outcome | undefined> {
  const attempts = noAttempts();
  for await (const poll of untilDeleted(back, run.before)) {
    if (poll.kind === 'gone') {
      back.latest = undefined;
      return { kind: 'failed', problem: poll.problem, reason: { kind: 'none' } };
    }
    const { snapshot } = poll;
    back.polledAt = back.world.clock.now();
    if (isOlder(snapshot, back.latest)) continue;
    if (isCreatedAgain(snapshot, back.latest)) return createdAgain(back, snapshot);
    back.latest = snapshot;
    const plan = planFor(back.request.endpointConfigName, snapshot);
    const isPending = snapshot.pending?.configName === back.request.endpointConfigName;
    if (attempts.lost && (isPending || plan.kind === 'unchanged')) return attempts.lost.before;
    const by = intruder(run.request.endpointConfigName, snapshot);
    if (by !== undefined) return { kind: 'superseded', by, how: 'updated' };
    if (plan.kind === 'impossible') throw plan.problem;
    if (plan.kind !== 'update') continue;
    if ((await makeWay(back, snapshot)) === 'poll-again') continue;
    if ((await sendUpdate(back, snapshot, attempts)) === 'accepted') return snapshot;
  }
  return undefined;
}

function outcomeOfTurning(
  run: Run,
  back: Run,
  { outcome, smokeResults }: { outcome: Outcome | undefined; smokeResults: readonly SmokeResult[] },
): Outcome {
  switch (outcome?.kind) {
    case 'deployed':
      return { kind: 'rolled-back', reason: { kind: 'smoke-test', smokeResults } };
    case 'rolled-back':
      return smokeRollbackReverted(run.request, back.request.endpointConfigName, outcome.reason);
    default:
      return outcome ?? outcomeOfTimeout(back);
  }
}

/** SageMaker did not take the update back. */
function stuck(
  { request }: Run,
  to: string,
  { smokeResults, problem }: { smokeResults: readonly SmokeResult[]; problem: Problem },
): Outcome {
  const { endpointName, endpointConfigName } = request;
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

import { unless } from '../cancellation.ts';
import { secondsToNextRound } from '../domain/cadence.ts';
import type { MatchText } from '../domain/pattern.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import { answerText, mismatchesOf, sentText, withoutContent } from '../domain/smoke-answer.ts';
import {
  type Answer,
  callsOf,
  type SmokeCall,
  type SmokeResult,
  type SmokeTest,
  type TrialResult,
} from '../domain/smoke-test.ts';
import { phrase } from '../domain/text/phrase.ts';
import { inTime } from '../run/in-time.ts';
import { breakSilence, latestOf, type Run, tell } from '../run/run.ts';

/** A refused request may be early: a variant that just came into being. After so many it is wrong. */
const mostRefusals = 3;

/**
 * Tries every request until it passes or the time is up, in rounds: a request that fails is tried
 * again with all the others that do, more and more slowly, the last time right at the end. Each
 * is tried once at least, unless another has failed for good by then. `again`: the endpoint was
 * modified the first time. Only a cancelled job is thrown.
 */
export async function tryAll(
  run: Run,
  smokeTest: SmokeTest,
  time: 'first' | 'again' = 'first',
): Promise<readonly SmokeResult[]> {
  const { clock, cancelled } = run.world;
  const snapshot = latestOf(run);
  if (!snapshot) throw new Error('Nothing is smoke-tested before the endpoint was seen.');
  const variants = snapshot.variants.map(({ name }) => name);
  const calls = callsOf(smokeTest.requests, variants);
  const { timeoutSeconds } = smokeTest;
  const beginning = { snapshot, calls: calls.length, timeoutSeconds, time };
  tell(run, { kind: 'smoke-testing', ...beginning });
  const deadline = clock.now() + 1000 * timeoutSeconds;
  const smokeResults = calls.map(({ request, variant }) => untried(request.name, variant));
  const told = new Set<number>();
  for (let round = 1; ; round += 1) {
    const state = await tryOnce(run, { calls, smokeResults, told, show: smokeTest.show, deadline });
    const secondsLeft = (deadline - clock.now()) / 1000;
    if (state !== 'open' || secondsLeft <= 0) break;
    breakSilence(run, undefined);
    await clock.sleep(Math.min(secondsToNextRound(round), secondsLeft), cancelled);
  }
  for (const [index, smokeResult] of smokeResults.entries()) {
    if (!told.has(index)) tell(run, { kind: 'smoke-result', smokeResult });
  }
  return smokeResults;
}

interface Round {
  readonly calls: readonly SmokeCall[];
  /** Each call's, as it stands. */
  readonly smokeResults: SmokeResult[];
  /** Those whose end has been told. */
  readonly told: Set<number>;
  readonly show: boolean;
  readonly deadline: number;
}

/** One round: every request that has not settled, one after the other. */
async function tryOnce(
  run: Run,
  { calls, smokeResults, told, show, deadline }: Round,
): Promise<'settled' | 'open' | 'hopeless'> {
  for (const [index, call] of calls.entries()) {
    const last = smokeResults[index];
    if (!last || isSettled(last)) continue;
    const isOver = run.world.clock.now() > deadline;
    if (isOver && (last.attempts > 0 || smokeResults.some(hasTriedInVain))) continue;
    const seen = await tryCall(run, call, { last, deadline });
    const smokeResult = show ? seen : withoutAnyContent(seen);
    smokeResults[index] = smokeResult;
    if (isHopeless(smokeResult)) return giveUp(smokeResults, smokeResult);
    if (isSettled(smokeResult)) {
      tell(run, { kind: 'smoke-result', smokeResult });
      told.add(index);
    } else if (smokeResult.attempts === 1) tell(run, { kind: 'smoke-retry', smokeResult });
  }
  return smokeResults.every(isSettled) ? 'settled' : 'open';
}

async function tryCall(
  { asked, world }: Run,
  call: SmokeCall,
  { last, deadline }: { readonly last: SmokeResult; readonly deadline: number },
): Promise<SmokeResult> {
  const { clock, cancelled, invocations } = world;
  const from = clock.now();
  const smokeResult = { ...last, attempts: last.attempts + 1 };
  try {
    const invoke = () => invocations.invoke(asked.endpointName, call);
    // What a model says for the first time is worth SageMaker's 60 seconds, whatever is left.
    const answer = await (last.attempts === 0
      ? unless(cancelled, invoke())
      : inTime(world, deadline, invoke));
    const latencyMs = clock.now() - from;
    return {
      ...{ ...smokeResult, latencyMs },
      answers: last.answers + 1,
      content: { sent: sentText(call.request.payload), answered: answerText(answer) },
      result: resultOf(answer, latencyMs, call, world.matches),
    };
  } catch (thrown) {
    cancelled.throwIfAborted();
    return unanswered(smokeResult, problemFrom(thrown));
  }
}

function resultOf(
  answer: Answer,
  latencyMs: number,
  { request }: SmokeCall,
  matches: MatchText,
): TrialResult {
  if (answer.kind === 'accepted') return { kind: 'accepted' };
  const mismatches = mismatchesOf(answer, latencyMs, request.expected, matches);
  return mismatches.length === 0 ? { kind: 'passed' } : { kind: 'failed', mismatches };
}

/** What the model said before counts on, where it was heard in most attempts. */
function unanswered(smokeResult: SmokeResult, problem: Problem): SmokeResult {
  if (smokeResult.result.kind === 'failed' && 2 * smokeResult.answers > smokeResult.attempts)
    return smokeResult;
  const result = { kind: 'not-sent', problem } as const;
  return { ...smokeResult, latencyMs: undefined, content: undefined, result };
}

function untried(name: string, variant: string | undefined): SmokeResult {
  const problem = new Problem('not-smoke-tested', phrase`There was no time left to send it.`, {
    remedy: phrase`Raise \`smoke-test-timeout\`.`,
  });
  const result = { kind: 'not-sent', problem } as const;
  const nothing = { latencyMs: undefined, content: undefined };
  return { name, variant, attempts: 0, answers: 0, ...nothing, result };
}

function isSettled({ result, attempts }: SmokeResult): boolean {
  switch (result.kind) {
    case 'passed':
    case 'accepted':
      return true;
    case 'failed':
      return false;
    case 'not-sent':
      return !result.problem.passes && attempts >= mostRefusals;
  }
}

function hasTriedInVain({ result, attempts }: SmokeResult): boolean {
  return attempts > 0 && (result.kind === 'failed' || result.kind === 'not-sent');
}

/** No other request can fare better. */
function isHopeless({ result }: SmokeResult): boolean {
  if (result.kind !== 'not-sent') return false;
  return result.problem.code === 'access-denied' || result.problem.code === 'credentials';
}

/** Whatever has not settled was not tried fairly. */
function giveUp(smokeResults: SmokeResult[], { result }: SmokeResult): 'hopeless' {
  for (const [index, smokeResult] of smokeResults.entries()) {
    if (!isSettled(smokeResult))
      smokeResults[index] = { ...smokeResult, content: undefined, result };
  }
  return 'hopeless';
}

function withoutAnyContent(smokeResult: SmokeResult): SmokeResult {
  const { result } = smokeResult;
  if (result.kind !== 'failed') return { ...smokeResult, content: undefined };
  const mismatches = result.mismatches.map(withoutContent);
  return { ...smokeResult, content: undefined, result: { kind: 'failed', mismatches } };
}

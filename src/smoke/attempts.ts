import { unless } from '../cancellation.ts';
import { secondsToNextRound } from '../domain/cadence.ts';
import type { MatchText } from '../domain/pattern.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import { answerText, mismatchesOf, sentText, withoutContent } from '../domain/smoke-answer.ts';
import {
  type Answer,
  callsOf,
  type SmokeCall,
  type SmokeTest,
  type Trial,
  type TrialResult,
} from '../domain/smoke-test.ts';
import { phrase } from '../domain/text/phrase.ts';
import { inTime } from '../run/in-time.ts';
import { breakSilence, type Run, tell } from '../run/run.ts';

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
): Promise<readonly Trial[]> {
  const { clock, cancelled } = run.world;
  const variants = run.latest?.variants.map(({ name }) => name) ?? [];
  const calls = callsOf(smokeTest.requests, variants);
  if (!run.latest) throw new Error('Nothing is tried out before the endpoint was seen.');
  const { timeoutSeconds } = smokeTest;
  const beginning = { snapshot: run.latest, calls: calls.length, timeoutSeconds, time };
  tell(run, { kind: 'trying-out', ...beginning });
  const deadline = clock.now() + 1000 * timeoutSeconds;
  const trials = calls.map(({ request, variant }) => untried(request.name, variant));
  const told = new Set<number>();
  for (let round = 1; ; round += 1) {
    const state = await tryOnce(run, { calls, trials, told, show: smokeTest.show, deadline });
    const secondsLeft = (deadline - clock.now()) / 1000;
    if (state !== 'open' || secondsLeft <= 0) break;
    breakSilence(run, undefined);
    await clock.sleep(Math.min(secondsToNextRound(round), secondsLeft), cancelled);
  }
  for (const [index, trial] of trials.entries()) {
    if (!told.has(index)) tell(run, { kind: 'tried', trial });
  }
  return trials;
}

interface Round {
  readonly calls: readonly SmokeCall[];
  /** Each call's, as it stands. */
  readonly trials: Trial[];
  /** Those whose end has been told. */
  readonly told: Set<number>;
  readonly show: boolean;
  readonly deadline: number;
}

/** One round: every request that has not settled, one after the other. */
async function tryOnce(
  run: Run,
  { calls, trials, told, show, deadline }: Round,
): Promise<'settled' | 'open' | 'hopeless'> {
  for (const [index, call] of calls.entries()) {
    const last = trials[index];
    if (!last || isSettled(last)) continue;
    const isOver = run.world.clock.now() > deadline;
    if (isOver && (last.tries > 0 || trials.some(hasTriedInVain))) continue;
    const seen = await tryCall(run, call, { last, deadline });
    const trial = show ? seen : withoutAnyContent(seen);
    trials[index] = trial;
    if (isHopeless(trial)) return giveUp(trials, trial);
    if (isSettled(trial)) {
      tell(run, { kind: 'tried', trial });
      told.add(index);
    } else if (trial.tries === 1) tell(run, { kind: 'tried-in-vain', trial });
  }
  return trials.every(isSettled) ? 'settled' : 'open';
}

async function tryCall(
  { request, world }: Run,
  call: SmokeCall,
  { last, deadline }: { readonly last: Trial; readonly deadline: number },
): Promise<Trial> {
  const { clock, cancelled, invocations } = world;
  const from = clock.now();
  const trial = { ...last, tries: last.tries + 1 };
  try {
    const invoke = () => invocations.invoke(request.endpointName, call);
    // What a model says for the first time is worth SageMaker's 60 seconds, whatever is left.
    const answer = await (last.tries === 0
      ? unless(cancelled, invoke())
      : inTime(world, deadline, invoke));
    const latencyMs = clock.now() - from;
    return {
      ...{ ...trial, latencyMs },
      answers: last.answers + 1,
      content: { sent: sentText(call.request.payload), answered: answerText(answer) },
      result: resultOf(answer, latencyMs, call, world.matches),
    };
  } catch (thrown) {
    cancelled.throwIfAborted();
    return unanswered(trial, problemFrom(thrown));
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

/** What the model said before counts on, where it was heard in most tries. */
function unanswered(trial: Trial, problem: Problem): Trial {
  if (trial.result.kind === 'failed' && 2 * trial.answers > trial.tries) return trial;
  const result = { kind: 'not-tried', problem } as const;
  return { ...trial, latencyMs: undefined, content: undefined, result };
}

function untried(name: string, variant: string | undefined): Trial {
  const problem = new Problem('not-tried-out', phrase`There was no time left to try it.`, {
    remedy: phrase`Raise \`smoke-test-timeout\`.`,
  });
  const result = { kind: 'not-tried', problem } as const;
  const nothing = { latencyMs: undefined, content: undefined };
  return { name, variant, tries: 0, answers: 0, ...nothing, result };
}

function isSettled({ result, tries }: Trial): boolean {
  switch (result.kind) {
    case 'passed':
    case 'accepted':
      return true;
    case 'failed':
      return false;
    case 'not-tried':
      return !result.problem.passes && tries >= mostRefusals;
  }
}

function hasTriedInVain({ result, tries }: Trial): boolean {
  return tries > 0 && (result.kind === 'failed' || result.kind === 'not-tried');
}

/** No other request can fare better. */
function isHopeless({ result }: Trial): boolean {
  if (result.kind !== 'not-tried') return false;
  return result.problem.code === 'access-denied' || result.problem.code === 'credentials';
}

/** Whatever has not settled was not tried fairly. */
function giveUp(trials: Trial[], { result }: Trial): 'hopeless' {
  for (const [index, trial] of trials.entries()) {
    if (!isSettled(trial)) trials[index] = { ...trial, content: undefined, result };
  }
  return 'hopeless';
}

function withoutAnyContent(trial: Trial): Trial {
  const { result } = trial;
  if (result.kind !== 'failed') return { ...trial, content: undefined };
  const mismatches = result.mismatches.map(withoutContent);
  return { ...trial, content: undefined, result: { kind: 'failed', mismatches } };
}

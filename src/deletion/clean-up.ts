import { isSameName, type Kept, type Made, type Need } from '../domain/clean-up.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem, type ProblemCode, problemFrom } from '../domain/problem.ts';
import { phrase } from '../domain/text/phrase.ts';
import { change } from '../run/change.ts';
import { type Run, tell } from '../run/run.ts';
import { readConfigNeeds, readModelNeeds } from './in-use.ts';
import { lookUpOwn, type Own, readOwn } from './own.ts';
import { newSweep, type Sweep, type Task } from './sweep.ts';

/**
 * Deletes the configurations and models that this action made for the endpoint and that nothing needs, or
 * only tells which these are. Doubt about anything ends it: it is told, and changes no outcome. Nothing
 * is thrown.
 */
export async function cleanUp(run: Run, task: Task): Promise<void> {
  const sweep = newSweep(run, task);
  // Where no record was left, it may not be known what is to be the previous one.
  const problem =
    run.told.state.notRecorded?.problem ??
    (await sweepAll(sweep).catch((thrown) => problemOf(run, thrown)));
  const { kept, gone, how } = sweep;
  if (how === 'planned') tell(run, { kind: 'clean-up-planned', due: gone, kept, problem });
  else tell(run, { kind: 'cleaned-up', kept, problem });
}

/** Configurations go first: what only they name is needed no longer. Answers why it ended before its time. */
async function sweepAll(sweep: Sweep): Promise<Problem | undefined> {
  return (await sweepKind(sweep, 'endpoint configuration')) ?? (await sweepKind(sweep, 'model'));
}

async function sweepKind(sweep: Sweep, kind: Made['kind']): Promise<Problem | undefined> {
  const own = await readOwn(sweep, kind);
  if (own.kind !== 'found') return problemIn(own);
  const rest = own.value.slice(sweep.keep[kind]);
  if (rest.length === 0) return undefined;
  const newest = own.value.slice(0, sweep.keep[kind]);
  sweep.kept.push(...newest.map((one) => kept(one, { kind: 'newest' })));
  const unused = rest.filter((one) => isUnused(sweep, one, knownNeeds(sweep, kind)));
  if (unused.length === 0) return undefined;
  const needs = await readNeedsOf(sweep, kind);
  if (needs.kind !== 'found') return problemIn(needs);
  for (const one of unused.filter((each) => isUnused(sweep, each, needs.value))) {
    const problem = sweep.how === 'planned' ? go(sweep, one) : await deleteIfUnused(sweep, one);
    if (problem) return problem;
  }
  return undefined;
}

/** Everything is read again right before: what was unused a moment ago may be needed now. */
async function deleteIfUnused(sweep: Sweep, one: Own): Promise<Problem | undefined> {
  const { kind, listed } = one;
  const owned = await lookUpOwn(sweep, kind, listed);
  if (owned.kind !== 'found') return problemIn(owned);
  const needs = await readNeedsOf(sweep, kind);
  if (needs.kind !== 'found') return problemIn(needs);
  if (!isUnused(sweep, owned.value, needs.value)) return undefined;
  if (await deleteOwn(sweep.run, one)) go(sweep, one);
  return undefined;
}

function go({ gone }: Sweep, { kind, name }: Own): undefined {
  gone.push({ kind, name });
}

/** What is known to be needed before anything else is read: configurations that stay name their models. */
function knownNeeds({ needs, known }: Sweep, kind: Made['kind']): readonly Need[] {
  if (kind === 'endpoint configuration') return needs;
  const configs = [...known['endpoint configuration'].values()];
  return [...needs, ...configs.flatMap((reading) => reading.needs)];
}

function readNeedsOf(sweep: Sweep, kind: Made['kind']): Promise<LookedUp<readonly Need[]>> {
  return kind === 'model' ? readModelNeeds(sweep) : readConfigNeeds(sweep);
}

/** Tells what keeps it. */
function isUnused(sweep: Sweep, one: Own, needs: readonly Need[]): boolean {
  const isGone = (name: string) =>
    sweep.gone.some((each) => each.kind === 'endpoint configuration' && each.name === name);
  const need = needs.find(
    ({ name, user }) =>
      isSameName(name, one.name) && !(user.kind === 'configuration' && isGone(user.name)),
  );
  if (need) sweep.kept.push(kept(one, { kind: 'needed', user: need.user }));
  else if (one.createdAt >= sweep.run.startedAt) sweep.kept.push(kept(one, { kind: 'new' }));
  else return true;
  return false;
}

function kept({ kind, name }: Made, why: Kept['why']): Kept {
  return { kind, name, why };
}

const missing: readonly ProblemCode[] = ['endpoint-config-not-found', 'model-not-found'];

/** Whether it was this call that deleted it. @throws Problem */
async function deleteOwn(run: Run, { kind, name }: Made): Promise<boolean> {
  const { deletions, cancelled } = run.world;
  const operation = kind === 'model' ? 'DeleteModel' : 'DeleteEndpointConfig';
  try {
    await change(run, { operation, name }, () =>
      deletions.delete({ kind, name }, run.asked.endpointName),
    );
    return true;
  } catch (thrown) {
    cancelled.throwIfAborted();
    if (missing.includes(problemFrom(thrown).code)) return false;
    throw thrown;
  }
}

function problemIn(looked: LookedUp<unknown>): Problem | undefined {
  return looked.kind === 'not-readable' ? looked.problem : undefined;
}

function problemOf({ world }: Run, thrown: unknown): Problem {
  if (!world.cancelled.aborted) return problemFrom(thrown);
  const message = phrase`The job was cancelled before everything was looked at.`;
  return new Problem('unexpected', message, {
    remedy: phrase`The next run that deploys cleans up.`,
    cause: thrown,
  });
}

import type { KeptConfig } from '../domain/clean-up.ts';
import { looksMadeFor, namesFor, stemFor } from '../domain/config-name.ts';
import { isOwn, markIn } from '../domain/mark.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { type Problem, problemFrom } from '../domain/problem.ts';
import { createdAtOf } from '../domain/replaced.ts';
import type { Named } from '../ports.ts';
import { change } from '../run/change.ts';
import { lookUp } from '../run/look-up.ts';
import { type Run, tell } from '../run/run.ts';
import { readUsers, type User } from './in-use.ts';

/** What has been deleted so far, and what was kept because something needs it. */
interface CleanUp {
  readonly deleted: string[];
  readonly kept: KeptConfig[];
}

/**
 * Deletes the configurations that this action created for the endpoint and that nothing needs. Doubt
 * about anything ends it: it is told, and changes no outcome. Nothing is thrown.
 */
export async function cleanUp(run: Run): Promise<void> {
  const soFar: CleanUp = { deleted: [], kept: [] };
  const problem = await deleteUnused(run, soFar).catch((thrown) => problemFrom(thrown));
  tell(run, { kind: 'cleaned-up', ...soFar, problem });
}

/** Answers why it ended before its time. */
async function deleteUnused(run: Run, soFar: CleanUp): Promise<Problem | undefined> {
  const own = await readOwn(run);
  if (own.kind !== 'found') return own.kind === 'missing' ? undefined : own.problem;
  for (const config of own.value) {
    const problem = await deleteIfUnused(run, config, soFar);
    if (problem) return problem;
  }
  return undefined;
}

/** The configurations that carry our mark for the endpoint, and are named after their content. */
async function readOwn(run: Run): Promise<LookedUp<readonly Named[]>> {
  const { endpointName } = run.asked;
  const { deletions } = run.world;
  const all = await lookUp(run, () =>
    deletions.configurations(stemFor(endpointName), endpointName),
  );
  if (all.kind !== 'found') return all;
  const own: Named[] = [];
  for (const config of all.value.filter(({ name }) => looksMadeFor(endpointName, name))) {
    const owned = await isCreatedByUs(run, config);
    if (owned.kind === 'not-readable') return owned;
    if (owned.kind === 'found' && owned.value) own.push(config);
  }
  return { kind: 'found', value: own };
}

async function isCreatedByUs(run: Run, { name, arn }: Named): Promise<LookedUp<boolean>> {
  const { asked, world } = run;
  const { endpointName } = asked;
  const tags = await lookUp(run, () => world.endpoints.tags({ name: endpointName, arn }));
  if (tags.kind !== 'found') return tags;
  const mark = markIn(tags.value);
  if (mark?.endpointName !== endpointName) return { kind: 'found', value: false };
  const described = await lookUp(run, () => world.endpoints.configuration(name, endpointName));
  if (described.kind !== 'found') return described;
  // One that was created meanwhile is about to be used by another run.
  const createdAt = createdAtOf(described.value) ?? run.startedAt;
  if (createdAt >= run.startedAt) return { kind: 'found', value: false };
  const nameOf = namesFor(endpointName, world.digest);
  return { kind: 'found', value: isOwn({ name, described: described.value }, mark, nameOf) };
}

/** Everything is read again right before: what was unused a moment ago may be needed now. */
async function deleteIfUnused(
  run: Run,
  config: Named,
  { deleted, kept }: CleanUp,
): Promise<Problem | undefined> {
  const { name } = config;
  const owned = await isCreatedByUs(run, config);
  if (owned.kind === 'not-readable') return owned.problem;
  if (owned.kind === 'missing' || !owned.value) return undefined;
  const users = await readUsers(run);
  if (users.kind !== 'found') return users.kind === 'missing' ? undefined : users.problem;
  const user = userOf(name, users.value);
  if (user) kept.push({ name, neededBy: user.endpoint });
  else if (await deleteConfiguration(run, name)) deleted.push(name);
  return undefined;
}

function userOf(name: string, users: readonly User[]): User | undefined {
  return users.find(({ configs }) => configs.includes(name));
}

/** Whether it was this call that deleted it. @throws Problem */
async function deleteConfiguration(run: Run, name: string): Promise<boolean> {
  const { deletions, cancelled } = run.world;
  const call = { operation: 'DeleteEndpointConfig', name } as const;
  try {
    await change(run, call, () => deletions.deleteConfiguration(name, run.asked.endpointName));
    return true;
  } catch (thrown) {
    cancelled.throwIfAborted();
    if (problemFrom(thrown).code === 'endpoint-config-not-found') return false;
    throw thrown;
  }
}

import { unscheduledPollSeconds } from '../domain/cadence.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import { configsNeededBy, mayNeedMore } from '../domain/in-use.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem } from '../domain/problem.ts';
import { recordIn } from '../domain/record.ts';
import { phrase } from '../domain/text/phrase.ts';
import { lookUp } from '../run/look-up.ts';
import type { Run } from '../run/run.ts';

/** An endpoint of the region, and the configurations that it needs. */
export interface User {
  readonly endpoint: string;
  readonly configs: readonly string[];
}

/**
 * What all endpoints of the region need, as they are now. Where one of them cannot be read, or does not
 * say what is being rolled out to it, nothing is known.
 */
export async function readUsers(run: Run): Promise<LookedUp<readonly User[]>> {
  const { deletions } = run.world;
  const names = await lookUp(run, () => deletions.endpoints(run.asked.endpointName));
  if (names.kind !== 'found') return names;
  const users: User[] = [];
  for (const name of names.value) {
    const user = await readUser(run, name);
    if (user.kind === 'not-readable') return user;
    if (user.kind === 'found') users.push(user.value);
  }
  return { kind: 'found', value: users };
}

async function readUser(run: Run, name: string): Promise<LookedUp<User>> {
  const endpoint = await readSettled(run, name);
  if (endpoint.kind !== 'found') return endpoint;
  const tags = await lookUp(run, () => run.world.endpoints.tags(endpoint.value));
  if (tags.kind !== 'found') return tags;
  const configs = configsNeededBy(endpoint.value, recordIn(tags.value));
  return { kind: 'found', value: { endpoint: name, configs } };
}

/** Polls of an endpoint until it says what is being rolled out to it. */
const pollsToSay = 8;

async function readSettled(run: Run, name: string): Promise<LookedUp<Snapshot>> {
  const { clock, cancelled, endpoints } = run.world;
  for (let polls = 1; ; polls += 1) {
    const found = await lookUp(run, () => endpoints.poll(name));
    if (found.kind !== 'found' || !mayNeedMore(found.value)) return found;
    if (polls >= pollsToSay) return { kind: 'not-readable', problem: notSaid(name, found.value) };
    await clock.sleep(unscheduledPollSeconds, cancelled);
  }
}

function notSaid(name: string, { status }: Snapshot): Problem {
  return new Problem(
    'update-in-progress',
    phrase`Endpoint ${name} is ${status}, and SageMaker does not say which configuration is being rolled out.`,
    { remedy: phrase`Re-run this job when that endpoint is InService.` },
  );
}

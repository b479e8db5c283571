import { unscheduledPollSeconds } from '../domain/cadence.ts';
import { isSameName, type Listed, type Need, namesIn, type User } from '../domain/clean-up.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import { configsNeededBy, mayNeedMore } from '../domain/in-use.ts';
import type { JsonObject } from '../domain/json.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem } from '../domain/problem.ts';
import { recordIn } from '../domain/record.ts';
import { phrase } from '../domain/text/phrase.ts';
import { lookUpFor, type Needs, type Reader, readNeeds, type Sweep } from './sweep.ts';

/** The configurations that all endpoints of the region need, as they are now. */
export async function readConfigNeeds(sweep: Sweep): Promise<LookedUp<readonly Need[]>> {
  const found = await readNeeds(sweep, endpoints);
  if (found.kind !== 'found') return found;
  const { endpointName } = sweep.run.asked;
  // A rollout that is planned leaves another record.
  const isReplaced = ({ user }: Need) =>
    sweep.how === 'planned' && user.kind === 'record' && user.name === endpointName;
  return { kind: 'found', value: found.value.needs.filter((need) => !isReplaced(need)) };
}

/**
 * The models that anything of the region names: a configuration, whoever made it, an inference component
 * or a transform job that runs. An endpoint whose configuration was deleted may serve any of them.
 */
export async function readModelNeeds(sweep: Sweep): Promise<LookedUp<readonly Need[]>> {
  const serving = await readNeeds(sweep, endpoints);
  if (serving.kind !== 'found') return serving;
  const found: Needs[] = [];
  for (const reader of namers) {
    const named = await readNeeds(sweep, reader);
    if (named.kind !== 'found') return named;
    found.push(named.value);
  }
  const [configs] = found;
  const lost = serving.value.needs.find((need) => isLost(need, serving.value, configs?.listed));
  if (lost) return { kind: 'not-readable', problem: modelsNotKnown(lost) };
  return { kind: 'found', value: found.flatMap(({ needs }) => needs) };
}

/** Whether what an endpoint serves, or is updated to, is not what the name of its configuration stands for now. */
function isLost(
  { name, user }: Need,
  { listed: endpoints }: Needs,
  configs: readonly Listed[] = [],
): boolean {
  if (user.kind === 'record') return false;
  const config = configs.find((each) => isSameName(each.name, name));
  const endpoint = endpoints.find((each) => each.name === user.name);
  return !config || (endpoint !== undefined && config.createdAt > endpoint.modifiedAt);
}

/** The models that something names, which is described so. */
export function modelsNeededBy(user: User, described: JsonObject): readonly Need[] {
  return namesIn(described).map((name) => ({ name, user }));
}

const endpoints: Reader = { kind: 'endpoints', calls: 2, read: readEndpoint };

/** Configurations come first. */
const namers: readonly Reader[] = [
  { kind: 'endpoint configuration', calls: 1, read: describing('configuration') },
  { kind: 'components', calls: 1, read: describing('component') },
  { kind: 'running-jobs', calls: 1, read: describing('job') },
];

function describing(kind: 'configuration' | 'component' | 'job'): Reader['read'] {
  return async (sweep, { name }) => {
    const { asked, world } = sweep.run;
    const described = await lookUpFor(sweep, () => {
      const { endpoints, deletions } = world;
      return kind === 'configuration'
        ? endpoints.configuration(name, asked.endpointName)
        : deletions[kind](name, asked.endpointName);
    });
    if (described.kind !== 'found') return described;
    return { kind: 'found', value: modelsNeededBy({ kind, name }, described.value) };
  };
}

async function readEndpoint(sweep: Sweep, { name }: Listed): Promise<LookedUp<readonly Need[]>> {
  const endpoint = await readSettled(sweep, name);
  if (endpoint.kind !== 'found') return endpoint;
  const tags = await lookUpFor(sweep, () => sweep.run.world.endpoints.tags(endpoint.value));
  if (tags.kind !== 'found') return tags;
  return { kind: 'found', value: configsNeededBy(endpoint.value, recordIn(tags.value)) };
}

/** Polls of an endpoint until it says what is being rolled out to it. */
const pollsToSay = 8;

async function readSettled(sweep: Sweep, name: string): Promise<LookedUp<Snapshot>> {
  const { clock, cancelled, endpoints } = sweep.run.world;
  for (let polls = 1; ; polls += 1) {
    const found = await lookUpFor(sweep, () => endpoints.poll(name));
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

function modelsNotKnown({ name, user }: Need): Problem {
  return new Problem(
    'serving-config-not-found',
    phrase`The endpoint configuration ${name} of endpoint ${user.name} was deleted or created again, so the models that it serves are not known.`,
    {
      remedy: phrase`Update that endpoint to a configuration that exists.`,
    },
  );
}

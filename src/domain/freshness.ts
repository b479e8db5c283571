import type { Snapshot } from './endpoint.ts';
import type { JsonObject } from './json.ts';
import type { LookedUp } from './preflight/finding.ts';
import { Problem } from './problem.ts';
import type { RolloutRecord } from './record.ts';
import {
  createdAgain,
  createdAtOf,
  type Named,
  otherImages,
  type Replacement,
} from './replaced.ts';
import type { Instant } from './request.ts';
import { runsSince } from './serving-since.ts';
import { own, phrase } from './text/phrase.ts';

/** Whether what a name stands for now is what runs under it. */
export interface Freshness {
  /** What was replaced since it began to run; nothing where nothing of that name runs. */
  readonly replacements: readonly Replacement[];
  /** When the newest of its models was created; undefined where none is known. */
  readonly newestModelAt: Instant | undefined;
  /** Why some of it could not be compared. */
  readonly hidden: Problem | undefined;
}

/** A configuration as it is now. */
export interface Subject {
  readonly name: string;
  readonly content: JsonObject;
  /** What DescribeEndpointConfig says; undefined where its age says nothing, as its name is made from its content. */
  readonly described: JsonObject | undefined;
  /** What DescribeModel says of the models that it names. One that was deleted is no newer one. */
  readonly models: LookedUpByName;
}

export type LookedUpByName = Readonly<Record<string, LookedUp<JsonObject>>>;

export function freshnessOf(
  { name, content, described, models }: Subject,
  snapshot: Snapshot,
  record: RolloutRecord | undefined,
): Freshness {
  const { named, hidden } = partsOf(name, described, models);
  const since = runsSince(name, snapshot, record) ?? Number.POSITIVE_INFINITY;
  const replaced = createdAgain(named, since);
  const images =
    name === snapshot.configName ? otherImages(content, foundIn(models), snapshot) : [];
  const times = named.flatMap(({ kind, createdAt }) => (kind === 'model' ? createdAt : []));
  return {
    replacements: [
      ...replaced,
      ...images.filter(({ model }) => replaced.every((other) => other.named.name !== model)),
    ],
    newestModelAt: times.length > 0 ? Math.max(...times) : undefined,
    hidden,
  };
}

/** The configuration, where it counts, and its models: when each was created, and why that is not known of one. */
export function partsOf(
  name: string,
  described: JsonObject | undefined,
  models: LookedUpByName,
): { readonly named: readonly Named[]; readonly hidden: Problem | undefined } {
  const ofConfig = dated(
    'endpoint configuration',
    described ? { [name]: { kind: 'found', value: described } } : {},
  );
  const ofModels = dated('model', models);
  return {
    named: [...ofConfig.named, ...ofModels.named],
    hidden: ofConfig.hidden ?? ofModels.hidden,
  };
}

/** Those that could be read, without those that are missing. */
export function foundIn(looked: LookedUpByName): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    Object.entries(looked).flatMap(([name, one]) =>
      one.kind === 'found' ? [[name, one.value] as const] : [],
    ),
  );
}

/** When each was created, and why that is not known of one. */
function dated(kind: Named['kind'], looked: LookedUpByName) {
  const named: Named[] = [];
  let hidden: Problem | undefined;
  for (const [name, one] of Object.entries(looked)) {
    if (one.kind === 'not-readable') hidden ??= one.problem;
    if (one.kind !== 'found') continue;
    const createdAt = createdAtOf(one.value);
    if (createdAt === undefined) hidden ??= undated(kind, name);
    else named.push({ kind, name, createdAt });
  }
  return { named, hidden };
}

function undated(kind: Named['kind'], name: string): Problem {
  const message = phrase`SageMaker's answer about the ${own(kind)} ${name} does not say when it was created.`;
  return new Problem('unexpected', message, {
    remedy: phrase`The answer is incomplete.`,
    rerun: phrase`Re-run this job: the next answer may be complete.`,
  });
}

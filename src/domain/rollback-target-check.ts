import type { Snapshot } from './endpoint.ts';
import { productionVariantsOf, variantNameOf } from './endpoint-config.ts';
import { type LookedUpByName, partsOf } from './freshness.ts';
import type { JsonObject } from './json.ts';
import type { LookedUp } from './preflight/finding.ts';
import type { Problem } from './problem.ts';
import { createdAgain } from './replaced.ts';
import type { Former } from './rollback-target.ts';
import { sameContent } from './same-content.ts';
import { listed, type Phrase, phrase } from './text/phrase.ts';
import { timePhrase } from './time.ts';

/** What the former configuration is now, and what serves instead. */
export interface Present {
  /** What DescribeEndpointConfig says of it. */
  readonly described: JsonObject;
  readonly models: LookedUpByName;
  readonly serving: LookedUp<JsonObject>;
}

/** Why rolling back to a configuration would not bring what served before. */
export interface WayBackFaults {
  readonly faults: readonly Phrase[];
  /** Why it is not known of all of it. What was seen to serve is rolled back to all the same. */
  readonly hidden: Problem | undefined;
}

/**
 * What speaks against going back there: a configuration that is too young to have served, a model of
 * it that is another by now, the very content that serves; and where only a record says that it has
 * served, other variants than those that serve.
 */
export function wayBackFaults(
  { name, by, servedSince = Number.POSITIVE_INFINITY }: Former,
  { described, models, serving }: Present,
  snapshot: Snapshot,
): WayBackFaults {
  const { named, hidden } = partsOf(name, described, models);
  const tooNew = createdAgain(named, servedSince).map(({ named: each }) =>
    each.kind === 'model'
      ? phrase`The model ${each.name}, which ${name} names, was deleted and created again at ${timePhrase(each.createdAt)}: it is not the one that served before.`
      : phrase`The endpoint configuration ${name} was created at ${timePhrase(each.createdAt)}: what served before ${snapshot.configName} is older.`,
  );
  const isSame = serving.kind === 'found' && sameContent(serving.value, described);
  return {
    faults: [
      ...tooNew,
      ...(by === 'record' ? variantFaults(name, described, snapshot) : []),
      ...(isSame
        ? [
            phrase`${name} and ${snapshot.configName}, which serves, have the same content: rolling back would change nothing.`,
          ]
        : []),
    ],
    hidden: by === 'record' ? hidden : undefined,
  };
}

function variantFaults(
  name: string,
  described: JsonObject,
  { variants }: Snapshot,
): readonly Phrase[] {
  const then = productionVariantsOf(described).map(variantNameOf).toSorted();
  const now = variants.map((variant) => variant.name).toSorted();
  if (String(then) === String(now)) return [];
  return [phrase`${name} has the variants ${listed(then)}, and ${listed(now)} serve.`];
}

import { type Doubt, deletedPhrase, replacementPhrase } from '../doubt.ts';
import type { Snapshot } from '../endpoint.ts';
import type { Plan } from '../plan.ts';
import type { Replacement } from '../replaced.ts';
import { phrase } from '../text/phrase.ts';
import { type Finding, notChecked } from './finding.ts';

/** What is known of whether what runs is what is asked for. */
export interface ContentFacts {
  readonly doubt: Doubt | undefined;
  readonly replacements: readonly Replacement[];
  /** The names under which the content is going to be created. */
  readonly toCreate: readonly string[];
  readonly plan: Plan['kind'];
}

/**
 * Whether the content that is asked for is what runs under its name. No `preflight` mode leaves these
 * out: they say why a rollout of the same content is no `unchanged`.
 */
export function contentFindings(
  { doubt, replacements, toCreate, plan }: ContentFacts,
  snapshot: Snapshot,
): readonly Finding[] {
  const id = 'requested-content';
  const seen = [
    ...replacements.map((each) => replacementPhrase(each, snapshot)),
    ...(toCreate.includes(snapshot.configName) ? [deletedPhrase(snapshot)] : []),
  ];
  const anew = seen.map((each): Finding => {
    const why = phrase`What serves is not known to be the requested content.`;
    const remedy = phrase`Nothing to do: that is rolled out, under another name.`;
    return { id, level: 'remark', seen: each, why, remedy };
  });
  if (!doubt || (plan !== 'impossible' && plan !== 'join')) return anew;
  const { what, remedy } = doubt.problem;
  if (plan === 'impossible') {
    const why = phrase`The endpoint may not serve what was requested.`;
    return [...anew, { id, level: 'error', seen: what, why, remedy }];
  }
  const unknown = phrase`It is not known whether the content that is being rolled out is the requested one.`;
  return [...anew, notChecked({ id, unknown }, [], doubt.problem)];
}

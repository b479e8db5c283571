import type { Snapshot } from '../endpoint.ts';
import type { Tag } from '../tags.ts';
import { joined, listed, type Phrase, phrase } from '../text/phrase.ts';
import type { Finding, LookedUp } from './finding.ts';

/** What hangs on a failed endpoint, as far as it could be read. */
export interface Hanging {
  readonly tags: LookedUp<readonly Tag[]>;
  /** Names of its inference components. */
  readonly components: LookedUp<readonly string[]>;
  /** Names of its auto-scaled variants; undefined: no one looked. */
  readonly scaled: LookedUp<readonly string[]> | undefined;
}

/**
 * That an endpoint is deleted and created again, and what is lost with it. No `preflight` mode leaves it
 * out: it is said before it is done.
 */
export function replacementFindings(failed: Snapshot, hanging: Hanging): readonly Finding[] {
  const { name, status, failureReason } = failed;
  const id = 'replaces-failed';
  const why = joined(whatBecomesOf(hanging), ' ');
  if (status !== 'Failed') {
    const seen = phrase`Endpoint ${name} is being deleted.`;
    const remedy = phrase`Nothing to do: it is created again once it is deleted.`;
    return [{ id, level: 'warning', seen, why, remedy }];
  }
  const reason = failureReason ? phrase` (${failureReason})` : phrase``;
  return [
    {
      id,
      level: 'warning',
      seen: phrase`Endpoint ${name} is Failed${reason}: it is deleted, and created again.`,
      why: phrase`SageMaker cannot update it. ${why}`,
      remedy: phrase`No action needed if it may be deleted; otherwise set \`create-endpoint: true\`.`,
    },
  ];
}

function whatBecomesOf({ tags, components, scaled }: Hanging): readonly Phrase[] {
  return [
    ofTags(tags),
    ...(scaled ? ofScaling(scaled) : []),
    ...ofComponents(components),
    phrase`Its models are no model for the new ones: a role, VPC or network isolation that the configuration does not say is not kept.`,
    phrase`A run that is cut off in between is finished by the next, without the tags and the auto scaling.`,
  ];
}

function ofTags(tags: Hanging['tags']): Phrase {
  switch (tags.kind) {
    case 'found':
      return phrase`The new endpoint gets its tags, except those of AWS.`;
    case 'missing':
      return phrase`Its tags are lost.`;
    case 'not-readable':
      return phrase`Its tags could not be read, and are lost: ${tags.problem.what}`;
  }
}

function ofScaling(scaled: NonNullable<Hanging['scaled']>): readonly Phrase[] {
  if (scaled.kind === 'not-readable') {
    return [phrase`Its auto scaling could not be read, and is lost: ${scaled.problem.what}`];
  }
  if (scaled.kind === 'missing' || scaled.value.length === 0) return [];
  return [
    phrase`The auto scaling of ${listed(scaled.value)} is removed, and restored on the variants of the new endpoint that have these names.`,
  ];
}

function ofComponents(components: Hanging['components']): readonly Phrase[] {
  if (components.kind === 'not-readable') {
    return [phrase`Its inference components could not be read: ${components.problem.what}`];
  }
  if (components.kind === 'missing' || components.value.length === 0) return [];
  return [
    phrase`Its inference components are deleted, and not created again: ${listed(components.value)}.`,
  ];
}

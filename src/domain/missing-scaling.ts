import { textAt, without } from './json.ts';
import type { Instant } from './request.ts';
import {
  isSameTarget,
  type ScaledVariant,
  type ScalingPolicy,
  type ScheduledAction,
} from './scaling.ts';

/** A part of what was saved that does not stand. */
export type Missing =
  | { readonly kind: 'target'; readonly scaled: ScaledVariant }
  | { readonly kind: 'policy'; readonly scaled: ScaledVariant; readonly policy: ScalingPolicy }
  | { readonly kind: 'action'; readonly scaled: ScaledVariant; readonly action: ScheduledAction };

/**
 * Everything of `wanted` that does not stand as it stood, in the order in which it is restored. A
 * schedule whose start has passed by `now` stands without it too.
 */
export function missingFrom(
  wanted: readonly ScaledVariant[],
  standing: readonly ScaledVariant[],
  now: Instant = 0,
): readonly Missing[] {
  return wanted.flatMap((scaled): readonly Missing[] => {
    const there = standing.find((one) => isSameTarget(one, scaled));
    const target =
      there && sameCapacity(there, scaled) ? [] : [{ kind: 'target', scaled } as const];
    const policies = scaled.policies.filter(
      (policy) => !there?.policies.some((one) => samePolicy(one, policy)),
    );
    const actions = scaled.actions.filter(
      (action) => !there?.actions.some((one) => sameAction(one, action, now)),
    );
    return [
      ...target,
      ...policies.map((policy) => ({ kind: 'policy', scaled, policy }) as const),
      ...actions.map((action) => ({ kind: 'action', scaled, action }) as const),
    ];
  });
}

function sameCapacity(one: ScaledVariant, other: ScaledVariant): boolean {
  return (
    one.minCapacity === other.minCapacity &&
    one.maxCapacity === other.maxCapacity &&
    sorted(one.suspended) === sorted(other.suspended)
  );
}

function samePolicy(one: ScalingPolicy, other: ScalingPolicy): boolean {
  return (
    one.name === other.name &&
    one.type === other.type &&
    sorted(one.configuration) === sorted(other.configuration)
  );
}

function sameAction(one: ScheduledAction, wanted: ScheduledAction, now: Instant): boolean {
  const forms = [wanted, startedAction(wanted, now) ?? wanted];
  return (
    one.name === wanted.name && forms.some((form) => sorted(one.members) === sorted(form.members))
  );
}

/** The part as it may be put after the start of its schedule has passed; undefined: as it is. */
export function withoutPassedStart(part: Missing, now: Instant): Missing | undefined {
  const action = part.kind === 'action' ? startedAction(part.action, now) : undefined;
  return part.kind === 'action' && action ? { ...part, action } : undefined;
}

function startedAction(action: ScheduledAction, now: Instant): ScheduledAction | undefined {
  const start = textAt(action.members, 'StartTime');
  if (start === undefined || Date.parse(start) > now) return undefined;
  return { ...action, members: without(action.members, ['StartTime']) };
}

/** As one text, whatever the order of the members. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

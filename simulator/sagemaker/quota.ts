import type { Account } from '../account/account.ts';
import { desiredOf, type Fleet, type Variant } from '../account/fleet.ts';
import { overQuota } from './errors.ts';
import { instancesOf, type Policy } from './policy.ts';

/** Refuses what needs more instances beside those in use than the account may have. */
export function checkQuota(account: Account, fleet: Fleet, policy: Policy | 'whole fleet'): void {
  for (const { instanceType, limit } of account.faults.ofAccount('quota')) {
    const used = countInstances(everyFleet(account), instanceType, desiredOf);
    const delta = countInstances(fleet, instanceType, (variant) => needed(variant, policy));
    if (delta > 0 && used + delta > limit) throw overQuota(instanceType, { limit, used, delta });
  }
}

function everyFleet(account: Account): Fleet {
  return [...account.endpoints.values()].flatMap(({ state }) => [
    ...state.live,
    ...(state.pending?.fleet ?? []),
  ]);
}

/** A rolling update only ever has one batch more than before. */
function needed(variant: Variant, policy: Policy | 'whole fleet'): number {
  const all = desiredOf(variant);
  if (policy === 'whole fleet' || policy.kind === 'blue-green') return all;
  return instancesOf(policy.batch, all);
}

function countInstances(
  fleet: Fleet,
  instanceType: string,
  countOf: (variant: Variant) => number,
): number {
  return fleet
    .filter(({ capacity }) => capacity.kind === 'instances' && capacity.type === instanceType)
    .reduce((sum, variant) => sum + countOf(variant), 0);
}

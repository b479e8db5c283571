import { type Phrase, phrase } from './text/phrase.ts';

/** A quota that was exceeded, by AWS's words: see ResourceLimitExceeded. */
export interface Quota {
  readonly name: string;
  readonly limit: number;
  readonly used: number;
  readonly wanted: number;
}

const words =
  /service limit '([^']{1,200})' is ([\d.]+) [^,]{0,40}, with current utilization of ([\d.]+) [^,.]{0,40}? and a request delta of ([\d.]+)/;

/** Undefined where the words say it in another way. */
export function quotaIn(said: string): Quota | undefined {
  const found = words.exec(said);
  if (!found) return undefined;
  const [, name = '', ...numbers] = found;
  const [limit = 0, used = 0, wanted = 0] = numbers.map(Number);
  return { name, limit, used, wanted };
}

/** How an update brings up its fleet, as far as that decides what room it takes. */
export type Fleet = 'second-fleet' | 'batches';

/** Which quota is too small, and by how much. */
export function quotaMessage(quota: Quota | undefined, call: Phrase): Phrase {
  if (!quota) return phrase`A quota of the account is too small for ${call}.`;
  const { name, limit, used, wanted } = quota;
  return phrase`The account's quota ${name} is too small for ${call} (limit ${limit}, in use ${used}, asked for ${wanted} more).`;
}

/** What to do about a quota; batches are no advice where not one instance more has room. */
export function quotaRemedy(quota: Quota | undefined, fleet: Fleet | undefined): Phrase {
  const second = phrase` A blue/green update needs a second full fleet beside the one that serves`;
  const isOfInstances = quota === undefined || quota.name.endsWith('for endpoint usage');
  const hasRoom = quota === undefined || (quota.limit > quota.used && quota.wanted > 1);
  const helps =
    fleet === 'second-fleet' && isOfInstances
      ? hasRoom
        ? phrase`${second}; \`strategy: rolling\` needs room for one batch only.`
        : phrase`${second}.`
      : phrase``;
  if (!quota)
    return phrase`Raise the quota that AWS names (Service Quotas, Amazon SageMaker).${helps}`;
  const needed = quota.used + quota.wanted;
  return phrase`Raise the quota ${quota.name} from ${quota.limit} to ${needed} or more (Service Quotas, Amazon SageMaker), or delete what is no longer used.${helps}`;
}

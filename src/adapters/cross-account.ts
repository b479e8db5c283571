import type { Denial } from '../domain/denial.ts';
import { whoIn } from '../domain/denial-remedy.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

/**
 * What to do about a denied call for a model package of another account, where the policy of its group
 * may have to allow it; undefined where it is of the caller's account, or a Deny is in the way.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy-xaccount.html
 */
export function crossAccountRemedy(
  denial: Denial,
  asked: string | undefined,
  action: string,
): Phrase | undefined {
  const arn = [denial.resource, asked].find((each) => each?.includes(':model-package'));
  const [owner, caller] = [accountIn(arn), accountIn(denial.principal)];
  if (!owner || !caller || owner === caller || denial.effect === 'explicit') return undefined;
  const policy = phrase`in the resource policy of the group (PutModelPackageGroupPolicy, which account ${owner} calls)`;
  const shared = phrase`docs/models.md has that policy.`;
  switch (denial.policy) {
    case 'resource-based':
      return phrase`The package is in the registry of account ${owner}: allow ${action} to account ${caller} ${policy}. ${shared}`;
    case undefined:
    case 'identity-based':
      return phrase`The package is in the registry of account ${owner}: allow ${action} to ${whoIn(denial)}, and to account ${caller} ${policy}. ${shared}`;
    default:
      return undefined;
  }
}

function accountIn(arn: string | undefined): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn ?? '')?.[1];
}

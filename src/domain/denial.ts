/** Kinds of policy that AWS names where one of them denies a call. */
export const policyKinds = {
  'identity-based': 'identity-based policy',
  'resource-based': 'resource-based policy',
  'service control': 'service control policy',
  'resource control': 'resource control policy',
  'permissions boundary': 'permissions boundary',
  session: 'session policy',
  'vpc endpoint': 'VPC endpoint policy',
} as const;
export type PolicyKind = keyof typeof policyKinds;

/**
 * What AWS says of a call that it denies, as far as it does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export interface Denial {
  readonly action: string | undefined;
  readonly resource: string | undefined;
  readonly principal: string | undefined;
  /** `explicit`: a Deny, which no Allow outweighs; `implicit`: no Allow. */
  readonly effect: 'explicit' | 'implicit' | undefined;
  /** Undefined where AWS does not say, or names one that this version does not know. */
  readonly policy: PolicyKind | undefined;
}

export function denialIn(words: string): Denial {
  const explicit = /with an explicit deny(?: in (?:an?|the) ([a-z -]+))?/i.exec(words);
  const implicit = /because no ([a-z -]+?) allows/i.exec(words);
  return {
    action: /not authorized to perform:? ([\w-]{1,60}:\w{1,100})/i.exec(words)?.[1],
    resource: / on resource:? "?((?:arn:|\*)[^\s"]*)/i.exec(words)?.[1],
    principal: /(?:User:|principal) "?(arn:[^\s"]+)/i.exec(words)?.[1],
    effect: explicit ? 'explicit' : implicit ? 'implicit' : undefined,
    policy: policyKindIn((explicit ?? implicit)?.[1] ?? ''),
  };
}

/** Whether the words tell of a denial at all. */
export function tellsOfDenial(words: string): boolean {
  return /not authorized to perform/i.test(words);
}

function policyKindIn(words: string): PolicyKind | undefined {
  const lower = words.toLowerCase();
  return (Object.keys(policyKinds) as PolicyKind[]).find((kind) => lower.startsWith(kind));
}

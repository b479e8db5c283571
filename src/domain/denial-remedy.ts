import type { Denial, PolicyKind } from './denial.ts';
import { own, type Phrase, phrase } from './text/phrase.ts';

/** Whom to allow what, and on what: AWS's words where they say it. */
interface Permission {
  readonly action: string;
  readonly on: Phrase;
  readonly who: Phrase;
}

/** What to do about a denial: a policy that cannot outweigh the one that denies it is never the advice. */
export function denialRemedy(denial: Denial, permission: Permission): Phrase {
  const { effect, policy } = denial;
  if (effect === 'explicit') return explicitRemedies[policy ?? 'not told'](permission);
  const plain = policy === undefined || policy === 'identity-based';
  if (plain && permission.action === 'iam:PassRole') return passRole(permission);
  if ((plain || policy === 'resource-based') && permission.action.startsWith('kms:')) {
    return ofKey(permission);
  }
  return implicitRemedies[policy ?? 'not told'](permission);
}

type Remedies = Readonly<Record<PolicyKind | 'not told', (permission: Permission) => Phrase>>;

function allow({ action, on, who }: Permission): Phrase {
  return phrase`Allow ${action} to ${who}, on ${on}.`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function passRole({ on, who }: Permission): Phrase {
  return phrase`Allow iam:PassRole to ${who}, on ${on}, with the condition \`iam:PassedToService\`: sagemaker.amazonaws.com.`;
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html, KmsKeyId */
function ofKey({ action, on, who }: Permission): Phrase {
  return phrase`Allow ${action} to ${who}, on ${on}, in its own policies and in the policy of the key.`;
}

const implicitRemedies: Remedies = {
  'not told': allow,
  'identity-based': allow,
  'resource-based': ({ action, on, who }) =>
    phrase`Allow ${action} to ${who} in the policy of the resource itself, ${on}.`,
  'service control': ({ action }) =>
    phrase`No service control policy of the organization allows ${action} here: ask those who manage AWS Organizations. A policy of the role cannot allow it.`,
  'resource control': ({ action }) =>
    phrase`No resource control policy of the organization allows ${action} here: ask those who manage AWS Organizations. A policy of the role cannot allow it.`,
  'permissions boundary': ({ action, on, who }) =>
    phrase`Add ${action} on ${on} to the permissions boundary of ${who}: its own policies do not reach beyond it.`,
  session: ({ action }) =>
    phrase`Add ${action} to the session policy with which the role was assumed (\`inline-session-policy\`, \`managed-session-policies\` of aws-actions/configure-aws-credentials), or set \`role-to-assume\`, whose sessions have none.`,
  'vpc endpoint': ({ action }) =>
    phrase`Add ${action} to the policy of the VPC endpoint through which this runner calls AWS.`,
};

const explicitRemedies: Remedies = {
  'not told': ({ action, who }) =>
    phrase`A policy denies ${action} explicitly, which no Allow outweighs: find that Deny among the policies of ${who}, its permissions boundary and those of the organization.`,
  'identity-based': ({ action, who }) =>
    phrase`A policy of ${who} denies ${action} explicitly, which no Allow outweighs: find that Deny, and its conditions (region, tags, source address).`,
  'resource-based': ({ action, on }) =>
    phrase`The policy of the resource itself, ${on}, denies ${action} explicitly: find that Deny there; no policy of the role outweighs it.`,
  'service control': ({ action }) => ofOrganization(action, 'service'),
  'resource control': ({ action }) => ofOrganization(action, 'resource'),
  'permissions boundary': ({ action, who }) =>
    phrase`The permissions boundary of ${who} denies ${action} explicitly: find that Deny there; no other policy outweighs it.`,
  session: ({ action }) =>
    phrase`The session policy with which the role was assumed denies ${action} explicitly: change it where the session is opened, or set \`role-to-assume\`, whose sessions have none.`,
  'vpc endpoint': ({ action }) =>
    phrase`The policy of the VPC endpoint through which this runner calls AWS denies ${action} explicitly: find that Deny there.`,
};

function ofOrganization(action: string, kind: 'service' | 'resource'): Phrase {
  return phrase`A ${own(kind)} control policy of the organization denies ${action} explicitly: ask those who manage AWS Organizations for an exception, or use an account or a region where it is allowed. No policy of the role outweighs it.`;
}

/** A role, or a user whose keys the job has. */
export function whoIn({ principal }: Denial): Phrase {
  return principal?.includes(':user/') ? phrase`that user` : phrase`that role`;
}

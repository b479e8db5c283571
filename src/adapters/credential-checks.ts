import { Problem } from '../domain/problem.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { strayIn } from '../domain/text/stray.ts';
import type { Identity } from './renewing-credentials.ts';

/** How the environment names what a credential consists of. */
const variables = {
  accessKeyId: own('AWS_ACCESS_KEY_ID'),
  secretAccessKey: own('AWS_SECRET_ACCESS_KEY'),
  sessionToken: own('AWS_SESSION_TOKEN'),
} as const;

/**
 * Refuses what cannot be a credential before it is sent: with a line break in it no header can be
 * written, which would look like trouble with the network.
 *
 * @throws Problem `credentials`
 */
export function checkCredentials(identity: Identity): Identity {
  for (const [member, name] of Object.entries(variables)) {
    const stray = strayIn(identity[member as keyof typeof variables] ?? '');
    if (!stray) continue;
    throw new Problem('credentials', phrase`${name} holds ${stray}, which no credential does.`, {
      remedy: phrase`Store the secret again without it, and check how this job passes it on: AWS would refuse it.`,
    });
  }
  return identity;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the variables of a job tell of credentials that are not accepted, or not found: what to do about it. */
export function suspicionIn({
  AWS_PROFILE: profile,
  AWS_ACCESS_KEY_ID: keyId,
  AWS_SECRET_ACCESS_KEY: secret,
}: Environment): Phrase | undefined {
  if (profile && keyId) {
    return phrase`AWS_PROFILE is set beside AWS_ACCESS_KEY_ID, and the AWS SDK takes the profile: unset the one that is not meant.`;
  }
  if (profile) {
    return phrase`AWS_PROFILE is ${profile}: check that the files of the AWS SDK on this runner have that profile.`;
  }
  if (Boolean(keyId) === Boolean(secret)) return undefined;
  const [given, empty] = keyId
    ? [variables.accessKeyId, variables.secretAccessKey]
    : [variables.secretAccessKey, variables.accessKeyId];
  return phrase`${given} is set, and ${empty} is empty: check the name of the secret that it comes from, and that this job may read it.`;
}

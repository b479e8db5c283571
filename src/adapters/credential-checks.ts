import { Problem } from '../domain/problem.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';
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
    const text = identity[member as keyof typeof variables] ?? '';
    const [wrong] = /[^!-~]/.exec(text) ?? [];
    if (wrong === undefined) continue;
    throw new Problem(
      'credentials',
      phrase`${name} holds ${nameOf(wrong)}, which no credential does.`,
      {
        remedy: phrase`Store the secret again without it, and check how this job passes it on: AWS would refuse it.`,
      },
    );
  }
  return identity;
}

function nameOf(character: string): Phrase {
  if (character === '\n' || character === '\r') return phrase`a line break`;
  return character === ' ' ? phrase`a space` : phrase`a character that is not printable ASCII`;
}

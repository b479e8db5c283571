import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { SdkError } from './sdk-error.ts';

/** The SDK's own name for credentials that it did not find. */
const notFound = 'CredentialsProviderError';

/** Whose credentials AWS refused, or that there are none. */
export function refusedCredentials({ name, way }: SdkError): Phrase {
  if (way.role !== undefined) {
    return phrase`AWS does not accept the session of ${way.role} that this job has opened.`;
  }
  return name === notFound
    ? phrase`This job has no AWS credentials that can be used.`
    : phrase`AWS does not accept the credentials of this job.`;
}

export function remedyOfCredentials({ way, message }: SdkError, region: string): Phrase {
  if (/^Signature (expired|not yet current)/.test(message)) {
    return phrase`Set the clock of this runner: AWS takes signatures of the last five minutes.`;
  }
  if (way.role !== undefined) {
    return phrase`Re-run this job: a new session may be unknown to a service for a while. If it is refused again, check that ${region} is enabled in the account of the role.`;
  }
  if (way.suspicion) return way.suspicion;
  if (message.startsWith('The request signature we calculated does not match')) {
    return phrase`AWS_SECRET_ACCESS_KEY is not the secret of AWS_ACCESS_KEY_ID, or not all of it: store both again.`;
  }
  return phrase`Set \`role-to-assume\`, whose sessions are renewed as long as the rollout takes; or run aws-actions/configure-aws-credentials before this step, with a session that lasts long enough.`;
}

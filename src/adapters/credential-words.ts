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

export function remedyOfCredentials({ way }: SdkError, region: string): Phrase {
  if (way.role !== undefined) {
    return phrase`Re-run this job: a new session may be unknown to a service for a while. If it is refused again, check that ${region} is enabled in the account of the role.`;
  }
  if (way.hasProfileBesideKeys) {
    return phrase`AWS_PROFILE is set beside AWS_ACCESS_KEY_ID, and the AWS SDK takes the profile: unset the one that is not meant.`;
  }
  return phrase`Set \`role-to-assume\`, whose sessions are renewed as long as the rollout takes; or run aws-actions/configure-aws-credentials before this step, with a session that lasts long enough.`;
}

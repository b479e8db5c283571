import { phrase } from '../domain/text/phrase.ts';
import type { InputReader } from './reader.ts';

/** Reads `keep-versions`; only a rollout that is seen to succeed is followed by deletions. */
export function readKeepVersions(reader: InputReader): number | undefined {
  const versions = reader.count('keep-versions', phrase`versions`);
  if (versions === undefined || reader.text('wait')?.toLowerCase() !== 'false') return versions;
  const rule = phrase`cannot be combined with \`wait: false\`: versions are deleted only after the rollout is seen to succeed. Remove one.`;
  reader.mistake('keep-versions', reader.text('keep-versions'), rule);
  return undefined;
}

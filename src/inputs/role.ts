import { keeps, roleArn } from '../domain/names.ts';
import type { Role } from '../domain/role.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { InputReader } from './reader.ts';

/** What the job's surroundings say about assuming a role. */
export interface RoleSurroundings {
  /** Whether the job may ask GitHub for tokens of its own. */
  readonly idTokens: 'offered' | 'not-offered';
  /** Of the workflow run. */
  readonly runId: string | undefined;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
const sessionName = /^[\w+=,.@-]{2,64}$/;
const longestSessionName = 64;
const sessionSeconds = { leastSeconds: 900, mostSeconds: 43_200 };
const usualSessionSeconds = 3600;

/** The role to assume; undefined: the credentials of the environment are used. */
export function readRole(
  reader: InputReader,
  { idTokens, runId = 'run' }: RoleSurroundings,
): Role | undefined {
  const arn = reader.text('role-to-assume');
  const name = reader.text('role-session-name');
  const duration = reader.duration('role-duration', sessionSeconds);
  if (name !== undefined && !sessionName.test(name)) {
    reader.mistake(
      'role-session-name',
      name,
      phrase`is not a valid session name: write 2 to ${longestSessionName} letters, digits and any of _+=,.@-`,
    );
  }
  if (arn === undefined) {
    refuseWithoutRole(reader);
    return undefined;
  }
  checkRole(reader, arn, idTokens);
  return {
    arn,
    sessionName: name ?? `sagemaker-rollout-${runId}`.slice(0, longestSessionName),
    durationSeconds: duration ?? usualSessionSeconds,
  };
}

function refuseWithoutRole(reader: InputReader): void {
  for (const input of ['role-session-name', 'role-duration'] as const) {
    const given = reader.text(input);
    if (given === undefined) continue;
    reader.mistake(input, given, phrase`has no role: set \`role-to-assume\`, or remove it.`);
  }
}

function checkRole(reader: InputReader, arn: string, idTokens: 'offered' | 'not-offered'): void {
  if (!keeps(arn, roleArn)) {
    reader.mistake(
      'role-to-assume',
      arn,
      phrase`is not a valid role ARN: write it like arn:aws:iam::123456789012:role/deployer.`,
    );
  }
  if (idTokens === 'not-offered') {
    reader.mistake(
      'role-to-assume',
      arn,
      phrase`needs a token that this job may not ask for: give the job \`permissions: id-token: write\`. A pull request from a fork never gets one.`,
    );
  }
}

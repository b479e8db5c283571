import { type Phrase, phrase } from './text/phrase.ts';

/** A role of AWS that the run assumes by a token of its own job, as often as its sessions end. */
export interface Role {
  readonly arn: string;
  /** What AWS's own logs call the sessions. */
  readonly sessionName: string;
  /** How long each session lasts; the rollout may take longer. */
  readonly durationSeconds: number;
}

/** What a token of the job says of it; undefined where it says nothing. */
export interface TokenClaims {
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
  readonly subject: string | undefined;
}

/** For whom the token has to be: the partition of AWS in China has a name of its own. */
export function audienceOf({ arn }: Pick<Role, 'arn'>): string {
  return arn.startsWith('arn:aws-cn:') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

/**
 * How a subject comes about, and where a trust policy that was written for another one goes wrong.
 * https://docs.github.com/en/actions/concepts/security/openid-connect
 */
export function subjectHint(subject: string): readonly Phrase[] {
  return [...immutableHint(subject), ...formHint(subject)];
}

/** `repo:acme@2342/fraud@481516:…`: the rule for repositories made after 2026-07-15. */
function immutableHint(subject: string): readonly Phrase[] {
  return /^repo:[^/:]+@\d+\/[^/:]+@\d+:/.test(subject)
    ? [
        phrase`The subjects of this repository are immutable: the ids of owner and repository follow their names, and a policy that gives the names alone does not match.`,
      ]
    : [];
}

function formHint(subject: string): readonly Phrase[] {
  if (subject.includes(':environment:')) {
    return [
      phrase`In a job with \`environment:\` the subject names the environment, and no branch.`,
    ];
  }
  if (subject.endsWith(':pull_request')) {
    return [phrase`On a pull request the subject names no branch.`];
  }
  if (subject.includes(':ref:')) {
    return [phrase`In a job without \`environment:\` the subject names the branch or the tag.`];
  }
  return [];
}

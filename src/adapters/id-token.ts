import { within } from '../cancellation.ts';
import { Problem, type ProblemCode } from '../domain/problem.ts';
import type { TokenClaims } from '../domain/role.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Clock } from '../ports.ts';
import { remedyOfCertificates } from './wire-words.ts';

/** Asks GitHub for a token of the job, for an audience. */
export type AskForToken = (audience: string) => Promise<string>;

/** The toolkit attempts up to ten times within about ten seconds, and waits three minutes for an answer. */
const secondsToAnswer = 15;

/**
 * A fresh token of the job. Throws a Problem: `unavailable` or `unreachable` where trying again can
 * help, else `credentials`.
 */
export async function freshToken(
  audience: string,
  { ask, clock }: { readonly ask: AskForToken; readonly clock: Clock },
): Promise<string> {
  try {
    return await within(secondsToAnswer, clock, () => ask(audience));
  } catch (thrown) {
    throw tokenProblem(thrown);
  }
}

/** What the token says of the job: its payload is read, and nothing else of it. */
export function claimsOf(token: string): TokenClaims {
  const { iss, aud, sub } = payloadOf(token);
  return { issuer: textOf(iss), audience: textOf(aud), subject: textOf(sub) };
}

function payloadOf(token: string): { iss?: unknown; aud?: unknown; sub?: unknown } {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) ?? {};
  } catch {
    return {};
  }
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined;
}

function tokenProblem(thrown: unknown): Problem {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const code = codeOf(said);
  return new Problem(code, messages[code] ?? phrase`GitHub issued no OIDC token for this job.`, {
    remedy:
      code === 'credentials'
        ? phrase`Give the job \`permissions: id-token: write\`. A pull request from a fork never gets such a token.`
        : /certificate/i.test(said)
          ? remedyOfCertificates
          : phrase`Check githubstatus.com.`,
    said: said.replaceAll(/\s+/g, ' ').trim(),
    cause: thrown,
  });
}

const messages: Readonly<Partial<Record<ProblemCode, Phrase>>> = {
  unavailable: phrase`GitHub failed to issue an OIDC token for this job.`,
  unreachable: phrase`GitHub could not be reached for an OIDC token.`,
};

/** The toolkit tells the HTTP status in its words only; without one no one answered. */
function codeOf(said: string): 'unavailable' | 'unreachable' | 'credentials' {
  if (/Unable to get ACTIONS_ID_TOKEN_REQUEST/.test(said)) return 'credentials';
  const status = Number(/Error Code : (\d{3})/.exec(said)?.[1]);
  if (status === 429 || status >= 500) return 'unavailable';
  if (status >= 400) return 'credentials';
  // An answer without a token in it is GitHub's failure too.
  return said.includes('do not have ID Token') ? 'unavailable' : 'unreachable';
}

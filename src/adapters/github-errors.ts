import { Problem, type ProblemCode } from '../domain/problem.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** What Octokit throws, as far as it can be relied on; without a response no one answered. */
interface OctokitError {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> };
}

const remedies: Readonly<Partial<Record<ProblemCode, Phrase>>> = {
  'access-denied': phrase`Give the job \`permissions: pull-requests: write\`. On pull requests from forks the token can only read.`,
  credentials: phrase`Check \`github-token\`: the token is wrong or has expired.`,
};

/** The Problem behind whatever a call of GitHub's API threw; `what` follows on "GitHub cannot ". */
export function githubProblem(thrown: unknown, what: Phrase): Problem {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as OctokitError;
  const headers = error.response?.headers ?? {};
  const code = isUnreadable(thrown) ? 'unreadable' : codeOf(error, headers);
  return new Problem(code, phrase`GitHub did not allow this step to ${what}.`, {
    remedy: remedies[code] ?? phrase`The report is in the job summary.`,
    said: isUnreadable(thrown) ? 'What came is not an answer of its API.' : error.message,
    cause: thrown,
    retryAfterSeconds: retryAfter(headers),
  });
}

/** Whether an answer lacks what its readers take from it; Octokit throws no such errors. */
function isUnreadable(thrown: unknown): boolean {
  return thrown instanceof TypeError;
}

function codeOf(
  { status, response, message = '' }: OctokitError,
  headers: Readonly<Record<string, string | undefined>>,
): ProblemCode {
  if (!response || status === undefined) return 'unreachable';
  const isLimited = /rate limit/i.test(message) || headers['x-ratelimit-remaining'] === '0';
  if (status === 429 || (status === 403 && isLimited)) return 'throttled';
  if (status === 401) return 'credentials';
  if (status === 403) return 'access-denied';
  if (status === 404 || status === 410) return 'github-not-found';
  return status >= 500 ? 'unavailable' : 'refused';
}

/** By Retry-After, or by the reset of the limit against the answer's own date. */
function retryAfter(headers: Readonly<Record<string, string | undefined>>): number | undefined {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) return seconds;
  if (headers['x-ratelimit-remaining'] !== '0') return undefined;
  const untilReset = Number(headers['x-ratelimit-reset']) - Date.parse(headers.date ?? '') / 1000;
  return untilReset > 0 ? Math.ceil(untilReset) : undefined;
}

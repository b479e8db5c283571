import { durationText } from '../domain/duration.ts';
import { Problem, type ProblemCode } from '../domain/problem.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { throughProxy } from './proxy.ts';
import { remedyOfCertificates } from './wire-words.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** What Octokit throws, as far as it can be relied on; without a response no one answered. */
interface OctokitError {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: Headers };
  /** GraphQL answers its errors with HTTP 200. */
  readonly errors?: readonly { readonly type?: string }[];
  readonly headers?: Headers;
}

const inTheSummary = phrase`The report is in the job summary.`;

/** GitHub says no more than this where a limit names no time: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const secondsUnlessNamed = 60;

/** The Problem behind whatever a call of GitHub's API threw; `what` follows on "did not allow this step to ". */
export function githubProblem(thrown: unknown, what: Phrase, proxy?: string): Problem {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as OctokitError;
  const headers = error.response?.headers ?? error.headers ?? {};
  const code = isUnreadable(thrown, headers) ? 'unreadable' : codeOf(error, headers);
  const retryAfterSeconds =
    retryAfter(headers) ?? (code === 'throttled' ? secondsUnlessNamed : undefined);
  return new Problem(
    code,
    messageOf(code, what, { status: error.status, retryAfterSeconds, proxy }),
    {
      remedy: remedyOf(code, error),
      said: code === 'unreadable' ? whatCame(error) : error.message,
      cause: thrown,
      retryAfterSeconds,
    },
  );
}

/**
 * Whether an answer lacks what its readers take from it; Octokit throws no such errors. Refusals of
 * GitHub's API are JSON: another one is a proxy's. Where GitHub itself fails, it sends pages too.
 */
function isUnreadable(thrown: unknown, headers: Headers): boolean {
  if (thrown instanceof TypeError) return true;
  const status = Number(Object(thrown).status);
  return status >= 300 && status < 500 && /^text\//.test(headers['content-type'] ?? '');
}

function whatCame({ status }: OctokitError): string {
  const by = status === undefined ? '' : `, with HTTP ${status},`;
  return `What came${by} is not an answer of its API.`;
}

function codeOf(error: OctokitError, headers: Headers): ProblemCode {
  const { status, response, errors, message = '' } = error;
  if (errors && status === undefined) {
    return errors.some(({ type }) => type === 'RATE_LIMITED') ? 'throttled' : 'refused';
  }
  if (!response || status === undefined) return 'unreachable';
  if (status === 429 || (status === 403 && isLimit(message, headers))) return 'throttled';
  if (status === 401) return 'credentials';
  if (status === 403) return 'access-denied';
  if (status === 404 || status === 410) return 'github-not-found';
  return status >= 500 || status === 408 ? 'unavailable' : 'refused';
}

/** Limits are told by a status that they share with refusals; the oldest words are "abuse detection". */
function isLimit(message: string, headers: Headers): boolean {
  return (
    /rate limit|abuse detection/i.test(message) ||
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0'
  );
}

function messageOf(
  code: ProblemCode,
  what: Phrase,
  {
    status = 0,
    retryAfterSeconds = 0,
    proxy,
  }: Readonly<Partial<Record<'status' | 'retryAfterSeconds', number | undefined>>> & {
    readonly proxy: string | undefined;
  },
): Phrase {
  switch (code) {
    case 'throttled':
      return phrase`GitHub's rate limit did not allow this step to ${what}: it asks to wait ${durationText(retryAfterSeconds)}.`;
    case 'unavailable':
      return phrase`GitHub failed to answer, with HTTP ${status}, when this step was to ${what}.`;
    case 'unreachable':
      return phrase`GitHub could not be reached${throughProxy(proxy)}, or did not answer in time, when this step was to ${what}.`;
    case 'unreadable':
      return phrase`GitHub's API did not answer${throughProxy(proxy)}, when this step was to ${what}.`;
    default:
      return phrase`GitHub did not allow this step to ${what}.`;
  }
}

/** Only the words about the token itself are about permissions: a 403 may have many other reasons. */
function remedyOf(code: ProblemCode, { message = '', status }: OctokitError): Phrase {
  if (code === 'credentials')
    return phrase`Check \`github-token\`: the token is wrong or has expired.`;
  if (code === 'unreachable' && /certificate/i.test(message)) return remedyOfCertificates;
  if (status === 404) {
    return phrase`Check \`pull-request\`, if it is set, and what \`github-token\` may read: GitHub answers the same where a token may not. ${inTheSummary}`;
  }
  if (code !== 'access-denied') return inTheSummary;
  if (/not accessible by personal access token/i.test(message)) {
    return phrase`Give the token of \`github-token\` write access to pull requests of this repository.`;
  }
  if (/not accessible by integration/i.test(message)) {
    return phrase`Give the job \`permissions: pull-requests: write\`. On pull requests from forks the token can only read.`;
  }
  return phrase`GitHub's own words say what is in the way. ${inTheSummary}`;
}

/** By Retry-After, in seconds or as a date, or by the reset of the limit; both against the answer's own date. */
function retryAfter(headers: Headers): number | undefined {
  const asked = headers['retry-after'];
  const now = Date.parse(headers.date ?? '') / 1000;
  if (asked !== undefined) {
    const seconds = Number.isNaN(Number(asked)) ? Date.parse(asked) / 1000 - now : Number(asked);
    if (seconds > 0) return Math.ceil(seconds);
  }
  if (headers['x-ratelimit-remaining'] !== '0') return undefined;
  const untilReset = Number(headers['x-ratelimit-reset']) - now;
  return untilReset > 0 ? Math.ceil(untilReset) : undefined;
}

/** The answer; undefined where GitHub has not what was asked for. */
export async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((problem) => {
    if (problem.code === 'github-not-found') return undefined;
    throw problem;
  });
}

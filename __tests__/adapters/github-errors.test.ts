import { describe, expect, it } from '@jest/globals';
import { githubProblem } from '../../src/adapters/github-errors.ts';
import { inLog } from '../../src/domain/text/log.ts';
import { phrase } from '../../src/domain/text/phrase.ts';

it('an answer that is not of the API is trouble that passes, told in no words of a crash', () => {
  const answer = { message: 'ok' } as unknown as readonly string[];
  const read = () => answer.map(String);
  expect(read).toThrow(TypeError);
  try {
    read();
  } catch (thrown) {
    const problem = githubProblem(thrown, phrase`read comments`);
    expect(problem).toMatchObject({
      code: 'unreadable',
      message: "GitHub's API did not answer, when this step was to read comments.",
      said: 'What came is not an answer of its API.',
    });
  }
});

/** As Octokit throws what GitHub answers. */
function answered(status: number, message: string, headers: Record<string, string> = {}) {
  const date = 'Mon, 02 Mar 2026 09:00:00 GMT';
  const thrown = Object.assign(new Error(message), {
    status,
    response: { headers: { date, ...headers } },
  });
  return githubProblem(thrown, phrase`write a comment`, 'http://proxy.example.com:3128');
}

describe("a refusal is told by GitHub's own sentence, and only one about the token asks for permissions", () => {
  it.each([
    'Unable to create comment because issue is locked.',
    'Repository was archived so is read-only.',
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
  ])('%s', (sentence) => {
    const { code, said, remedy } = answered(403, sentence);
    expect({ code, said }).toEqual({ code: 'access-denied', said: sentence });
    expect(inLog(remedy)).toContain("GitHub's own words say what is in the way.");
    expect(inLog(remedy)).not.toContain('permissions');
  });

  it.each([
    ['Resource not accessible by integration', '`permissions: pull-requests: write`'],
    ['Resource not accessible by personal access token', 'Give the token of `github-token`'],
  ])('%s', (sentence, remedy) => {
    expect(inLog(answered(403, sentence).remedy)).toContain(remedy);
  });
});

it('a page of a proxy is trouble that passes, and none of it is told', () => {
  const page = '<html>Blocked by policy</html>';
  const problem = answered(403, page, { 'content-type': 'text/html; charset=utf-8' });
  expect(problem).toMatchObject({
    code: 'unreadable',
    passes: true,
    message:
      "GitHub's API did not answer through the proxy http://proxy.example.com:3128, when this step was to write a comment.",
    said: 'What came, with HTTP 403, is not an answer of its API.',
  });
  expect(inLog(problem.remedy)).toBe('The report is in the job summary.');
  expect(answered(502, page, { 'content-type': 'text/html' }).code).toBe('unavailable');
});

it('what GitHub does not find may be what it does not show', () => {
  const { code, remedy } = answered(404, 'Not Found');
  expect(code).toBe('github-not-found');
  expect(inLog(remedy)).toContain(
    'Check `pull-request`, if it is set, and what `github-token` may read',
  );
});

describe('a limit is waited for as long as GitHub asks', () => {
  const abuse = 'You have triggered an abuse detection mechanism.';
  const primary = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1772442090' };
  it.each([
    ['by Retry-After, in the oldest words', 403, abuse, { 'retry-after': '30' }, 30],
    ['by Retry-After as a date', 429, '', { 'retry-after': 'Mon, 02 Mar 2026 09:00:45 GMT' }, 45],
    ['by the reset of the primary limit', 403, 'API rate limit exceeded', primary, 90],
    ['a minute, where it names no time', 403, 'You have exceeded a secondary rate limit.', {}, 60],
  ])('%s', (_, status, message, headers, retryAfterSeconds) => {
    const problem = answered(status, message, headers as Record<string, string>);
    expect(problem).toMatchObject({ code: 'throttled', retryAfterSeconds, passes: true });
  });

  it('also where GraphQL tells it, with HTTP 200', () => {
    const thrown = Object.assign(new Error('API rate limit exceeded'), {
      errors: [{ type: 'RATE_LIMITED' }],
      headers: { 'retry-after': '20' },
    });
    const problem = githubProblem(thrown, phrase`read its own identity`);
    expect(problem).toMatchObject({ code: 'throttled', retryAfterSeconds: 20 });
  });
});

it('a GitHub that cannot be reached is told with the proxy on the way', () => {
  const thrown = Object.assign(new Error('connect ECONNREFUSED'), { status: 500 });
  const problem = githubProblem(thrown, phrase`write a comment`, 'http://proxy.example.com:3128');
  expect(problem.code).toBe('unreachable');
  expect(problem.message).toContain('through the proxy http://proxy.example.com:3128');
});

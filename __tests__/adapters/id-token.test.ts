import { describe, expect, it } from '@jest/globals';
import { claimsOf, freshToken } from '../../src/adapters/id-token.ts';
import type { Clock } from '../../src/ports.ts';
import { saying } from '../saying.ts';

/** Time that passes at once, or never. */
const atOnce: Clock = { now: () => 0, sleep: () => Promise.resolve() };
const never: Clock = { now: () => 0, sleep: () => new Promise(() => {}) };

/** What the toolkit says of a status; without one no one answered. */
function said(status: number | undefined): Error {
  return new Error(
    `Error message: Failed to get ID Token. \n \n        Error Code : ${status}\n \n        Error Message: no`,
  );
}

function failing(error: Error, clock = never): Promise<string> {
  return freshToken('sts.amazonaws.com', { ask: () => Promise.reject(error), clock });
}

describe('a token of the job', () => {
  it('is asked for with its audience', async () => {
    const ask = async (audience: string) => `token for ${audience}`;
    expect(await freshToken('somebody', { ask, clock: never })).toBe('token for somebody');
  });

  it.each([
    [500, 'unavailable'],
    [503, 'unavailable'],
    [429, 'unavailable'],
    [undefined, 'unreachable'],
    [403, 'credentials'],
  ])('%s is %s', async (status, code) => {
    await expect(failing(said(status))).rejects.toMatchObject({ code });
  });

  it('that may not be asked for says what to permit', async () => {
    const error = new Error(
      'Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable',
    );
    await expect(failing(error)).rejects.toMatchObject({
      code: 'credentials',
      remedy: saying(
        'Give the job `permissions: id-token: write`. A pull request from a fork never gets such a token.',
      ),
    });
  });

  it('that never comes is not waited for', async () => {
    const token = freshToken('x', { ask: () => new Promise(() => {}), clock: atOnce });
    await expect(token).rejects.toMatchObject({
      code: 'unreachable',
      said: 'There was no complete answer within 15 s.',
    });
  });

  it('tells its claims', () => {
    const payload = { sub: 'repo:a/b:ref:refs/heads/main', aud: 'sts', iss: 'https://x', jti: '1' };
    const part = Buffer.from(JSON.stringify(payload)).toString('base64url');
    expect(claimsOf(`h.${part}.s`)).toEqual({
      subject: payload.sub,
      audience: 'sts',
      issuer: 'https://x',
    });
  });

  it.each(['', 'no token', 'a.b.c', 'a.bnVsbA.c', `a.${btoa('{"sub":7}')}.c`])(
    '%j tells nothing',
    (token) => {
      expect(claimsOf(token)).toEqual({
        subject: undefined,
        audience: undefined,
        issuer: undefined,
      });
    },
  );
});

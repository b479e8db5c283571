import type { Server } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday, SimulatedClock } from '../../simulator/clock.ts';
import { GitHub } from '../../simulator/github/github.ts';
import { listen, urlOf } from '../../simulator/http.ts';

let clock: SimulatedClock;
let github: GitHub;
let server: Server;
beforeEach(async () => {
  clock = new SimulatedClock();
  github = new GitHub(clock);
  github.addPullRequest({ number: 42 });
  server = await listen([github]);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const comments = '/repos/acme/fraud/issues/42/comments';

async function ask(method: string, path = comments, signal?: AbortSignal): Promise<Response> {
  return fetch(urlOf(server) + path, {
    method,
    headers: { authorization: `Bearer ${github.token}` },
    ...(method !== 'GET' && { body: '{"body":"Hello"}' }),
    ...(signal && { signal }),
  });
}

describe('faults that are answers', () => {
  it.each([
    [{ kind: 'forbidden' }, 403, 'Resource not accessible by integration'],
    [{ kind: 'not-found' }, 404, 'Not Found'],
    [{ kind: 'validation-failed' }, 422, 'Validation Failed'],
    [{ kind: 'server-error', status: 502 }, 502, 'Server Error'],
    [{ kind: 'server-error', status: 503 }, 503, 'No server is currently available'],
  ] as const)('%j', async (fault, status, message) => {
    github.addFault(fault);
    const response = await ask('GET');
    expect(response.status).toBe(status);
    expect(((await response.json()) as { message: string }).message).toContain(message);
  });

  it('say when to come back', async () => {
    github.addFault({ kind: 'too-many-requests', retryAfterSeconds: 7, calls: 1 });
    github.addFault({ kind: 'secondary-rate-limit', retryAfterSeconds: 60, calls: 2 });
    github.addFault({ kind: 'primary-rate-limit', resetAfterSeconds: 1200, calls: 3 });
    const [first, second, third] = [await ask('GET'), await ask('GET'), await ask('GET')];
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7']);
    expect([second.status, second.headers.get('retry-after')]).toEqual([403, '60']);
    expect(third.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(third.headers.get('x-ratelimit-reset')).toBe(String(monday / 1000 + 1200));
  });
});

describe('which requests a fault strikes', () => {
  it('can be those of a method and a path', async () => {
    github.addFault({ kind: 'not-found', method: 'POST', path: '/issues/*/comments' });
    expect((await ask('GET')).status).toBe(200);
    expect((await ask('POST')).status).toBe(404);
    expect((await ask('POST', `/api/v3${comments}`)).status).toBe(404);
  });

  it('can be some of them, counted', async () => {
    github.addFault({ kind: 'not-found', calls: [2, 3] });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask('GET')).status);
    expect(statuses).toEqual([200, 404, 404, 200]);
  });

  it('can be those of a time', async () => {
    github.addFault({
      kind: 'server-error',
      status: 500,
      from: monday + 1000,
      until: monday + 2000,
    });
    const statuses = [];
    for (const at of [0, 1000, 2000]) {
      clock.advanceTo(monday + at);
      statuses.push((await ask('GET')).status);
    }
    expect(statuses).toEqual([200, 500, 200]);
  });
});

async function untilHeard(calls: number): Promise<void> {
  while (github.requests.length < calls) await setImmediate();
}

describe('faults of the connection', () => {
  it('break it before the effect, or after', async () => {
    github.addFault({ kind: 'reset', method: 'POST', calls: 1 });
    github.addFault({ kind: 'lost-answer', method: 'POST', calls: 2 });
    await expect(ask('POST')).rejects.toThrow('fetch failed');
    expect(github.comments(42)).toHaveLength(0);
    await expect(ask('POST')).rejects.toThrow('fetch failed');
    expect(github.comments(42)).toHaveLength(1);
  });

  it('never answer, or answer late in simulated time', async () => {
    github.addFault({ kind: 'hang', calls: 1 });
    const patience = new AbortController();
    const unanswered = ask('GET', comments, patience.signal);
    await untilHeard(1);
    patience.abort();
    await expect(unanswered).rejects.toThrow();
    github.addFault({ kind: 'slow', seconds: 30, calls: 1 });
    let status: number | undefined;
    const asking = ask('GET').then((answer) => {
      status = answer.status;
    });
    await untilHeard(2);
    clock.advanceTo(monday + 29_000);
    await ask('GET');
    expect(status).toBeUndefined();
    clock.advanceTo(monday + 30_000);
    await asking;
    expect(status).toBe(200);
  });
});

describe('faults of a body', () => {
  it('take effect, and let half of it come, or a byte a second', async () => {
    github.addFault({ kind: 'stalled-answer', method: 'POST' });
    const waiting = new AbortController();
    const response = await ask('POST', comments, waiting.signal);
    expect(response.status).toBe(201);
    expect(github.comments(42)).toHaveLength(1);
    waiting.abort();
    await expect(response.text()).rejects.toThrow('aborted');

    github.addFault({ kind: 'dripping-answer', method: 'GET' });
    const dripping = (await ask('GET')).text();
    let text: string | undefined;
    dripping.then((body) => {
      text = body;
    });
    for (let second = 1; text === undefined; second += 1) {
      clock.advanceTo(monday + 1000 * second);
      await setImmediate();
    }
    expect(text).toContain('"body":"Hello"');
    expect(clock.now() - monday).toBeGreaterThan(400_000);
  });
});

describe('a comment', () => {
  it('can be deleted just before it is edited', async () => {
    const { id } = github.addComment({ pullRequest: 42, body: 'Here' });
    github.addFault({ kind: 'comment-deleted', method: 'PATCH' });
    expect((await ask('PATCH', `/repos/acme/fraud/issues/comments/${id}`)).status).toBe(404);
    expect(github.comments(42)).toEqual([]);
  });
});

describe('what was asked', () => {
  it('is remembered, with what became of it', async () => {
    github.addFault({ kind: 'reset', calls: 3 });
    await ask('GET', `${comments}?page=2`);
    clock.advanceTo(monday + 5000);
    await ask('POST');
    await ask('GET', '/repos/acme/fraud/deployments').catch(() => undefined);
    expect(github.requests).toEqual([
      { at: monday, method: 'GET', path: `${comments}?page=2`, status: 200 },
      { at: monday + 5000, method: 'POST', path: comments, body: { body: 'Hello' }, status: 201 },
      { at: monday + 5000, method: 'GET', path: '/repos/acme/fraud/deployments', status: 'reset' },
    ]);
  });
});

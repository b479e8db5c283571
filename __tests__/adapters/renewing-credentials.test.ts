import { describe, expect, it } from '@jest/globals';
import { RenewingCredentials } from '../../src/adapters/renewing-credentials.ts';
import type { Clock } from '../../src/ports.ts';

/** A clock that stands still, and a source that numbers what it gives. */
function world(secondsOf: (nth: number) => number | undefined) {
  let now = Date.parse('2026-03-02T09:00:00Z');
  let asked = 0;
  let isBroken = false;
  const secrets: string[] = [];
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };
  const credentials = new RenewingCredentials(
    async () => {
      asked += 1;
      if (isBroken) throw new Error('No one answers');
      const seconds = secondsOf(asked);
      return {
        accessKeyId: `key-${asked}`,
        secretAccessKey: `secret-${asked}`,
        sessionToken: `token-${asked}`,
        ...(seconds !== undefined && { expiration: new Date(now + seconds * 1000) }),
      };
    },
    clock,
    (secret) => secrets.push(secret),
  );
  return {
    secrets,
    credentials,
    key: async () => (await credentials.provider()).accessKeyId,
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
    setBroken: (broken: boolean) => {
      isBroken = broken;
    },
    asked: () => asked,
  };
}

describe('credentials', () => {
  it('are kept until five minutes before they end', async () => {
    const { key, pass, secrets } = world(() => 3600);
    expect(await key()).toBe('key-1');
    pass(3299);
    expect(await key()).toBe('key-1');
    pass(1);
    expect(await key()).toBe('key-2');
    expect(secrets).toEqual(['secret-1', 'token-1', 'key-1', 'secret-2', 'token-2', 'key-2']);
  });

  it('of a session of seconds are kept for half of them', async () => {
    const { key, pass } = world(() => 10);
    expect(await key()).toBe('key-1');
    pass(4);
    expect(await key()).toBe('key-1');
    pass(1);
    expect(await key()).toBe('key-2');
  });

  it('that are asked for by several at once are asked for once', async () => {
    const { key, asked } = world(() => 3600);
    expect(await Promise.all([key(), key(), key()])).toEqual(['key-1', 'key-1', 'key-1']);
    expect(asked()).toBe(1);
  });

  it('that do not say when they end are kept until they are refused', async () => {
    const { key, pass, credentials } = world(() => undefined);
    await key();
    pass(86_400);
    expect(await key()).toBe('key-1');
    expect(await credentials.renew()).toBe(true);
    expect(await key()).toBe('key-2');
  });

  it('still serve where an early renewal fails, which is tried again half a minute later', async () => {
    const { key, pass, asked, setBroken } = world(() => 3600);
    await key();
    setBroken(true);
    pass(3400);
    expect(await key()).toBe('key-1');
    pass(29);
    expect(await key()).toBe('key-1');
    expect(asked()).toBe(2);
    pass(1);
    setBroken(false);
    expect(await key()).toBe('key-3');
  });

  it('that have ended are not handed out: the failure to renew them is thrown', async () => {
    const { key, pass, setBroken } = world(() => 3600);
    await key();
    setBroken(true);
    pass(3600);
    await expect(key()).rejects.toThrow('No one answers');
  });
});

it('a source that has nothing new says so', async () => {
  const same = { accessKeyId: 'key', secretAccessKey: 'secret' };
  const clock: Clock = { now: () => 0, sleep: () => Promise.resolve() };
  const credentials = new RenewingCredentials(
    async () => ({ ...same }),
    clock,
    () => {},
  );
  await credentials.provider();
  expect(await credentials.renew()).toBe(false);
});

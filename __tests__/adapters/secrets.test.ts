import { describe, expect, it } from '@jest/globals';
import { Secrets } from '../../src/adapters/secrets.ts';

const key = 'wJalrXUtnFEMI/K7MDENG+bPxRfi=EXAMPLE';

function redacted(text: string, secret = key): string {
  const secrets = new Secrets();
  expect(secrets.remember(secret)).toBe(true);
  return secrets.redacted(text);
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const byCode = (one: (code: number) => string) =>
  key.replaceAll(/[^A-Za-z0-9]/g, (sign) => one(sign.charCodeAt(0)));

/** What a service may make of a key that it quotes. */
const quoted: Readonly<Record<string, string>> = {
  'as it is': key,
  'percent-encoded': encodeURIComponent(key),
  'percent-encoded in lower case': encodeURIComponent(key).toLowerCase(),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(key)),
  'with escaped slashes': key.replaceAll('/', '\\/'),
  'with Unicode escapes': byCode((code) => `\\u${code.toString(16).padStart(4, '0')}`),
  'with decimal entities': byCode((code) => `&#${code};`),
  'with hexadecimal entities': byCode((code) => `&#x${code.toString(16).toUpperCase()};`),
  'with named entities': key.replace('/', '&sol;').replace('+', '&plus;').replace('=', '&equals;'),
  'in base64url signs': key.replace('/', '_').replace('+', '-'),
  'over two lines': `${key.slice(0, 20)}\n  ${key.slice(20)}`,
  'over two lines of JSON': `${key.slice(0, 5)}\\r\\n${key.slice(5)}`,
};

describe('a secret is left out of every text', () => {
  it.each(Object.entries(quoted))('%s', (_, text) => {
    expect(redacted(`a ${text} b ${text}`)).toBe('a *** b ***');
  });

  it.each([0, 1, 2])('in base64, %i bytes after the alignment', (before) => {
    for (const after of ['', 'y', 'yz', 'yzz']) {
      const text = base64('x'.repeat(before) + key + after);
      for (const written of [text, text.replaceAll('+', '-').replaceAll('/', '_')]) {
        const shown = redacted(`a ${written} b`);
        expect(shown).toMatch(/^a .{0,3}\*\*\*.{0,8} b$/);
      }
    }
  });

  it('where a text was cut within it, but for a few signs', () => {
    expect(redacted(`${key.slice(0, 15)}…`)).toBe('***…');
    expect(redacted(`${key.slice(0, 11)}…`)).toBe(`${key.slice(0, 11)}…`);
  });

  it('and others of it stay: only its own length is hidden', () => {
    expect(redacted(`${key}${key}!`)).toBe('******!');
    expect(redacted(`${key.slice(0, 14)} and more`)).toBe('*** and more');
  });
});

describe('what is not known', () => {
  it('is hidden where its form tells it', () => {
    const secrets = new Secrets();
    const tokens = ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBv.c2ln', `ghs_${'a1'.repeat(18)}`];
    for (const token of tokens) expect(secrets.redacted(`a ${token}, b`)).toBe('a ***, b');
  });

  it('is left alone where it is too short to be a secret', () => {
    const secrets = new Secrets();
    expect([secrets.remember('test'), secrets.remember('')]).toEqual([false, false]);
    expect(secrets.redacted('a test')).toBe('a test');
  });
});

it('a long report is read in a moment', () => {
  const secrets = new Secrets();
  for (let at = 0; at < 8; at += 1) secrets.remember(`${at}${'FwoGZXIvYXdz'.repeat(60)}`);
  const report = 'FwoGZXIvYXd FwoGZXIvYX the quick brown fox '.repeat(6_000);
  const start = process.hrtime.bigint();
  expect(secrets.redacted(report)).toBe(report);
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(10_000);
});

import { describe, expect, it } from '@jest/globals';
import { rememberSecretsOf } from '../../src/adapters/environment-secrets.ts';
import { Secrets } from '../../src/adapters/secrets.ts';
import { inHtml } from '../../src/domain/text/markdown.ts';
import { phrase } from '../../src/domain/text/phrase.ts';

const key = '/wJalrXUtnFEMI/K7MDENG+bPxRfi=EXAMPLE';

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
  'with named entities': key
    .replaceAll('/', '&sol;')
    .replace('+', '&plus;')
    .replace('=', '&equals;'),
  'in base64url signs': key.replaceAll('/', '_').replace('+', '-'),
  'over two lines': `${key.slice(0, 20)}\n  ${key.slice(20)}`,
  'with slashes escaped several times': key.replaceAll('/', '\\\\\\/'),
  'with escapes of a script': byCode((code) => `\\x${code.toString(16)}`),
  'with octal escapes': byCode((code) => `\\0${code.toString(8)}`),
  'as mail quotes it': byCode((code) => `=${code.toString(16).toUpperCase()}`),
  'in hexadecimal': Buffer.from(key).toString('hex'),
  'over two lines, far to the right': `${key.slice(0, 20)}\n            ${key.slice(20)}`,
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

  it.each(Object.entries(quoted))('that is HTML, each sign by its number: %s', (_, text) => {
    const html = inHtml(phrase`a ${text} b`).text;
    expect(redacted(html)).toBe('a <code>***</code> b');
  });

  it.each(Object.entries(quoted))('of which the JSON can be read on: %s', (_, text) => {
    const shown = redacted(JSON.stringify({ text: `a\n${text}`, next: `\\${text}` }));
    expect(JSON.parse(shown)).toMatchObject({ text: 'a\n***' });
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

const token = `ghs_${'a1'.repeat(18)}`;
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2ln';
const session = `IQoJb3JpZ2luX2VjE${'aB3/+'.repeat(60)}`;
/** Texts, and what is left of them. */
const recognisable: Readonly<Record<string, readonly [string, string]>> = {
  'a token of GitHub': [`a ${token}, b`, 'a ***, b'],
  'a token of GitHub that holds a JSON Web Token': [`a ghs_123_${jwt}, b`, 'a ***, b'],
  'a JSON Web Token': [`a ${jwt}, b`, 'a ***, b'],
  'a token after a word': [`token_${jwt}`, 'token_***'],
  'a token on a line of its own, in JSON': [JSON.stringify(`a\n${jwt}\n`), '"a\\n***\\n"'],
  'a session token': [`a ${session} b`, 'a *** b'],
  'a session token, percent-encoded': [`a ${encodeURIComponent(session)} b`, 'a *** b'],
  'a token in base64': [JSON.stringify(`a\n${base64(jwt)}`), '"a\\n***"'],
  'a login in base64': [`a ${base64(`x-access-token:${token}`)} b`, 'a *** b'],
  'a header': ['"authorization: Bearer abcdefghijk0123456789"', '"authorization: Bearer ***"'],
  'a signed request': [
    'GET /?X-Amz-Signature=0123456789abcdef0123&X-Amz-Security-Token=abc%2Fdefghijklmnopqrs',
    'GET /?X-Amz-Signature=***&X-Amz-Security-Token=***',
  ],
  'a member of JSON': [
    '{"SecretAccessKey":"fresh/ABCDEF+0123456789"}',
    '{"SecretAccessKey":"***"}',
  ],
  'an element of XML': ['<SessionToken>fresh/ABCDEF+0123456789</', '<SessionToken>***</'],
};

describe('what is not known', () => {
  it.each(Object.entries(recognisable))(
    'is hidden where its form tells it: %s',
    (_, [text, left]) => {
      expect(new Secrets().redacted(text)).toBe(left);
    },
  );

  it.each([
    'arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/fraud-prod-0123456789abcdef',
    '123456789012.dkr.ecr.us-east-1.amazonaws.com/model@sha256:0123456789abcdef0123456789abcdef',
    'The session token of this job has ended: basic understanding of credentials is not enough',
    's3://models/fraud/2026-02-01/0123456789abcdef0123456789abcdef/model.tar.gz',
  ])('is told where it is no secret: %s', (text) => {
    expect(new Secrets().redacted(text)).toBe(text);
  });

  it('is left alone where it is too short to be a secret', () => {
    const secrets = new Secrets();
    expect([secrets.remember('test'), secrets.remember('')]).toEqual([false, false]);
    expect(secrets.redacted('a test')).toBe('a test');
  });
});

it('each line of a secret of several lines is hidden', () => {
  expect(
    redacted('a secondHALFofTHEkey0123 b', 'firstHALFofTHEkey0123\nsecondHALFofTHEkey0123'),
  ).toBe('a *** b');
});

it('the variables of a job hold secrets by their names: keys, tokens, and the login of a proxy', () => {
  const secrets = new Secrets();
  rememberSecretsOf(
    {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: key,
      'INPUT_GITHUB-TOKEN': 'a-token-of-some-form',
      AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/a/web/token',
      https_proxy: 'http://squid:s%40rdine5@proxy.test:3128',
      NO_PROXY: 'localhost',
    },
    secrets,
  );
  const shown = ['AKIAIOSFODNN7EXAMPLE', '/var/run/a/web/token', 'localhost', 'proxy.test'];
  for (const text of shown) expect(secrets.redacted(text)).toBe(text);
  const hidden = [key, 'a-token-of-some-form', 's@rdine5', 's%40rdine5'];
  for (const text of hidden) expect(secrets.redacted(text)).toBe('***');
  expect(secrets.redacted(base64('squid:s@rdine5'))).not.toContain(base64('s@rdine5').slice(2, -4));
});

it.each(['FwoGZXIvYXd FwoGZXIvYX the quick brown fox ', '\\', '/ ', '%25', 'eyJ', 'QUJD'])(
  'a long text that is almost a secret, again and again, is read in a moment: %j',
  (piece) => {
    const secrets = new Secrets();
    for (let at = 0; at < 8; at += 1) secrets.remember(`/${at}${'FwoGZXIvYXdz/'.repeat(60)}`);
    const text = piece.repeat(64_000 / piece.length);
    // Of the processor: others may use it too.
    const start = process.cpuUsage();
    expect(secrets.redacted(text)).toBe(text);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
  },
);

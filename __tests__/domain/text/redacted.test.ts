import { describe, expect, it } from '@jest/globals';
import { redacted } from '../../../src/domain/text/redacted.ts';

/** What a program may log, and the part of it that no one is to see. */
const secrets: readonly (readonly [text: string, secret: string])[] = [
  ['aws_access_key_id=AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
  ['using AKIAIOSFODNN7EXAMPLE now', 'AKIAIOSFODNN7EXAMPLE'],
  ['aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'wJalrXUtnFEMI'],
  ['it is wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY here', 'wJalrXUtnFEMI'],
  ['Authorization: Bearer abcdefghijklmnop', 'abcdefgh'],
  ['authorization: Basic dXNlcjpwYXNz', 'dXNlcjpw'],
  ['sent Bearer abcdefghijkLmnop', 'abcdefgh'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJmcmF1ZCJ9.c2lnbmF0dXJl', 'eyJzdWIi'],
  ['postgres://fraud:hunter2@db.internal/fraud', 'hunter2'],
  ['redis://:hunter2@cache:6379', 'hunter2'],
  ['fraud:hunter2@db.internal', 'hunter2'],
  ['password=hunter2', 'hunter2'],
  ['PASSWORD : hunter2', 'hunter2'],
  ['"password": "hunter two"', 'hunter'],
  ["{'db_password': 'hunter2', 'host': 'db'}", 'hunter2'],
  ['{\\"password\\":\\"hunter2\\"}', 'hunter2'],
  ['PGPASSWORD => hunter2', 'hunter2'],
  ['--password hunter2', 'hunter2'],
  ['--api-key=hunter2', 'hunter2'],
  ['Server=db;Pwd=hunter2;', 'hunter2'],
  ['AccountKey=abc123==;EndpointSuffix=x', 'abc123'],
  ['Set-Cookie: session=abcdef; other=xyz', 'xyz'],
  ['https://b.s3.amazonaws.com/m?X-Amz-Signature=abcdef0123456789', 'abcdef0123'],
  ['X-Amz-Signature=0123456789abcdef0123456789abcdef', '0123456789abcdef'],
  ['-----BEGIN RSA PRIVATE KEY----- MIIEpAIBAAKCAQEA7', 'MIIEp'],
  ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '16C7e42'],
  ['hf_AbCdEfGhIjKlMnOpQrStUvWxYz012345', 'AbCdEf'],
  ['glpat-abcdefghijklmnopqrst', 'abcdefghij'],
  ['xoxb-123456789012-abcdefghij', '123456789012'],
  ['https://hooks.slack.com/services/T0000/B0000/XXXXXXXX', 'XXXXXXXX'],
  ['MIIEpAIBAAKCAQEA7bq3LkQzZ0y3m4n5o6p7q8r9s0t1u2v3w4x5y6z7A8B9C0D1', 'MIIEp'],
  ['password    =     hunter2', 'hunter2'],
  ['password=hun&ter2', 'ter2'],
  ['password=hun(ter2', 'ter2'],
  ['password=hun,ter2', 'ter2'],
  ["password=hun'ter2", 'ter2'],
  ["password=b'hunter two'", 'two'],
  ['password="hunter two', 'two'],
  ['passwords: ["hunter2", "second"]', 'second'],
  ['SECRET_KEY = "django-insecure-abc"', 'insecure'],
  ["'SecretString': 'hunter2'", 'hunter2'],
  ['?sv=2020&sig=abc%2Fdef%3D', 'abc%2F'],
  ['<password>hunter2</password>', 'hunter2'],
  ['<add key="password" value="hunter2"/>', 'hunter2'],
  ['{"name": "DB_PASSWORD", "value": "hunter2"}', 'hunter2'],
  ['{\\"name\\":\\"DB_PASSWORD\\",\\"value\\":\\"hunter2\\"}', 'hunter2'],
  ['the password is hunter2', 'hunter2'],
  ['Password "hunter" rejected', 'hunter'],
  ["CREATE USER fraud IDENTIFIED BY 'hunter'", "'hunter"],
  ['curl -u fraud:hunter2 https://db.internal', 'hunter2'],
  ['-----BEGIN PGP PRIVATE KEY BLOCK----- lQOYBF', 'lQOYBF'],
  ['ya29.a0AfH6SMBabcdefghijk', 'a0AfH6'],
  ['GOCSPX-abcdefghijklmnop', 'abcdef'],
  ['SG.abcdefghijklmnop.abcdefghijklmnop', 'abcdef'],
  ['dckr_pat_abcdefghijklmnop', 'abcdef'],
  ['nvapi-abcdefghijklmnop', 'abcdef'],
  ['gsk_abcdefghijklmnop', 'abcdef'],
  ['key 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', '9f86d081'],
];

describe('what a program logs is shown without secrets', () => {
  it.each(secrets)('%s', (text, secret) => {
    expect(text).toContain(secret);
    for (const line of [text, `x ${text}`, `[1] ERROR: ${text} y`]) {
      expect(redacted(line)).not.toContain(secret);
      expect(redacted(line)).toMatch(/\*\*\*|…/);
    }
  });

  it.each([
    "ImportError: cannot import name 'Qwen2_5_VLForConditionalGeneration' from 'transformers'",
    '  File "/opt/conda/lib/python3.10/site-packages/transformers/models/auto/modeling_auto.py", line 12',
    'ImportError: libGL.so.1: cannot open shared object file: No such file or directory',
    'torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 14.76 GiB)',
    "KeyError: 'token'",
    'exec /usr/bin/serve: exec format error',
    "OSError: [Errno 28] No space left on device: '/tmp/pytorch_model-00001-of-00002.safetensors'",
    'size mismatch for model.embed_tokens.weight: copying a param with shape torch.Size([32000])',
    'Basic authentication failed',
    'FATAL: password authentication failed for user "fraud"',
    "TypeError: forward() got an unexpected keyword argument 'token_type_ids'",
    'ValueError: tokenizer: file not found',
    "ValueError: the token '</s>' is not in the vocabulary",
    'IndexError: token 128009 is out of range',
  ])('and what tells of a failure stays: %s', (line) => {
    expect(redacted(line)).toBe(line);
  });

  it('A line that is made to take long does not.', () => {
    const long = [
      'x.',
      'x:',
      'password',
      '"',
      'pass="',
      'token ',
      '\\"',
      '//',
      'a@:',
      '--p ',
      'a=',
      '<pass',
      'name ',
      'sig',
    ];
    const before = process.cpuUsage().user;
    for (const part of long) redacted(part.repeat(1000 / part.length));
    expect(process.cpuUsage().user - before).toBeLessThan(500_000);
  });
});

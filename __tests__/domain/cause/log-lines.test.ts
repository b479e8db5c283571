import { describe, expect, it } from '@jest/globals';
import { hostileLines } from '../../../simulator/logs/hostile-lines.ts';
import { failurePattern, kindOf } from '../../../src/domain/cause/failure-lines.ts';
import {
  conditionBy,
  lastLines,
  meaningfulLines,
  tellingLine,
} from '../../../src/domain/cause/log-lines.ts';

const logged = (...messages: readonly string[]) =>
  meaningfulLines(messages.map((message, index) => ({ at: 1000 * index, message })));
const textsOf = (...messages: readonly string[]) => logged(...messages).map(({ text }) => text);

describe('lines that tell of a failure', () => {
  it.each([
    ['exited with status 1', 'death'],
    ['[INFO] Container exited with code 137', 'death'],
    ['Backend worker process died.', 'death'],
    ['Worker died, reason: bind', 'death'],
    ['Load model failed: fraud, error: Worker died.', 'death'],
    ['gunicorn.errors.HaltServer: <HaltServer "Worker failed to boot." 3>', 'death'],
    ['exec /usr/bin/serve: exec format error', 'death'],
    ['/start.sh: line 3:    12 Killed', 'death'],
    ['Segmentation fault (core dumped)', 'death'],
    ['Error: ShardCannotStart', 'death'],
    ['Traceback (most recent call last):', 'failure'],
    ['ImportError: libGL.so.1: cannot open shared object file', 'failure'],
    ["ModuleNotFoundError: No module named 'cv2'", 'failure'],
    ['torch.cuda.OutOfMemoryError: CUDA out of memory.', 'failure'],
    ["OSError: [Errno 28] No space left on device: '/tmp/x'", 'failure'],
    ['serve: permission denied', 'failure'],
    ['[CRITICAL] WORKER TIMEOUT (pid:12)', 'failure'],
    ['java.lang.NullPointerException: x', 'failure'],
  ] as const)('%s', (line, kind) => {
    expect(kindOf(line)).toBe(kind);
    const terms = [...failurePattern.matchAll(/\?"([^"]+)"/g)].map(([, term = '']) => term);
    expect(terms.some((term) => line.includes(term))).toBe(true);
  });

  it.each([
    "[WARNING] No module named 'orjson': falling back to the slower json",
    'exited with status 0',
    'Process exit code: 0',
    '[INFO] Shutting down: Master',
    '[INFO] Handling signal: term',
    'Number of errors: 0',
    'UserWarning: this will be an error later',
    'GET /ping HTTP/1.1" 200',
  ])('not: %s', (line) => {
    expect(kindOf(line)).toBe('other');
  });

  it('are found by a pattern that CloudWatch takes.', () => {
    expect(failurePattern.length).toBeLessThanOrEqual(1024);
  });
});

describe('the meaningful lines of a container', () => {
  it('are told once, however often it was started again, at the last time', () => {
    const lines = logged('Starting worker 12', 'exited with status 1', 'Starting worker 13');
    expect(lines).toEqual([
      { at: 1000, text: 'exited with status 1', kind: 'death', times: 1 },
      { at: 2000, text: 'Starting worker 13', kind: 'other', times: 2 },
    ]);
  });

  it('are those of an event of several lines too, without health checks and empty lines', () => {
    const message = 'Traceback (most recent call last):\r\n\n  File "a.py"\nValueError: x';
    const check = '1.2.3.4 - - [x] "GET /ping HTTP/1.1" 200 2 "-" "AHC/2.0"';
    expect(textsOf(check, message, '   ')).toEqual([
      'Traceback (most recent call last):',
      '  File "a.py"',
      'ValueError: x',
    ]);
  });

  it('are cut to a length, and so are their number and an event without end', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `line ${'xyz'.repeat(index % 97)}`);
    expect(textsOf('x'.repeat(300_000))).toEqual([`${'x'.repeat(300)}…`]);
    expect(textsOf(many.join('\n')).length).toBeLessThanOrEqual(200);
    expect(lastLines(logged(...many), 'all').length).toBe(20);
  });

  it('take no time of others, whatever a container logs in the largest answers of CloudWatch', () => {
    const parts = ['x.', 'pass.', 'eyJ', 'a', 'A:', 'session_', 'name:password', '"name":"pass'];
    const before = process.cpuUsage().user;
    for (const part of parts) {
      const events = Array.from({ length: 1000 }, () => part.repeat(1000 / part.length));
      expect(logged(...events)).toHaveLength(1);
    }
    expect(process.cpuUsage().user - before).toBeLessThan(4_000_000);
  });

  it('tell of a failure that all else was logged after', () => {
    const noise = Array.from({ length: 400 }, (_, index) => `${index} ${'xyz '.repeat(249)}`);
    expect(textsOf('ImportError: x', ...noise)[0]).toBe('ImportError: x');
  });

  it('keep the failures where there are too many others', () => {
    const noise = Array.from({ length: 60 }, (_, index) => 'xyz'.repeat(index + 1));
    const kept = lastLines(logged('ImportError: x', ...noise), 'all');
    expect(kept[0]?.text).toBe('ImportError: x');
    expect(kept).toHaveLength(20);
    expect(lastLines(logged('ImportError: x', ...noise), 'failures')).toHaveLength(1);
  });

  it('hold no private key, over however many events it goes', () => {
    const body = 'MIIEpAIBAAKCAQEA7bq3LkQz';
    const key = ['-----BEGIN PRIVATE KEY-----', body, 'short', '-----END PRIVATE KEY-----'];
    expect(textsOf('before', ...key, 'after')).toEqual(['before', '***', 'after']);
    expect(textsOf(['before', ...key, 'after'].join('\n'))).toEqual(['before', '***', 'after']);
  });

  it('hold no private key of PGP either', () => {
    const key = [
      '-----BEGIN PGP PRIVATE KEY BLOCK-----',
      'lQOYBF',
      '-----END PGP PRIVATE KEY BLOCK-----',
    ];
    expect(textsOf('before', ...key, 'after')).toEqual(['before', '***', 'after']);
  });

  it.each([
    '{"private_key":"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----"}',
    '-----BEGIN PRIVATE KEY-----',
    `"-----BEGIN PRIVATE KEY-----\\n${'A1b2'.repeat(400)}\\n-----END PRIVATE KEY-----"`,
  ])(
    'tell of a failure after a key whose end is in the same line, missing or cut off: %#',
    (key) => {
      expect(textsOf(key, 'ValueError: password=hunter2').at(-1)).toBe('ValueError: password=***');
    },
  );

  it('go on after a key without an end', () => {
    const others = Array.from({ length: 300 }, (_, index) => `line ${'xyz'.repeat(index)}`);
    expect(textsOf('-----BEGIN PRIVATE KEY-----', ...others).length).toBeGreaterThan(70);
  });

  it.each([
    ['password:', '  hunter2'],
    ['password: |', '  hunter2', '  second hunter2'],
    ['"password":', '  "hunter2"'],
    ['- name: DB_PASSWORD', '  value: hunter2'],
    ['{', ' "name": "DB_PASSWORD",', '  "value": "hunter2"'],
    ['passwords:', '  - hunter2', '  - hunter2'],
  ])('hold no secret that stands in a line after its name: %s', (...lines) => {
    expect(textsOf(...lines, 'after').join()).not.toContain('hunter2');
    expect(textsOf([...lines, 'after'].join('\n')).join()).not.toContain('hunter2');
    expect(textsOf(...lines, 'after').at(-1)).toBe('after');
  });

  it.each(['pass\u200bword=hunter2', 'password\u001b[31m=hunter2', 'pass\u0000word=hunter2'])(
    'hold no secret whose name is split by what is not seen: %j',
    (line) => expect(textsOf(line)).toEqual(['password=***']),
  );

  it('hold nothing that acts on a terminal, and no secret, whatever is logged', () => {
    const lines = logged(...hostileLines);
    const shown = lines.map(({ text }) => text).join('\n');
    expect(lines.length).toBeGreaterThan(hostileLines.length);
    expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u);
    expect(shown).not.toMatch(/AKIA|wJalr|eyJ|hunter2|\[31m|\]8;;/);
    expect(shown.isWellFormed()).toBe(true);
  });
});

describe('what the lines tell', () => {
  it('is the exception rather than that there was one, or that it ended', () => {
    const lines = logged(
      'Traceback (most recent call last):',
      'ImportError: x',
      'exited with status 1',
    );
    expect(tellingLine(lines)?.text).toBe('ImportError: x');
    expect(tellingLine(logged('Worker died', 'Traceback (most recent call last):'))?.text).toBe(
      'Worker died',
    );
  });

  it.each([
    [['Model loaded'], 'no-failure'],
    [['ImportError: x'], 'failing'],
    [['ImportError: x', 'exited with status 1'], 'died'],
  ] as const)('of %j: %s', (lines, condition) => {
    expect(conditionBy(logged(...lines))).toBe(condition);
  });
});

import { describe, expect, it } from '@jest/globals';
import { inLog } from '../../src/domain/text/log.ts';
import { mistakeLine } from '../../src/inputs/mistake.ts';
import { readSmokeTestDocument } from '../../src/inputs/smoke-test-document.ts';
import { mistakesIn, noSuchFile, read } from './workflow.ts';

const bodies: Readonly<Record<string, Uint8Array>> = {
  'image.png': new Uint8Array([0x89, 0x50, 0xff]),
  'huge.bin': new Uint8Array(6_291_457),
};

function readBytes(path: string): Uint8Array {
  const bytes = bodies[path];
  if (!bytes) throw noSuchFile();
  return bytes;
}

function requestsIn(text: string) {
  const { requests, mistakes } = readSmokeTestDocument(text, readBytes);
  expect(mistakes).toEqual([]);
  return requests;
}

function faultsIn(text: string): readonly string[] {
  const lines = readSmokeTestDocument(text, readBytes).mistakes.map(mistakeLine).map(inLog);
  return lines.map((line) => line.replace(/^smoke-test-file ?/, ''));
}

describe('a request', () => {
  it('has defaults for all but its name and its body', () => {
    const [request] = requestsIn('- { name: a fraud, body: "1,2" }');
    expect(request).toEqual({
      name: 'a fraud',
      payload: { kind: 'body', bytes: new TextEncoder().encode('1,2') },
      contentType: 'application/json',
      accept: undefined,
      variant: undefined,
      targetModel: undefined,
      expected: {
        statuses: [200],
        json: undefined,
        tolerance: 0,
        matches: undefined,
        latencyMs: undefined,
      },
    });
  });

  it('says everything', () => {
    const [request] = requestsIn(
      JSON.stringify([
        {
          ...{ name: 'x', 'body-file': 'image.png', 'content-type': 'image/png' },
          ...{ accept: 'application/json', variant: 'B', 'target-model': 'm.tar.gz' },
          expect: {
            status: [200, 201],
            json: null,
            tolerance: 0.1,
            matches: 'a.b',
            latency: '500ms',
          },
        },
      ]),
    );
    expect(request).toMatchObject({
      ...{ accept: 'application/json', variant: 'B', targetModel: 'm.tar.gz' },
      contentType: 'image/png',
      payload: { kind: 'body', bytes: bodies['image.png'] },
      expected: {
        statuses: [200, 201],
        json: null,
        tolerance: 0.1,
        matches: 'a.b',
        latencyMs: 500,
      },
    });
  });

  it.each([
    ['body: { a: [1] }', '{"a":[1]}'],
    ['body: [1, 2]', '[1,2]'],
    ['body: ""', ''],
    ['body: "{}"', '{}'],
  ])('with %s sends %s', (body, sent) => {
    const [request] = requestsIn(`- { name: x, ${body} }`);
    const bytes = request?.payload.kind === 'body' ? request.payload.bytes : undefined;
    expect(new TextDecoder().decode(bytes)).toBe(sent);
  });

  it.each([
    ['2s', 2000],
    ['2', 2000],
    ['1m30s', 90_000],
    ['20ms', 20],
  ])('may take %s', (latency, milliseconds) => {
    const [request] = requestsIn(`- { name: x, body: "", expect: { latency: ${latency} } }`);
    expect(request?.expected.latencyMs).toBe(milliseconds);
  });
});

describe('what is wrong', () => {
  it('is named all at once, with its place', () => {
    const faults = faultsIn(`
- body: 5
  exspect: {}
- name: twice
  body: ""
  body-file: image.png
- name: twice
- { name: a, body-file: none.bin, expect: { matches: "(", status: 700, latency: soon } }
- { name: b, body-file: huge.bin, content-type: "ü", variant: -B }
- { name: c, body: "", expect: { status: ok, tolerance: 1, wat: 1, latency: -1 } }
- { name: d, input-location: "s3://a/b", expect: { status: 200 } }
- just text
`);
    expect(faults).toEqual(
      expect.arrayContaining([
        '[0].name is missing: a request needs it.',
        '[0].exspect is not a member of a request: write expect.',
        '[0].body: "5" is not valid here: write a string; or an object or a list, which is sent as JSON.',
        '[1] has `body` and `body-file`: keep one of them.',
        '[2].name: "twice" is also the name of another request. Give each its own name.',
        '[2] sends nothing: write `body`, `body-file` or, asynchronously, `input-location`.',
        '[3].body-file: "none.bin" cannot be read: there is no such file. Check the repository out first.',
        '[3].expect.matches: "(" is not a valid JavaScript regular expression.',
        '[3].expect.status: "700" is not valid here: write a status such as 200, or a list of them.',
        '[3].expect.latency: "soon" is not a valid duration: write it like 500ms, 2s or 1m30s.',
        '[4].body-file: "6291457 bytes" is too long: SageMaker takes 6291456 bytes.',
        '[4].content-type: "ü" is not valid here: write one line of ASCII.',
        '[5].expect.status: "ok" is not valid here: write a status such as 200, or a list of them.',
        '[5].expect.tolerance: "1" is of numbers in `json`: write that too, or remove it.',
        '[5].expect.wat is not a member of a request. Remove it, or fix its name.',
        '[5].expect.latency: "-1" is not a valid duration: write it like 500ms, 2s or 1m30s.',
        '[6].expect cannot be combined with input-location: an asynchronous endpoint answers into S3, which is not read. Remove it.',
        '[7]: "a string" is not valid here: write an object.',
      ]),
    );
    expect(faults).toHaveLength(19);
  });

  const unreadable = (why: string) =>
    `cannot be read: ${why} Write YAML or JSON in the shape of a list of requests.`;
  it.each([
    ['name: x', unreadable('it is a mapping, not a list.')],
    ['[]', 'holds no request.'],
    ['', unreadable('it is empty.')],
    [
      JSON.stringify(Array.from({ length: 101 }, (_, n) => ({ name: `${n}`, body: '' }))),
      ': "101 requests" are too many: write 100 at most.',
    ],
  ])('is the whole of %j', (text, fault) => {
    expect(faultsIn(text)).toEqual([fault]);
  });

  it('is YAML that cannot be read', () => {
    expect(faultsIn('- {')).toEqual([expect.stringMatching(/^cannot be read: .*list of requests/)]);
  });
});

describe('the inputs beside the file', () => {
  it('have defaults', () => {
    expect(read({ 'smoke-test-file': 'smoke.yaml' }).rollout.smokeTest).toMatchObject({
      ...{ timeoutSeconds: 300, show: true, onFailure: 'rollback' },
      requests: [{ name: 'ping' }],
    });
    expect(read().rollout.smokeTest).toBeUndefined();
  });

  it('are mistakes without it, but for their defaults', () => {
    const defaults = {
      'smoke-test-timeout': '5m',
      'smoke-test-show': 'true',
      'on-smoke-failure': 'rollback',
    };
    expect(mistakesIn(defaults)).toEqual([]);
    const text = 'has no effect without a smoke test: set `smoke-test-file`, or remove it.';
    expect(
      mistakesIn({
        'smoke-test-timeout': '1m',
        'smoke-test-show': 'false',
        'on-smoke-failure': 'fail',
      }),
    ).toEqual([
      `smoke-test-timeout: "1m" ${text}`,
      `smoke-test-show: "false" ${text}`,
      `on-smoke-failure: "fail" ${text}`,
    ]);
  });

  it('are named with all other mistakes', () => {
    const mistakes = mistakesIn({
      ...{ 'smoke-test-file': 'none.yaml', 'smoke-test-timeout': '0s', wait: 'false' },
      'on-smoke-failure': 'retry',
      strategy: 'canari',
    });
    expect(mistakes).toHaveLength(5);
    expect(mistakes.join('\n')).toContain('runs after the rollout');
    expect(mistakes.join('\n')).toContain('cannot be read: there is no such file.');
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Journey, travel } from './journey.ts';

/** The step ends before any call, with one annotation, and nothing that it read has commanded the runner. */
function expectRefused({ run, calls, comments }: Journey): void {
  expect(run.outputs.outcome).toBe('failed');
  expect(calls).toEqual([]);
  expect(comments).toEqual([]);
  expect(run.annotations).toHaveLength(1);
  const names = new Set(run.commands.map(({ name }) => name));
  expect([...names].filter((name) => name !== 'add-mask' && name !== 'error')).toEqual([]);
}

/** Everywhere where a text can be shown. */
const shownIn = ({ run }: Journey) =>
  [run.stdout, run.stderr, run.summary, JSON.stringify(run.outputs)].join('\n');

describe('a file or a document that commands the runner', () => {
  it.each([
    [
      '::set-output name=x::y: !bogus 1',
      '::stop-commands::tok: !bogus 1',
      '? [::stop-commands::tok]\n: 1',
    ],
    [
      '"::error::x": { "\\n::error::y": 1 }',
      'ProductionVariants: "\\n::stop-commands::tok"',
      '::stop-commands::tok\nProductionVariants: [',
    ],
    ['%YAML 1.9 ::error::x\n---\na: 1', 'a: *::error::x', '[::error::x]: !!set\n::warning::x'],
  ])('is refused, and commands nothing: %j, %j, %j', async (document, endpoint, smoke) => {
    const inputs = { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.yaml' };
    const journey = await travel({
      inputs: { ...inputs, 'deployment-config': document, 'smoke-test-file': 'smoke.yaml' },
      files: { 'endpoint.yaml': endpoint, 'smoke.yaml': smoke },
    });
    expectRefused(journey);
    expect(shownIn(journey)).toContain('deployment-config');
    expect(shownIn(journey)).toContain('endpoint-config-file');
    expect(shownIn(journey)).toContain('smoke-test-file');
  });
});

const secret = 'hunter2';

describe('a file that was not meant', () => {
  it.each([
    ['variables', `DB_HOST=db\nDB_PASS=${secret}\n`],
    ['variables with a colon', `URL=${secret}: x\nDB_PASS: ${secret}\n`],
    ['one variable with a long name', `export ${'A'.repeat(70)}_${secret}: 1\n`],
    ['a list', `- ${secret}\n- token: ${secret}\n`],
    ['JSON', `{ "token": "${secret}", "nested": { "${secret}=": 1 }`],
    ['a key', `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----\n`],
    ['settings', `[default]\naws_secret_access_key = ${secret}\n`],
    ['a quoted text', `"${secret}`],
    [
      'secrets under their names',
      `Tags: [{ Key: '${secret}!', Value: 1, password: [{ a: ${secret} }] }]`,
    ],
  ])('is not shown, wherever it is named: %s', async (_, text) => {
    const inputs = { 'endpoint-config-name': '', 'endpoint-config-file': '.env' };
    const journey = await travel({
      inputs: { ...inputs, 'deployment-config': text, 'smoke-test-file': './x/../.env' },
      files: { '.env': text },
    });
    expectRefused(journey);
    expect(shownIn(journey)).toContain('endpoint-config-file');
    expect(shownIn(journey)).not.toContain(secret);
  });

  it.each(['.git/config', 'vendored/.git/config', '.env', '.aws/credentials'])(
    'is not sent to the model: %s',
    async (path) => {
      const request = JSON.stringify([{ name: 'x', 'body-file': path }]);
      const journey = await travel({
        inputs: { 'smoke-test-file': 'smoke.json' },
        files: { 'smoke.json': request, [path]: secret },
      });
      expectRefused(journey);
      expect(shownIn(journey)).toContain(`body-file: ${JSON.stringify(path)} cannot be read: it`);
      expect(shownIn(journey)).not.toContain(secret);
    },
  );
});

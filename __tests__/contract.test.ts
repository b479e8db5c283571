import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Problem } from '../src/domain/problem.ts';
import { phrase } from '../src/domain/text/phrase.ts';
import { declared } from '../src/inputs/declared.ts';
import { readInputs } from '../src/inputs/inputs.ts';
import { InputReader } from '../src/inputs/reader.ts';
import { outputsOf, refusalOutputs } from '../src/report/outputs.ts';
import { at, endpoint } from './domain/snapshots.ts';
import { needed, read, surroundings } from './inputs/workflow.ts';

/** What action.yml says of an input or an output. */
interface Declared {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}
const action: {
  readonly inputs: Readonly<Record<string, Declared>>;
  readonly outputs: Readonly<Record<string, Declared>>;
} = parse(readFileSync('action.yml', 'utf8'));
const inputs = Object.keys(action.inputs);
const outputs = Object.keys(action.outputs);

/** The names that users were promised, in the order in which they are told. */
const promisedOutputs = [
  'outcome',
  'cause',
  'rolled-back',
  'endpoint-status',
  'endpoint-arn',
  'endpoint-config-name',
  'previous-endpoint-config-name',
  'model-name',
  'model-package-arn',
  'failure-reason',
  'duration-seconds',
  'pull-requests',
  'comment-url',
  'console-url',
  'has-changes',
  'report',
];
/** The outputs of a rollout that was unchanged. */
function outputsOfARun(): Readonly<Record<string, string>> {
  const snapshot = endpoint({ configName: 'fraud-v2' });
  return outputsOf(
    {
      mode: 'deploy',
      request: read().rollout,
      region: 'eu-west-1',
      environment: undefined,
      run: {
        url: 'https://github.example/run',
        commit: 'abc',
        commitUrl: 'https://github.example',
      },
      events: [
        { kind: 'found', at: at(0), snapshot },
        { kind: 'ended', at: at(1), outcome: { kind: 'unchanged' }, snapshot },
      ],
    },
    { pullRequests: [7, 8], commentUrl: 'https://github.example/7' },
  );
}

describe('the inputs', () => {
  it('that action.yml declares are those that are read, every one of them', () => {
    const asked = new Set<string>();
    readInputs((input) => {
      asked.add(input);
      return needed[input] ?? '';
    }, surroundings('eu-west-1'));
    expect([...asked].sort()).toEqual([...inputs].sort());
  });

  it('are known to the code by the names and defaults of action.yml, by npm run docs', () => {
    const defaults = inputs.map((name) => [name, action.inputs[name]?.default ?? '']);
    expect({
      ...declared,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression, which GitHub fills in.
      'github-token': '${{ github.token }}',
    }).toEqual(Object.fromEntries(defaults));
    expect(Object.keys(declared)).toEqual(inputs);
  });

  it('that action.yml does not declare cannot be read, and neither can a default that it does not have', () => {
    const reader = new InputReader(() => '');
    // @ts-expect-error: no such input.
    reader.text('canary-sise');
    // @ts-expect-error: its default is no boolean.
    reader.boolean('mode');
    // @ts-expect-error: `preserve`, its default, is not among these words.
    reader.choice('autoscaling', ['ignore']);
    expect(reader.choice('autoscaling', ['preserve', 'ignore'])).toBe('preserve');
  });

  it('that is required is the endpoint', () => {
    const required = inputs.filter((input) => action.inputs[input]?.required);
    expect(required).toEqual(['endpoint-name']);
  });
});

describe('the outputs', () => {
  it('that action.yml declares are those that a run sets, in the promised order', () => {
    expect(outputs).toEqual(promisedOutputs);
    expect(Object.keys(outputsOfARun())).toEqual(promisedOutputs);
  });

  it('stand in the report too, as JSON', () => {
    const { report = '', ...others } = outputsOfARun();
    const { cause, ...members } = JSON.parse(report);
    const typed: Record<string, unknown> = { ...members, cause: cause?.kind ?? '' };
    const texts = Object.keys(others).map((name) => [name, String(typed[name])]);
    expect(Object.fromEntries(texts)).toEqual(others);
    expect(others).toMatchObject({
      outcome: 'unchanged',
      'duration-seconds': '1',
      'pull-requests': '7,8',
      'has-changes': 'false',
    });
  });

  it('of a step that never got as far as the endpoint are all set, and all in its report', () => {
    const problem = new Problem('invalid-inputs', phrase`One input is wrong.`, {
      remedy: phrase`Fix it.`,
    });
    const refused = refusalOutputs(problem);
    expect(Object.keys(refused)).toEqual(promisedOutputs);
    const membersOf = ({ report = '' }) => Object.keys(JSON.parse(report)).sort();
    expect(membersOf(refused)).toEqual(membersOf(outputsOfARun()));
    expect(JSON.parse(refused.report ?? '')).toMatchObject({
      outcome: 'failed',
      cause: { kind: 'input', sentence: 'One input is wrong.', code: 'invalid-inputs' },
      verdict: 'Failed: One input is wrong.',
    });
    expect(refused.cause).toBe('input');
  });
});

describe('docs/report.md', () => {
  const page = readFileSync('docs/report.md', 'utf8');

  it('has a row for each member of the report', () => {
    const members = Object.keys(JSON.parse(outputsOfARun().report ?? ''));
    const rows = page.split('\n').map((line) => line.split('|')[1] ?? '');
    expect(members.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([]);
  });

  it('has a row for each cause that action.yml names, and no other', () => {
    const [why = ''] = (action.outputs.cause?.description ?? '').split(';');
    const named = [...why.matchAll(/`([a-z-]+)`/g)].map(([, kind]) => kind);
    const [, table = ''] = page.split('| `kind` | When | Further members |');
    const rows = [
      ...table
        .split('\n\n', 1)
        .join('')
        .matchAll(/^\| `([a-z-]+)` \|/gm),
    ];
    expect(rows.map(([, kind]) => kind)).toEqual(named);
    expect(named).toHaveLength(15);
  });
});

describe('README.md', () => {
  it.each([...inputs, ...outputs])('has a row for %s', (name) => {
    expect(readFileSync('README.md', 'utf8')).toMatch(new RegExp(`^\\| *\`${name}\` *\\|`, 'm'));
  });
});

it('every description is a sentence that ends', () => {
  for (const [name, { description }] of [
    ...Object.entries(action.inputs),
    ...Object.entries(action.outputs),
  ]) {
    expect([name, description]).toEqual([name, expect.stringMatching(/^\S.*\.$/s)]);
  }
});

import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { inMarkdown } from '../../src/domain/text/markdown.ts';
import { type Asked, askDeploy, askPlan } from './asked.ts';
import { canary, travel } from './journey.ts';

const third = { ...canary, 'canary-size': '1' };
const changing = /^(Create|Update|Delete)/;

/** Whatever this run calls, these operations are denied. */
function deny(...operations: readonly string[]): NonNullable<Asked['arrange']> {
  return ({ sagemaker }: Simulator) => {
    for (const operation of operations) sagemaker.inject({ kind: 'access-denied', operation });
  };
}

/** No configuration fraud-v2's model, one alarm missing, the other tripped, a size too large. */
const manyErrors: Asked = {
  inputs: { ...canary, 'canary-size': '2', 'wait-interval': '1h', 'max-execution-timeout': '1h' },
  scenario: 'alarm-missing',
  arrange: ({ sagemaker }) => {
    sagemaker.alarms.set('fraud-5xx', 'ALARM');
    sagemaker.remove('model', 'fraud-v2');
  },
};
const itsErrors = [
  'error model-exists',
  'error alarm-exists',
  'error alarm-in-alarm',
  'error size-suits-fleet',
  'error waits-fit-limit',
];

describe('preflight: enforce', () => {
  it('reports everything together, and changes nothing', async () => {
    const answered = await askDeploy(manyErrors);
    expect(answered.found).toEqual(itsErrors);
    expect(answered.fails).toBe(true);
    expect(answered.calls.filter((call) => changing.test(call))).toEqual([]);
    expect(answered.serves).toBe('fraud-v1');
    for (const { seen } of answered.findings) {
      expect(answered.report).toContain(inMarkdown(seen).text);
    }
  });

  it('stops before a configuration is created, too', async () => {
    const answered = await askDeploy({
      inputs: { ...third, 'endpoint-config-name': '', 'model-name': 'fraud-v2' },
      scenario: 'alarm-already-tripped',
    });
    expect(answered.found).toEqual(['error alarm-in-alarm']);
    expect(answered.calls.filter((call) => changing.test(call))).toEqual([]);
  });

  it('an alarm in ALARM fails the step, and the report says which and what to do', async () => {
    const { run, calls, comments } = await travel({
      scenario: 'composite-alarm-tripped',
      inputs: third,
    });
    expect(calls.filter((call) => changing.test(call))).toEqual([]);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-config-name': 'fraud-v1' });
    expect(run.log).toContain('The composite alarm fraud-latency is in ALARM now.');
    expect(run.annotations).toHaveLength(1);
    expect(run.summary).toContain('**Pre-flight: 1 error**');
    expect(comments[0]?.body).toContain('SageMaker would roll the deployment back at once.');
  });

  it('has nothing to say of what is not going to be: it serves already', async () => {
    const answered = await askDeploy({
      ...manyErrors,
      inputs: { ...manyErrors.inputs, 'endpoint-config-name': 'fraud-v1' },
    });
    expect(answered.outcome.kind).toBe('unchanged');
    expect(answered.findings).toEqual([]);
  });
});

describe('preflight: warn', () => {
  it('goes on, and the report says that errors were overridden', async () => {
    const { run, updates, comments } = await travel({
      scenario: 'alarm-missing',
      inputs: { ...third, preflight: 'warn' },
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs.outcome).toBe('deployed');
    expect(updates).toHaveLength(1);
    expect(run.log).toContain('There is no alarm fraud-latency');
    expect(run.annotations).toEqual([
      {
        level: 'warning',
        message: expect.stringMatching(
          /^`preflight: warn` has overridden 1 error of the pre-flight:\n- alarm-exists: There is no alarm fraud-latency/,
        ),
      },
    ]);
    for (const report of [run.summary, comments[0]?.body]) {
      expect(report).toContain('Pre-flight: 1 error, overridden by `preflight: warn`');
    }
  });

  it('never creates an endpoint that no one asked for', async () => {
    const answered = await askDeploy({
      scenario: 'endpoint-missing',
      inputs: { preflight: 'warn' },
    });
    expect(answered.calls.filter((call) => changing.test(call))).toEqual([]);
    expect(answered.fails).toBe(true);
  });

  it('lets a plan pass', async () => {
    const inputs = { ...manyErrors.inputs, preflight: 'warn' };
    const answered = await askPlan({ ...manyErrors, inputs });
    expect(answered.found).toEqual(itsErrors);
    expect(answered.outcome).toMatchObject({ kind: 'planned', isBlocked: false });
  });
});

describe('preflight: off', () => {
  it('looks for nothing, and the report says so', async () => {
    const answered = await askDeploy({
      scenario: 'alarm-missing',
      inputs: { ...third, preflight: 'off' },
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(answered.findings).toEqual([]);
    expect(answered.calls).not.toContain('DescribeAlarms');
    expect(answered.report).toContain('Pre-flight: switched off.');
  });
});

describe('a check that the role may not do', () => {
  it.each([
    ['DescribeAlarms', ['alarm-exists']],
    ['DescribeModel', ['model-exists']],
    ['DescribeEndpointConfig', ['endpoint-config-exists', 'serving-config-exists']],
  ])('%s: is told as not done, never as passed, and is not fatal', async (operation, ids) => {
    const answered = await askDeploy({ inputs: third, arrange: deny(operation) });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v2' });
    for (const id of ids) expect(answered.found).toContain(`not-checked ${id}`);
    expect(answered.found.filter((finding) => finding.startsWith('error'))).toEqual([]);
    expect(answered.report).toContain(`may not call \`${operation}\``);
  });

  it('all of them at once, as the whole action tells it', async () => {
    const { run } = await travel({
      inputs: third,
      arrange: deny('DescribeAlarms', 'DescribeModel', 'DescribeEndpointConfig'),
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('What changes is not known');
    expect(run.summary).toMatch(/Pre-flight: \d+ checks not done/);
  });

  it('is told in whole sentences: alarms belong to no endpoint', async () => {
    const answered = await askPlan({ inputs: third, arrange: deny('DescribeAlarms') });
    const [finding] = answered.findings;
    expect(String(finding?.seen)).toContain('may not call DescribeAlarms');
    expect(String(finding?.seen)).not.toContain('  ');
  });
});

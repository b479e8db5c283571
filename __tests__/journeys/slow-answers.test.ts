import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary, travel } from './journey.ts';

/** How the answer to a call does not come: not at all, by half, or a byte a second. */
const ways = ['hang', 'stalled-answer', 'dripping-answer'] as const;

/** Requests of a smoke test. */
const smokeTest = { 'smoke.yaml': '- { name: a payment, body: "1" }' };

describe('an answer that does not come in time', () => {
  const calls = ['DescribeEndpoint', 'ListTags', 'UpdateEndpoint', 'AddTags', 'DescribeAlarms'];
  const cases = calls.flatMap((operation) => ways.map((kind) => ({ operation, kind })));

  it.each(cases)('$kind of $operation once: the rollout is deployed', async (fault) => {
    const { run, simulator, updates } = await travel({
      inputs: canary,
      arrange: ({ sagemaker }) => sagemaker.inject({ ...fault, calls: 1 }),
    });
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'endpoint-config-name': 'fraud-v2' });
    expect(run.summary).not.toContain('No record was left');
    const took = updates.filter(({ error }) => error !== 'hang');
    expect(took).toHaveLength(1);
    expect(simulator.clock.now()).toBeLessThan(Date.parse('2026-03-02T09:15:00Z'));
  });

  it.each(ways)('%s of every AddTags: deployed, without a record', async (kind) => {
    const { run, simulator } = await travel({
      inputs: canary,
      arrange: ({ sagemaker }) => sagemaker.inject({ kind, operation: 'AddTags' }),
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.summary).toContain('No record was left');
    expect(run.summary).toMatch(/There was no complete answer within \d+ s\./);
    expect(simulator.clock.now()).toBeLessThan(Date.parse('2026-03-02T09:10:45Z'));
  });

  it.each(ways)('%s of every DescribeEndpoint: `wait-timeout` is kept', async (kind) => {
    const { run, simulator } = await travel({
      inputs: { ...canary, 'wait-timeout': '25s' },
      arrange: ({ sagemaker }) => sagemaker.inject({ kind, operation: 'DescribeEndpoint' }),
    });
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-status': '' });
    expect(run.log).toContain('There was no complete answer within 25 s.');
    expect(secondsOf(simulator)).toBeLessThanOrEqual(35);
  });

  it.each(ways)('%s in the middle of the watch: `wait-timeout` is kept', async (kind) => {
    const { run, simulator } = await travel({
      inputs: { ...canary, 'wait-timeout': '4m' },
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind, operation: 'DescribeEndpoint', from: { stage: 'baking' } }),
    });
    expect(run.outputs).toMatchObject({ outcome: 'unknown', 'endpoint-status': 'Updating' });
    expect(secondsOf(simulator)).toBeLessThanOrEqual(250);
  });

  it.each(ways)('%s of the model: `smoke-test-timeout` is kept', async (kind) => {
    const { run, simulator } = await travel({
      inputs: { 'smoke-test-file': 'smoke.yaml', 'smoke-test-timeout': '100s' },
      files: smokeTest,
      arrange: ({ sagemaker }) => sagemaker.inject({ kind, operation: 'InvokeEndpoint' }),
    });
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-config-name': 'fraud-v2' });
    expect(run.summary).toContain('could not be smoke-tested');
    expect(secondsOf(simulator)).toBeLessThanOrEqual(161 + 110);
  });
});

describe('GitHub that does not answer in time', () => {
  const cases = [
    ['GET', '/commits/*/pulls'],
    ['GET', '/issues/*/comments'],
    ['POST', '/issues/*/comments'],
    ['PATCH', '/issues/comments/*'],
  ].flatMap(([method = '', path = '']) => ways.map((kind) => ({ kind, method, path })));

  it.each(cases)('$kind of $method $path once: one comment stands in the end', async (fault) => {
    const { run, comments } = await travel({
      inputs: canary,
      arrange: ({ github }) => github.addFault({ ...fault, calls: 1 }),
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.annotations).toEqual([]);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('### Deployed: `fraud-prod` serves `fraud-v2`');
  });

  it('to the end: one warning, and the result stands', async () => {
    const { run, simulator } = await travel({
      arrange: ({ github }) => github.addFault({ kind: 'stalled-answer' }),
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'duration-seconds': '161' });
    expect(run.annotations).toMatchObject([{ level: 'warning' }]);
    expect(secondsOf(simulator)).toBeLessThan(161 + 100);
  });
});

/** Since the step began. */
function secondsOf({ clock }: Simulator): number {
  return (clock.now() - Date.parse('2026-03-02T09:00:00Z')) / 1000;
}

import { describe, expect, it } from '@jest/globals';
import { askDeploy } from './asked.ts';

describe('what is looked up before a rollout', () => {
  it('is waited for where AWS throttles, and both the trouble and its end are told', async () => {
    const { outcome, events } = await askDeploy({
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'throttling', operation: 'DescribeModel', calls: [1, 2] }),
    });
    const told = events.filter(({ kind }) => kind === 'hindered' || kind === 'resumed');
    expect(told.map(({ kind }) => kind)).toEqual(['hindered', 'resumed']);
    expect(outcome.kind).toBe('deployed');
  });

  it('is not waited for longer than the user said', async () => {
    const { outcome, events } = await askDeploy({
      inputs: { 'wait-timeout': '12s' },
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'throttling', operation: 'DescribeModel' }),
    });
    const [first, last] = [events.at(0)?.at ?? 0, events.at(-1)?.at ?? 0];
    expect(outcome.kind).toBe('timed-out');
    expect(last - first).toBeLessThanOrEqual(12_500);
  });
});

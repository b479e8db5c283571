import { expect, it } from '@jest/globals';
import { travel } from '../journeys/journey.ts';

it('makes no model where the one that serves cannot be read, and says which permission that takes', async () => {
  const { run, calls } = await travel({
    inputs: { 'endpoint-config-name': '', image: `fraud@sha256:${'7a'.repeat(32)}` },
    arrange: ({ sagemaker }) =>
      sagemaker.inject({ kind: 'access-denied', operation: 'DescribeModel' }),
  });
  expect(run.outputs.outcome).toBe('failed');
  expect(run.log).toContain('sagemaker:DescribeModel');
  expect(calls).not.toContain('CreateModel');
});

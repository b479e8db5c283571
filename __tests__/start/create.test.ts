import { expect, it } from '@jest/globals';
import { Problem } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { World } from '../../src/ports.ts';
import { newRun } from '../../src/run/run.ts';
import { createMissing } from '../../src/start/create.ts';
import { noAttempts } from '../../src/start/update.ts';
import { read, type With } from '../inputs/workflow.ts';

/** What is told where SageMaker refuses to create the configuration that these inputs ask for. */
async function refusedFor(written: With): Promise<string> {
  const refusal = new Problem('refused', phrase`SageMaker refused it.`, {
    remedy: phrase`Fix it.`,
  });
  const world = {
    endpoints: { createConfiguration: () => Promise.reject(refusal) },
    clock: { now: () => 0 },
    digest: (text: string) => text,
    origin: { commit: '', run: '' },
    tell: () => undefined,
    cancelled: new AbortController().signal,
  } as unknown as World;
  const target = { kind: 'made', name: 'fraud-v2', content: {}, toCreate: ['fraud-v2'] } as const;
  const run = newRun(read(written).rollout, world);
  return createMissing(run, { ...target, replacements: [] }, noAttempts()).then(
    () => 'created',
    ({ remedy }: Problem) => String(remedy),
  );
}

it('a refused copy of what serves cannot be fixed as it is: a file is the way out', async () => {
  expect(await refusedFor({ 'endpoint-config-name': '', 'model-name': 'fraud-2' })).toBe(
    '`model-name` copies the configuration that serves, and SageMaker refuses a member of that copy. Give the configuration as `endpoint-config-file`, without what it refuses.',
  );
  for (const [input, value] of [
    ['model-package', 'fraud/3'],
    ['image', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:3'],
    ['model-data-url', 's3://fraud/3/model.tar.gz'],
  ] as const) {
    expect(await refusedFor({ 'endpoint-config-name': '', [input]: value })).toMatch(
      new RegExp(`^\`${input}\` copies the configuration that serves`),
    );
  }
  expect(await refusedFor({ 'endpoint-config-file': 'endpoint.yaml' })).toBe('Fix it.');
});

import { expect, it } from '@jest/globals';
import { inFreshWorld, type Journey, type JourneyOptions, travelAgain } from './journey.ts';

const repository = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud';

/** The image is rolled out, and asked for again. */
function askedTwice(image: string, more: JourneyOptions['inputs'] = {}): Promise<Journey> {
  const inputs = { 'endpoint-config-name': '', image };
  return inFreshWorld({}, async (simulator) => {
    const { run } = await travelAgain(simulator, { inputs });
    expect(run.outputs.outcome).toBe('deployed');
    return travelAgain(simulator, { inputs: { ...inputs, ...more } });
  });
}

it.each(['deploy', 'plan'])(
  'In mode %s, an image that serves by its tag is not said to be what the tag stands for now.',
  async (mode) => {
    const { run } = await askedTwice(`${repository}:latest`, { mode });
    expect(run.outputs['has-changes']).toBe('false');
    expect(run.log).toMatch(/is named by a tag: .* by its digest, or set `redeploy: true`/);
    expect(run.summary).toContain('is named by a tag');
  },
);

it('Of an image that serves by its digest nothing is said about tags.', async () => {
  const { run } = await askedTwice(`${repository}@sha256:${'7a'.repeat(32)}`);
  expect(run.outputs.outcome).toBe('unchanged');
  expect(run.log).not.toContain('named by a tag');
});

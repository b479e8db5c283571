import { describe, expect, it } from '@jest/globals';
import { travel } from './journey.ts';

const noise = new URL('./noise.ts', import.meta.url).href;

describe('what a library prints', () => {
  it('never commands the runner, and changes nothing: the rollout goes on', async () => {
    const { run } = await travel({ as: 'process', env: { NODE_OPTIONS: `--import ${noise}` } });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.masked).not.toContain('fraud');
    expect(run.stdout).toContain('noise');
    const names = new Set(run.commands.map(({ name }) => name));
    expect([...names].toSorted()).toEqual(['add-mask', 'debug', 'warning']);
    expect(run.annotations).toHaveLength(2);
    for (const { message } of run.annotations) {
      expect(message).toMatch(
        /^An unexpected error did not stop this step\. [^\n]+\nThe error: x /,
      );
    }
  });
});

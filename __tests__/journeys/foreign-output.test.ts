import { describe, expect, it } from '@jest/globals';
import { travel } from './journey.ts';

const asleep = new URL('./asleep.ts', import.meta.url).href;
const noise = new URL('./noise.ts', import.meta.url).href;

describe('what a library prints', () => {
  it('never commands the runner, and changes nothing: the rollout goes on', async () => {
    const { run } = await travel({ as: 'process', env: { NODE_OPTIONS: `--import ${noise}` } });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.masked).not.toContain('fraud');
    expect(run.stdout).toContain('noise');
    const names = new Set(run.commands.map(({ name }) => name));
    expect([...names].toSorted()).toEqual(['add-mask', 'debug', 'warning']);
    const messages = run.annotations.map(({ message }) => message);
    expect(messages).toHaveLength(4);
    const beginning = /^An unexpected error did not stop this step\. [^\n]+\n/;
    for (const message of messages) expect(message).toMatch(beginning);
    expect(messages.filter((message) => message.includes('\nThe error: x '))).toHaveLength(2);
    expect(messages.filter((message) => message.includes('The error'))).toHaveLength(2);
  });

  it('A process that has nothing left to wait for tells that it has stopped watching', async () => {
    const { run, comments } = await travel({
      as: 'process',
      env: { NODE_OPTIONS: `--import ${asleep}` },
    });
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'cancelled' } });
    expect(run.log).toContain('The update continues in SageMaker');
    expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining('### Cancelled')]);
  });
});

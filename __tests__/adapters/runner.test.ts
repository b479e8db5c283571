import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { runAction } from '../../simulator/runner.ts';
import { startSmallSimulator } from '../simulator/small-simulator.ts';
import { throwAwayAction } from '../simulator/throw-away-action.ts';

const adapter = fileURLToPath(new URL('../../src/adapters/runner.ts', import.meta.url));
const secret = 'FwoGZXIvYXdzEXAMPLETOKEN';

it('A secret that the step has named reaches nothing that the runner is told, not even before the runner hides it', async () => {
  const simulator = await startSmallSimulator();
  const action = throwAwayAction(`
    import { runner } from ${JSON.stringify(adapter)};
    const text = 'the token is ${secret}';
    runner.mask('${secret}');
    for (const tell of [runner.log, runner.debug, runner.warn, runner.error]) tell(text);
    runner.output('told', text);
    runner.keep('kept', text);
    await runner.summary({ text });`);
  try {
    const run = await runAction({ simulator, actionFolder: action.folder });
    expect(run.stderr).toBe('');
    const hidden = 'the token is ***';
    expect(run.stdout.split('\n')).toEqual([
      `::add-mask::${secret}`,
      hidden,
      `::debug::${hidden}`,
      `::warning::${hidden}`,
      `::error::${hidden}`,
      '',
    ]);
    expect(run.outputs).toEqual({ told: hidden });
    expect(run.state).toEqual({ kept: hidden });
    expect(run.summary.trim()).toBe(hidden);
  } finally {
    action.remove();
    simulator.close();
  }
});

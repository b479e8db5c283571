import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { runAction } from '../../simulator/runner.ts';
import { startSmallSimulator } from '../simulator/small-simulator.ts';
import { throwAwayAction } from '../simulator/throw-away-action.ts';

const adapter = fileURLToPath(new URL('../../src/adapters/runner.ts', import.meta.url));
const secrets = fileURLToPath(new URL('../../src/adapters/secrets.ts', import.meta.url));
const secret = 'FwoGZXIvYXdzEXAMPLETOKEN';

it('A secret that the step has named reaches nothing that the runner is told, not even before the runner hides it', async () => {
  const simulator = await startSmallSimulator();
  const action = throwAwayAction(`
    import { runnerBy } from ${JSON.stringify(adapter)};
    import { Secrets } from ${JSON.stringify(secrets)};
    const runner = runnerBy(process.env, new Secrets());
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

it('What no longer fits on the disk leaves nothing that the post step would take for the whole', async () => {
  const simulator = await startSmallSimulator();
  const action = throwAwayAction(`
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    import { runnerBy } from ${JSON.stringify(adapter)};
    import { Secrets } from ${JSON.stringify(secrets)};
    const runner = runnerBy(process.env, new Secrets());
    runner.note('one');
    // A disk that is full after ten bytes more.
    const { appendFileSync } = fs;
    fs.appendFileSync = (file, text, options) => {
      if (typeof file === 'string') return appendFileSync(file, text, options);
      appendFileSync(file, text.slice(0, 10));
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    };
    syncBuiltinESMExports();
    runner.note('two');
    const [kept] = fs.readFileSync(process.env.GITHUB_STATE, 'utf8').trim().split('\\n').slice(-2);
    process.env.STATE_journal = kept;
    runner.log(String(runner.notes()));`);
  try {
    const run = await runAction({ simulator, actionFolder: action.folder });
    expect(run.stderr).toBe('');
    expect(run.log).toContain('undefined');
    expect(run.annotations.map(({ message }) => message)).toEqual([
      'Little is kept for the post step, which closes the report of a run that was killed: RUNNER_TEMP cannot be written (ENOSPC).',
    ]);
  } finally {
    action.remove();
    simulator.close();
  }
});

it('State that no longer fits on the disk is written anew with the last values only, and outputs are whole or missing', async () => {
  const simulator = await startSmallSimulator();
  const action = throwAwayAction(`
    import { statSync } from 'node:fs';
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    import { runnerBy } from ${JSON.stringify(adapter)};
    import { Secrets } from ${JSON.stringify(secrets)};
    // A disk of 200 bytes for each file.
    const { appendFileSync } = fs;
    fs.appendFileSync = (path, text, options) => {
      const room = 200 - statSync(path).size;
      appendFileSync(path, String(text).slice(0, room), options);
      if (text.length > room) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    };
    syncBuiltinESMExports();
    const runner = runnerBy(process.env, new Secrets());
    runner.keep('told', 'false');
    runner.keep('told', 'true');
    runner.output('short', 'fits');
    runner.output('long', 'x'.repeat(300));
    runner.output('longer', 'x'.repeat(400));`);
  try {
    const run = await runAction({ simulator, actionFolder: action.folder });
    expect(run.stderr).toBe('');
    expect(run.state).toEqual({ told: 'true' });
    expect(run.outputs).toEqual({ short: 'fits' });
    expect(run.annotations.map(({ message }) => message)).toEqual([
      'Outputs of this step are not set: GITHUB_OUTPUT cannot be written (ENOSPC).',
    ]);
  } finally {
    action.remove();
    simulator.close();
  }
});

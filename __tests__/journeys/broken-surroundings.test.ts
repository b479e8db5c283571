import { describe, expect, it } from '@jest/globals';
import type { RunOptions } from '../../simulator/runner/options.ts';
import { type Run, runAction } from '../../simulator/runner.ts';
import { endOfJob, inFreshWorld, pullRequest, travel } from './journey.ts';

/** The bundle with these variables; what it told, and the comment after the post step too. */
async function rolledOutWith(env: RunOptions['env'] & object): Promise<{
  readonly run: Run;
  readonly warnings: readonly string[];
  readonly comments: readonly string[];
}> {
  return inFreshWorld({}, async (simulator) => {
    const inputs = { 'endpoint-name': 'fraud-prod', 'endpoint-config-name': 'fraud-v2' };
    const run = await runAction({ simulator, inputs, env });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe('');
    expect(run.log).toContain('Deployed: fraud-prod serves fraud-v2');
    expect(run.stdout).not.toMatch(/::(set-output|save-state)/);
    const after = await endOfJob(simulator, run, { as: 'process', env, inputs });
    expect(after.run.exitCode).toBe(0);
    expect(after.run.log).not.toContain('Cancelled');
    const comments = simulator.github.comments(pullRequest).map(({ body }) => body);
    return { run, warnings: run.annotations.map(({ message }) => message), comments };
  });
}

describe('a runner that is broken does not keep the step from its work', () => {
  it.each([
    ['outputs', 'GITHUB_OUTPUT', 'Outputs of this step are not set'],
    ['state', 'GITHUB_STATE', 'Nothing is kept for the post step, which closes the report'],
    ['summary', 'GITHUB_STEP_SUMMARY', 'The job summary is not written'],
  ])('%s on a full disk are lost alone, with one warning', async (_, file, warning) => {
    const { warnings, comments, run } = await rolledOutWith({ [file]: '/dev/full' });
    expect(warnings).toEqual([expect.stringContaining(`${file} cannot be written (not a file).`)]);
    expect(warnings[0]).toContain(warning);
    expect(comments).toEqual([expect.stringContaining('### Deployed')]);
    expect(run.outputs.outcome).toBe(file === 'GITHUB_OUTPUT' ? undefined : 'deployed');
    expect(run.summary).toMatch(file === 'GITHUB_STEP_SUMMARY' ? /^$/ : /### Deployed/);
  });

  it('its files are not named at all', async () => {
    const files = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
    const none = Object.fromEntries(files.map((name) => [name, undefined]));
    const { warnings, comments } = await rolledOutWith(none);
    expect(warnings).toHaveLength(3);
    for (const warning of warnings) expect(warning).toContain('cannot be written (not set).');
    expect(comments).toEqual([expect.stringContaining('### Deployed')]);
  });

  it('its event, repository and API are missing or broken: there is no pull request', async () => {
    const { warnings, comments } = await rolledOutWith({
      GITHUB_EVENT_PATH: '/dev/null',
      GITHUB_REPOSITORY: undefined,
      GITHUB_API_URL: 'not a url',
    });
    expect(warnings).toEqual([
      'Some of what GitHub tells a step cannot be used: GITHUB_API_URL is not valid, GITHUB_REPOSITORY is not set, GITHUB_EVENT_PATH is not valid. The rollout continues; its report may lack links and its pull request.',
    ]);
    expect(comments).toEqual([]);
  });

  it.each([
    ['reads no more of its outputs during the update', 'removing'] as const,
    ['never reads them', undefined] as const,
  ])('it %s: files and comment tell all', async (_, stage) => {
    let close = () => {};
    const { run, comments } = await travel({
      as: 'process',
      arrange: ({ sagemaker }) => {
        if (stage) sagemaker.when({ stage }, () => close());
      },
      closeOutputsWhen: (closeOutputs) => {
        if (stage) close = closeOutputs;
        else closeOutputs();
      },
    });
    expect(run.log).not.toContain('Deployed');
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } });
    expect(run.summary).toContain('### Deployed');
    expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining('### Deployed')]);
  });
});

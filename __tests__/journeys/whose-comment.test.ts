import { describe, expect, it } from '@jest/globals';
import {
  mergeGroup,
  pullRequest as onPullRequest,
  push,
  workflowDispatch,
  workflowRun,
} from '../../simulator/runner/event.ts';
import {
  endOfJob,
  inFreshWorld,
  type JourneyOptions,
  pullRequest,
  travel,
  travelAgain,
} from './journey.ts';

const asPlan = { mode: 'plan', 'endpoint-config-name': 'fraud-v2' };
const opened = onPullRequest(pullRequest);

describe('the comment of a plan', () => {
  it.each([
    ['a wrong input', { inputs: { ...asPlan, strategy: 'canari' } }],
    ['a file that is not there', { inputs: { ...asPlan, 'endpoint-config-file': 'absent.yaml' } }],
    ['a mode that is misspelled', { inputs: { ...asPlan, mode: 'plann' } }],
    ['a region that is misspelled', { inputs: { ...asPlan, 'aws-region': 'eu_west_1' } }],
    ['an endpoint that is misspelled', { inputs: { ...asPlan, 'endpoint-name': 'fraud_prod' } }],
  ])('says that the newest commit has none, and why, after a push with %s', async (_, wrong) => {
    const { run, comments } = await travel({
      ...wrong,
      event: opened,
      arrange: async (simulator) => {
        await travelAgain(simulator, { event: opened, inputs: asPlan });
      },
    });
    expect(comments).toHaveLength(1);
    expect(comments[0]?.versions[0]?.body).toContain('### Plan: update');
    expect(comments[0]?.body).toContain('### No plan for the newest commit');
    expect(comments[0]?.body).toContain('#### Failed: ');
    expect(comments[0]?.body).not.toContain('Plan: update');
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'pull-requests': `${pullRequest}` });
  });

  it('says that the newest commit has none where its step was killed, once the post step runs', async () => {
    await inFreshWorld({}, async (simulator) => {
      await travelAgain(simulator, { event: opened, inputs: asPlan });
      const options = { event: opened, inputs: asPlan, env: { GITHUB_RUN_ID: '9002' } };
      const killed = { at: simulator.clock.now() + 1, signal: 'SIGKILL' } as const;
      const { run } = await travelAgain(simulator, { ...options, signals: [killed] });
      const { comments } = await endOfJob(simulator, run, options);
      expect(comments).toHaveLength(1);
      expect(comments[0]?.body).toContain('### No plan for the newest commit');
      expect(comments[0]?.body).toContain('The step was ended before it had a plan.');
    });
  });

  it('is not begun by wrong inputs, nor touched by those of a deployment', async () => {
    const wrong = { strategy: 'canari' };
    await inFreshWorld({}, async (simulator) => {
      const first = await travelAgain(simulator, {
        event: opened,
        inputs: { ...asPlan, ...wrong },
      });
      expect(first.comments).toEqual([]);
      await travelAgain(simulator, { event: opened, inputs: asPlan });
      const { comments } = await travelAgain(simulator, { inputs: wrong });
      expect(comments[0]?.body).toContain('### Plan: update');
    });
  });

  it('is not replaced by that of an earlier run which comes late', async () => {
    const late = { event: opened, inputs: asPlan, env: { GITHUB_RUN_ID: '8999' } };
    const { run, comments } = await travel({
      ...late,
      arrange: async (simulator) => {
        await travelAgain(simulator, { ...late, env: {} });
      },
    });
    expect(comments).toHaveLength(1);
    expect(comments[0]?.versions).toHaveLength(1);
    expect(run.log).toContain('The pull request shows the plan of a later run, which stays');
    expect(run.outputs).toMatchObject({
      outcome: 'planned',
      'pull-requests': '',
      'comment-url': '',
    });
  });

  it.each([
    ['the later run', '9002', '/runs/9002'],
    ['the earlier run', '9000', '/runs/9001'],
  ])(
    'is one where two runs plan at once, and that of %s comes second',
    async (_, second, shown) => {
      const options = { event: opened, inputs: asPlan } as const;
      await inFreshWorld({}, async (simulator) => {
        simulator.github.addFault({
          kind: 'slow',
          method: 'POST',
          path: '/issues/*/comments',
          seconds: 5,
        });
        const runs = [{}, { env: { GITHUB_RUN_ID: second } }];
        for (const run of runs) await travelAgain(simulator, { ...options, ...run });
        const comments = simulator.github.comments(pullRequest);
        expect(comments).toHaveLength(1);
        expect(comments[0]?.body).toContain(shown);
      });
    },
  );
});

describe('the comment of a rollout', () => {
  it('is one for each region and account, and that of an earlier version is taken up', async () => {
    const earlier =
      '<!-- sagemaker-rollout {"endpoint":"fraud-prod","environment":"","mode":"deploy","version":1} -->\nOld';
    const { comments } = await travel({
      inputs: { 'aws-region': 'us-east-1' },
      arrange: async (simulator) => {
        simulator.github.addComment({ pullRequest, author: 'github-actions[bot]', body: earlier });
        await travelAgain(simulator);
        await travelAgain(simulator);
      },
    });
    const regions = comments.map(({ body }) => /rollout \{.*"region":"([^"]*)"/.exec(body)?.[1]);
    expect(regions).toEqual(['eu-west-1', 'us-east-1']);
  });
});

describe('the pull request of a run', () => {
  const merged = { sha: 'a'.repeat(40), message: 'Retrain (#7)' };
  const seven: NonNullable<JourneyOptions['arrange']> = ({ github }) => {
    github.addCommits(merged);
    github.addPullRequest({ number: 7, mergeCommitSha: merged.sha });
  };

  it.each([
    ['workflow_run that names it', workflowRun(merged.sha, [7])],
    ['workflow_run that names a commit', workflowRun(merged.sha)],
    ['merge_group', mergeGroup(7)],
  ])('is found for a %s', async (_, event) => {
    const { run, simulator } = await travel({ event, arrange: seven });
    expect(run.outputs['pull-requests']).toBe('7');
    expect(simulator.github.comments(7)[0]?.body).toContain('### Deployed');
  });

  it('is told with the commit that a workflow_run is about, in the record too', async () => {
    const { run, simulator } = await travel({ event: workflowRun(merged.sha), arrange: seven });
    expect(run.summary).toContain('[aaaaaaa](');
    expect(JSON.stringify(simulator.sagemaker.requests)).toContain(merged.sha);
  });

  it.each([
    ['a run by workflow_dispatch', workflowDispatch()],
    ['a push of a tag', push(undefined, 'refs/tags/v2')],
  ])('is not looked for where %s leads to none, and the log says so', async (trigger, event) => {
    const { run } = await travel({ event });
    expect(run.log).toContain(
      `No pull request was looked for, because ${trigger} names none (\`pull-request\` can): the report is in the job summary.\n`,
    );
  });

  it('is told also where its own run was replaced in the queue, and only once', async () => {
    const [first, queued, last] = ['a', 'b', 'c'].map((letter, index) => ({
      sha: letter.repeat(40),
      message: `Retrain (#${index + 7})`,
    })) as [typeof merged, typeof merged, typeof merged];
    await inFreshWorld({}, async (simulator) => {
      const { github } = simulator;
      github.addCommits(first, queued, last);
      for (const [index, { sha }] of [first, queued, last].entries()) {
        github.addPullRequest({ number: index + 7, mergeCommitSha: sha });
      }
      await travelAgain(simulator, { event: push([first]) });
      const { run } = await travelAgain(simulator, {
        event: push([last], 'refs/heads/main', queued.sha),
        inputs: { 'endpoint-config-name': 'fraud-v1' },
        env: { GITHUB_RUN_ID: '9003' },
      });
      expect(run.outputs).toMatchObject({ outcome: 'deployed', 'pull-requests': '9,8' });
      expect(github.comments(8)[0]?.body).toContain('### Deployed: `fraud-prod` serves `fraud-v1`');
      expect(github.comments(7)[0]?.versions.at(-1)?.body).toContain('serves `fraud-v2`');
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { githubHtml } from '../../scripts/pages/github-html.ts';
import { push, type WorkflowEvent } from '../../simulator/runner/event.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary, type Journey, type JourneyOptions, travel } from './journey.ts';

const dying = { scenario: 'container-dies-at-start', inputs: canary } as const;
const told = 'A container that was started since the call died at start';
const line = 'libGL.so.1';
/** The first call of each reading. */
const reading = 'DescribeLogStreams';

/** A push to a repository of which the event says this. */
function pushTo(repository: object): WorkflowEvent {
  const event = push();
  return { ...event, payload: { ...event.payload, repository } };
}

/** What is as public as the repository: all but the job summary. */
function publicParts({ run, comments, notices }: Journey): string {
  const versions = [...comments, ...notices].flatMap((comment) => comment.versions);
  const printed = run.stdout.replaceAll(/^::add-mask::.*$/gm, '');
  return JSON.stringify([run.log, printed, run.annotations, run.outputs, versions]);
}

const readsOf = ({ logs }: Simulator) => logs.requests.map(({ operation }) => operation);

describe('who sees the lines of containers', () => {
  it('Those who may see a private repository find recognized failures in the job summary, and nowhere else.', async () => {
    const journey = await travel(dying);
    expect(journey.run.summary).toContain(line);
    expect(journey.run.summary).not.toContain('Starting the inference server');
    expect(publicParts(journey)).not.toContain(line);
    expect(publicParts(journey)).toContain(told);
    expect(journey.comments[0]?.body).toContain('The lines are in the job summary');
  });

  it.each([
    ['the event says that the repository is public', pushTo({ private: false })],
    ['neither the event nor GitHub says who may see it', pushTo({})],
  ])(
    'No line is shown, nor kept for the post step, where %s; that a container died is.',
    async (_, event) => {
      const journey = await travel({
        ...{ ...dying, event },
        arrange: ({ github }) =>
          github.addFault({ kind: 'server-error', status: 500, path: '/acme/fraud' }),
      });
      const { run, comments } = journey;
      expect(JSON.stringify([run.summary, run.temporary, publicParts(journey)])).not.toContain(
        line,
      );
      expect(run.log).toContain(told);
      expect(run.summary).toContain('The lines are not shown');
      expect(comments[0]?.body).toContain('The lines are not shown');
    },
  );

  it.each([
    ['internal', true],
    ['public', false],
  ] as const)(
    'Where the event does not say it, GitHub is asked: %s',
    async (visibility, isShown) => {
      const { run } = await travel({
        ...{ ...dying, event: pushTo({}) },
        arrange: ({ github }) => github.show(visibility),
      });
      expect(run.summary.includes(line)).toBe(isShown);
    },
  );

  it('With show-logs: true all readers see the last lines, whoever may see the repository.', async () => {
    const journey = await travel({
      ...dying,
      ...{ inputs: { ...canary, 'show-logs': 'true' }, event: pushTo({ private: false }) },
    });
    const { run, comments } = journey;
    for (const text of [run.log, run.summary, comments[0]?.body]) {
      expect(text).toContain(line);
      expect(text).toContain('Starting the inference server');
    }
    const { containers } = JSON.parse(run.outputs.report ?? '');
    expect(containers).toMatchObject({ 'log-group': 'found', unread: null });
    expect(containers.started[0]).toMatchObject({ condition: 'died' });
    expect(JSON.stringify(containers)).toContain(line);
  });

  it('With show-logs: false no log is read at all.', async () => {
    const { simulator } = await travel({
      ...dying,
      inputs: { ...canary, 'show-logs': 'false' },
    });
    expect(readsOf(simulator)).toEqual([]);
  });

  it('What the old fleet logs is never shown, before the call or after it.', async () => {
    const { run } = await travel({
      ...{ ...dying, inputs: { ...canary, 'show-logs': 'true' } },
      arrange: ({ sagemaker }) =>
        sagemaker.containers.set('fraud-v1', {
          kind: 'fails-later',
          ...{ afterSeconds: 0, lines: ['ValueError: an old customer'] },
        }),
    });
    expect(run.summary).toContain(line);
    expect(JSON.stringify(run)).not.toContain('an old customer');
  });
});

describe('text of containers does nothing, and holds no secret', () => {
  const hostile = (inputs: object): JourneyOptions => ({
    scenario: 'container-hostile',
    inputs: { ...canary, ...inputs },
  });

  it.each([
    ['in the log, the comment and the summary', { 'show-logs': 'true' }],
    ['in the summary', {}],
  ])('%s', async (_, inputs) => {
    const journey = await travel(hostile(inputs));
    const { run, comments } = journey;
    const healthy = await travel({ ...hostile(inputs), scenario: 'container-silent' });
    expect(run.outputs.outcome).toBe('rolled-back');
    expect(run.commands.map(({ name }) => name)).toEqual(
      healthy.run.commands.map(({ name }) => name),
    );
    expect(run.masked).toEqual(healthy.run.masked);
    expect(run.annotations).toHaveLength(1);
    expect(run.summary).toContain('CUDA out of memory');
    const texts = [publicParts(journey), run.summary, JSON.stringify(run.temporary)];
    for (const text of texts) {
      expect(text).not.toMatch(/AKIAIOSFODNN7EXAMPLE|wJalrXUtnFEMI|eyJhbGci|hunter2/);
      expect(text).not.toMatch(/\\u001b|[\p{Cf}]|(?!\n)\p{Cc}/u);
    }
    for (const body of [run.summary, ...comments.map((comment) => comment.body)]) {
      const page = githubHtml(body).replaceAll(/<code[^>]*>[\s\S]*?<\/code>/g, '');
      expect(page).not.toMatch(/evil\.example|<img|<script|octocat and|everyone|Deployed/);
      expect(page.match(/<details/g)?.length).toBe(page.match(/<\/details>/g)?.length);
    }
  });
});

describe('reading the logs changes nothing', () => {
  const shown = { ...dying, inputs: { ...canary, 'show-logs': 'true' } };
  const pollsOf = ({ sagemaker }: Simulator) =>
    sagemaker.requests
      .filter(({ operation }) => operation === 'DescribeEndpoint')
      .map(({ at }) => at);

  it('A container that dies at start is told of within two minutes of the call, and the run goes on.', async () => {
    const { run, comments } = await travel(dying);
    expect(run.log).toMatch(new RegExp(`^09:01:15 {2}${told}`, 'm'));
    const [report] = comments;
    const version = report?.versions.find(({ body }) => body.includes(told));
    expect(version && version.at - (report?.createdAt ?? 0)).toBeLessThanOrEqual(120_000);
    expect(run.outputs.outcome).toBe('rolled-back');
  });

  it('The endpoint is polled at the same times, whether logs are read, are not, or hang.', async () => {
    const read = await travel(shown);
    const unread = await travel({ ...dying, inputs: { ...canary, 'show-logs': 'false' } });
    const hanging = await travel({
      ...shown,
      arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'hang', operation: reading }),
    });
    expect(pollsOf(read.simulator)).toEqual(pollsOf(unread.simulator));
    expect(pollsOf(hanging.simulator)).toEqual(pollsOf(unread.simulator));
  });

  it.each([
    [
      'is denied',
      { kind: 'access-denied' },
      /may not call DescribeLogStreams[^\n]*logs:DescribeLogStreams[^\n]*docs\/permissions\.md/,
    ],
    ['hangs', { kind: 'hang' }, /CloudWatch Logs did not answer within 6 s\./],
  ] as const)(
    'A reading that %s is one line, is not attempted again, and leaves the outcome as it is.',
    async (_, fault, words) => {
      const { run, simulator, comments } = await travel({
        ...dying,
        arrange: ({ sagemaker }) => sagemaker.inject({ ...fault, operation: reading }),
      });
      expect(readsOf(simulator)).toEqual(['DescribeLogStreams']);
      expect(run.outputs.outcome).toBe('rolled-back');
      expect(run.log.match(/The logs of the containers could not be read/g)).toHaveLength(1);
      expect(run.log).toMatch(words);
      expect(comments[0]?.body.match(/The logs could not be read/g)).toHaveLength(1);
    },
  );

  it('A reading that hangs once the outcome is known ends within ten seconds.', async () => {
    const journeys = [
      await travel(shown),
      await travel({
        ...shown,
        arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'hang', operation: 'GetLogEvents' }),
      }),
    ];
    const [usual, hanging] = journeys.map(({ simulator }) => simulator.clock.now());
    expect((hanging ?? 0) - (usual ?? 0)).toBeGreaterThan(5_000);
    expect((hanging ?? 0) - (usual ?? 0)).toBeLessThanOrEqual(10_000);
    expect(journeys[1]?.run.outputs.outcome).toBe('rolled-back');
    expect(journeys[1]?.run.log).toContain('did not answer within 6 s');
    // What was seen while it started is told all the same.
    expect(journeys[1]?.comments[0]?.body).toContain(line);
  });

  it('While CloudWatch Logs is throttling, the next reading comes at its usual time.', async () => {
    const { run, simulator } = await travel({
      ...dying,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'throttling', operation: reading, calls: 1 }),
    });
    expect(simulator.logs.requests[1]?.at).toBe((simulator.logs.requests[0]?.at ?? 0) + 120_000);
    expect(run.log).toMatch(new RegExp(`^09:03:15 {2}${told}`, 'm'));
  });

  it('A rollout that goes well reads once or twice while it starts, and says nothing of it.', async () => {
    const { run, simulator } = await travel({ inputs: canary });
    expect(run.outputs.outcome).toBe('deployed');
    expect(readsOf(simulator)).toEqual([
      'DescribeLogStreams',
      'FilterLogEvents',
      'FilterLogEvents',
    ]);
    expect(run.log + run.summary).not.toMatch(/ontainer/);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Run } from '../../simulator/runner.ts';
import { loadScenario } from '../../simulator/scenarios.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { callAction, callPost } from './call/call.ts';
import { pullRequest, reportsOn } from './journey.ts';

const inputs = {
  'endpoint-name': 'fraud-prod',
  'endpoint-config-name': 'fraud-v2',
  'smoke-test-file': 'smoke.yaml',
  'smoke-test-timeout': '60s',
};
const files = { 'smoke.yaml': '- { name: a fraud, body: "1", expect: { json: { label: ok } } }' };

/** The rollout takes 2:41; then fraud-v2 talks nonsense for a minute, and the rollback begins. */
const secondsIn = { theUpdate: 100, theTrial: 190, theWayBack: 250 };

type EndOfJob = (
  seconds: number,
) => Promise<{ readonly post: Run; readonly comments: readonly string[] }>;

/** A run that is killed after so long; `live` sees how its job ends, so many seconds later. */
async function killed(seconds: number, live: (endOfJob: EndOfJob) => Promise<void>): Promise<void> {
  const simulator = await startSimulator();
  try {
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    simulator.runtime.script('fraud-v2', { kind: 'answers', body: '"?"' });
    simulator.github.addPullRequest({ number: pullRequest });
    const options = { simulator, inputs, files };
    const at = simulator.clock.now() + 1000 * seconds;
    const main = await callAction({ ...options, signals: [{ at, signal: 'SIGKILL' }] });
    expect(main.signal).toBe('SIGKILL');
    await live(async (later) => {
      simulator.clock.advanceTo(at + 1000 * later);
      const post = await callPost(main, options);
      expect(post.exitCode).toBe(0);
      const comments = reportsOn(simulator).map(({ body }) => body);
      expect(comments).toHaveLength(1);
      return { post, comments };
    });
  } finally {
    await simulator.close();
  }
}

function expectTold({ post, comments }: Awaited<ReturnType<EndOfJob>>, what: string): void {
  for (const told of [post.summary, post.log, ...comments]) expect(told).toContain(what);
}

describe('a step that was killed', () => {
  it('while it smoke-tested, or before: what no one has smoke-tested is not called deployed', async () => {
    await killed(secondsIn.theTrial, async (endOfJob) => {
      const during = await endOfJob(5);
      expectTold(during, 'its smoke test did not finish');
      expect(during.post.outputs.outcome).toBe('cancelled');
    });
    await killed(secondsIn.theUpdate, async (endOfJob) => {
      const before = await endOfJob(600);
      expectTold(before, 'Re-run this job: it smoke-tests what serves already.');
      expect(before.post.outputs.outcome).toBe('cancelled');
    });
  });

  it('on the rollback: the post step says that it goes on, or why it went back', async () => {
    await killed(secondsIn.theWayBack, async (endOfJob) => {
      const soon = await endOfJob(5);
      expectTold(soon, 'The smoke test failed. The rollback has not ended in SageMaker.');
      expect(soon.post.outputs.outcome).toBe('cancelled');
      const late = await endOfJob(900);
      expect(late.post.outputs).toMatchObject({
        outcome: 'rolled-back',
        'endpoint-config-name': 'fraud-v1',
        'failure-reason':
          'The smoke test failed. a fraud: failed: the answer is "?" instead of {"label":"ok"}',
      });
      expect(late.comments[0]).toContain('### Rolled back: `fraud-prod` serves `fraud-v1` again');
    });
  });
});

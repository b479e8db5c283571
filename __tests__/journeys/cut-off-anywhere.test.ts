import { describe, expect, it } from '@jest/globals';
import { failedWithComponents } from './failed.ts';
import {
  canary,
  endOfJob,
  inFreshWorld,
  type Journey,
  type JourneyOptions,
  travel,
  travelAgain,
} from './journey.ts';
import { autoScaled, otherType } from './scaled.ts';

const smokeTest = {
  inputs: { 'smoke-test-file': 'smoke.yaml', 'smoke-test-timeout': '60s' },
  files: { 'smoke.yaml': '- { name: a fraud, body: "1", expect: { json: { label: ok } } }' },
};

/** Rollouts in which much happens, each told by the step from its start to its end. */
const rollouts: Readonly<Record<string, JourneyOptions>> = {
  'a canary that succeeds': { inputs: canary },
  'a canary that an alarm rolls back': { inputs: canary, scenario: 'alarm-in-canary-bake' },
  'a smoke test that fails, and the rollback after it': {
    ...smokeTest,
    arrange: ({ runtime }) => runtime.script('fraud-v2', { kind: 'answers', body: '"?"' }),
  },
  'a failed endpoint that is replaced': {
    inputs: { 'create-endpoint': 'replace-failed' },
    arrange: failedWithComponents,
  },
  'an instance type that changes under auto scaling': {
    inputs: { ...canary, ...otherType, 'canary-size': '20%' },
    arrange: (simulator) => {
      autoScaled(simulator);
    },
  },
};

/** Milliseconds after the start at which something is told in the log, by a run that nothing cuts off. */
async function moments(rollout: JourneyOptions): Promise<readonly number[]> {
  const { run } = await travel({ as: 'call', ...rollout });
  const times = [...run.log.matchAll(/^09:(\d\d):(\d\d) {2}/gm)].map(
    ([, minutes, seconds]) => 60_000 * Number(minutes) + 1000 * Number(seconds),
  );
  return [...new Set(times)];
}

/** The run after this signal, and its post step after it. */
function cutOff(rollout: JourneyOptions, after: number, signal: 'SIGTERM' | 'SIGKILL') {
  return inFreshWorld(rollout, async (simulator) => {
    const at = simulator.clock.now() + after;
    const options = { ...rollout, as: 'call' } as const;
    const main = await travelAgain(simulator, { ...options, signals: [{ at, signal }] });
    const post = await endOfJob(simulator, main.run, options);
    return { main, post };
  });
}

/** The comment in the end, but for the seconds that the post step took to look. */
function reported({ comments }: Journey): string | undefined {
  return comments
    .at(-1)
    ?.body.replaceAll(/\d+ (h|min|s)\b|\d\d:\d\d(:\d\d)?|\d+s\b/g, '…')
    .replaceAll(/(… )+/g, '… ');
}

function verdict({ run }: Journey): unknown {
  const { 'duration-seconds': _, report: __, ...outputs } = run.outputs;
  return outputs;
}

describe.each(Object.entries(rollouts))('%s', (_, rollout) => {
  it('is reported alike by a run that is cancelled and by the post step of one that is killed', async () => {
    let compared = 0;
    for (const moment of await moments(rollout)) {
      const asked = await cutOff(rollout, moment + 500, 'SIGTERM');
      // The world goes on while it is asked: what has come to its end meanwhile is told as that.
      if (asked.main.run.outputs.outcome !== 'cancelled') continue;
      const killed = await cutOff(rollout, moment + 500, 'SIGKILL');
      expect(reported(killed.post)).toEqual(reported(asked.post));
      expect(verdict(killed.post)).toEqual(verdict(asked.main));
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(5);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../simulator/account/faults.ts';
import {
  canary,
  endOfJob,
  inFreshWorld,
  type Journey,
  type JourneyOptions,
  travel,
  travelAgain,
} from './journey.ts';

/** What is read to find the cause, once the outcome is known. */
const reads = ['DescribeAlarmHistory', 'GetMetricData'] as const;

const options: JourneyOptions = { inputs: canary, scenario: 'alarm-in-canary-bake' };

function withFaults(fault: (operation: string) => Fault): JourneyOptions {
  return {
    ...options,
    arrange: ({ sagemaker }) => {
      for (const operation of reads) sagemaker.inject(fault(operation));
    },
  };
}

const hanging = withFaults((operation) => ({ kind: 'hang', operation }));

/** What does not depend on what was read. */
function unchanging({ run }: Journey): object {
  const { report: _, 'failure-reason': reason, ...outputs } = run.outputs;
  return { reason, outputs, exitCode: run.exitCode };
}

/** Seconds from the first line of the log, at nine, to the end of the rollout. */
async function secondsToTheEnd(): Promise<number> {
  const { run } = await travel(options);
  expect(run.outputs.outcome).toBe('rolled-back');
  return Number(run.outputs['duration-seconds']);
}

describe('reading why a rollout was rolled back', () => {
  it.each<[what: string, faulty: JourneyOptions]>([
    ['hangs', hanging],
    ['is denied', withFaults((operation) => ({ kind: 'access-denied', operation }))],
    ['is throttled', withFaults((operation) => ({ kind: 'throttling', operation }))],
  ])(
    'changes nothing but the evidence where it %s, and takes no longer than ten seconds',
    async (_, faulty) => {
      const plain = await travel(options);
      const journey = await travel(faulty);
      expect(unchanging(journey)).toEqual(unchanging(plain));
      const took = ({ simulator }: Journey) => simulator.clock.now();
      expect(took(journey) - took(plain)).toBeLessThanOrEqual(10_000);
      expect(journey.run.outputs.cause).toBe('alarm');
    },
  );

  it('is cut short by a job that is cancelled, which prints and reports all the same', async () => {
    const end = await secondsToTheEnd();
    let at = 0;
    const cancelAt: JourneyOptions['cancelAt'] = ({ clock }) => {
      at = clock.now() + 1000 * (end + 3);
      return at;
    };
    const cut = await travel({ ...hanging, cancelAt });
    expect(cut.simulator.clock.now() - at).toBeLessThanOrEqual(2000);
    expect(cut.run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'alarm' });
    expect(cut.run.log).toContain('Rolled back: fraud-prod still serves fraud-v1');
    expect(cut.run.summary).toContain('### Rolled back');
    expect(cut.comments[0]?.body).toContain('### Rolled back');
  });

  it('begins anew in the post step of a job that was killed meanwhile, whose outputs are set already', () =>
    inFreshWorld(options, async (simulator) => {
      const end = await secondsToTheEnd();
      for (const operation of reads) simulator.sagemaker.inject({ kind: 'hang', operation });
      const at = simulator.clock.now() + 1000 * (end + 3);
      const main = await travelAgain(simulator, {
        ...options,
        signals: [{ at, signal: 'SIGKILL' }],
      });
      expect(main.run.signal).toBe('SIGKILL');
      expect(main.run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'alarm' });
      const post = await endOfJob(simulator, main.run, options);
      expect(post.run.log).toContain('Rolled back: fraud-prod still serves fraud-v1');
      expect(post.comments[0]?.body).toContain('### Rolled back');
    }));
});

import { describe, expect, it } from '@jest/globals';
import type { Run } from '../../simulator/runner.ts';
import {
  canary,
  endOfJob,
  inFreshWorld,
  type Journey,
  type JourneyOptions,
  travelAgain,
} from './journey.ts';
import { autoScaled, otherType } from './scaled.ts';

/** A run of the bundle that is killed in the middle of its update, and its post step. */
function killed(
  rollout: JourneyOptions,
  change: (main: Run) => { readonly main: Run; readonly options?: JourneyOptions },
): Promise<Journey> {
  return inFreshWorld(rollout, async (simulator) => {
    const signals = [{ at: simulator.clock.now() + 60_000, signal: 'SIGKILL' }] as const;
    const { run } = await travelAgain(simulator, { ...rollout, as: 'process', signals });
    expect(run.signal).toBe('SIGKILL');
    const { main, options } = change(run);
    return endOfJob(simulator, main, { ...rollout, ...options, as: 'process' });
  });
}

function changed(main: Run, change: (journal: string) => string): { readonly main: Run } {
  const files = Object.entries(main.temporary).map(([name, text]) => [name, change(text)]);
  expect(files).toHaveLength(1);
  return { main: { ...main, temporary: Object.fromEntries(files) } };
}

describe('the post step of a run that was killed', () => {
  it.each<readonly [what: string, change: (main: Run) => { readonly main: Run }]>([
    ['is gone', (main) => ({ main: { ...main, temporary: {} } })],
    ['was changed', (main) => changed(main, (text) => text.replace('InService', 'Failed'))],
    ['lacks a line', (main) => changed(main, (text) => text.replace(/^.*\n/, ''))],
    ['has a foreign line', (main) => changed(main, (text) => `${text}::error::x\n`)],
  ])('still closes the report where what was kept for it %s', async (_, change) => {
    const { run, comments } = await killed({}, change);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', 'endpoint-status': 'Updating' });
    expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining('### Cancelled')]);
    expect(run.log).toContain('is not known: an update may be running.');
    expect(run.annotations.filter(({ level }) => level === 'warning')).toEqual([
      expect.objectContaining({
        message:
          'What the step had kept for its post step cannot be read: how far the rollout had come is not known.',
      }),
    ]);
  });

  it.each([undefined, '/nonexistent', '/dev/null'])(
    'knows that it knows nothing where RUNNER_TEMP is %s',
    async (folder) => {
      const { run } = await killed({ env: { RUNNER_TEMP: folder } }, (main) => ({ main }));
      expect(run.outputs).toMatchObject({ outcome: 'cancelled', 'endpoint-status': 'Updating' });
      expect(run.log).toContain('is not known: an update may be running.');
      expect(run.log).not.toContain('changed nothing');
    },
  );

  it('knows the whole run where the last line was cut off', async () => {
    const { run } = await killed({}, (main) => changed(main, (text) => `${text}0123 event {"ki`));
    expect(run.annotations.map(({ level }) => level)).toEqual(['error']);
    expect(run.log).toContain('The update continues in SageMaker');
  });

  it('needs no file of the workspace any more', async () => {
    const rollout = {
      inputs: {
        'endpoint-config-file': 'endpoint.yaml',
        'smoke-test-file': 'smoke.yaml',
      },
      files: {
        'endpoint.yaml':
          'ProductionVariants: [{ VariantName: AllTraffic, ModelName: fraud-v2, InstanceType: ml.m5.xlarge, InitialInstanceCount: 3 }]',
        'smoke.yaml': '- { name: a fraud, body-file: body.json }',
        'body.json': '{}',
      },
    };
    const { run, comments } = await killed(rollout, (main) => ({ main, options: { files: {} } }));
    expect(run.exitCode).toBe(0);
    expect(run.log).not.toContain('input');
    expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining('### Cancelled')]);
  });

  it('finds no value of a variable of a container in what was kept', async () => {
    await killed(
      {
        inputs: { 'endpoint-config-file': 'endpoint.yaml', 'endpoint-config-name': 'fraud-env' },
        files: {
          'endpoint.yaml':
            'ProductionVariants: [{ VariantName: AllTraffic, ModelName: fraud-env, InstanceType: ml.m5.xlarge, InitialInstanceCount: 3 }]',
        },
        arrange: ({ sagemaker }) => {
          sagemaker.addModel('fraud-env', {
            PrimaryContainer: {
              Image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/models:env',
              Environment: { DB_PASS: 'correct horse' },
            },
          });
        },
      },
      (main) => {
        const [journal] = Object.values(main.temporary);
        expect(journal).toContain('"DB_PASS"');
        expect(journal).not.toContain('correct horse');
        return { main };
      },
    );
  });
});

describe('the post step of a run that told everything, where what was kept for it is lost', () => {
  /** The post step of such a run, and the comments as the run left them. */
  function ended(
    rollout: JourneyOptions,
    check: (post: Journey, main: Journey) => void,
  ): Promise<void> {
    return inFreshWorld(rollout, async (simulator) => {
      const main = await travelAgain(simulator, { ...rollout, as: 'process' });
      const lost = { ...main.run, temporary: {} };
      const post = await endOfJob(simulator, lost, { ...rollout, as: 'process' });
      expect(post.run).toMatchObject({ exitCode: 0, annotations: [], outputs: {}, summary: '' });
      expect(post.comments).toEqual(main.comments);
      check(post, main);
    });
  }

  it('leaves the report as it is', async () => {
    await ended({}, ({ run }, main) => {
      expect(main.run.outputs.outcome).toBe('deployed');
      expect(run.log).toBe('');
    });
  });

  it('restores the auto scaling that a cancelled run has left off', async () => {
    const rollout: JourneyOptions = {
      inputs: { ...canary, ...otherType, 'canary-size': '20%' },
      arrange: autoScaled,
      cancelAt: ({ clock }) => clock.now() + 200_000,
    };
    await ended(rollout, ({ run, simulator }, main) => {
      expect(main.run.outputs.outcome).toBe('cancelled');
      expect(run.log).toContain('Auto scaling is restored');
      expect(simulator.scaling.standing).toMatchObject([{ policies: [{}], actions: [{}] }]);
    });
  });

  it('does not name again what was wrong with the inputs', async () => {
    const rollout = {
      inputs: { 'smoke-test-file': 'smoke.yaml' },
      files: { 'smoke.yaml': '- 7' },
      env: { RUNNER_TEMP: undefined },
    };
    await ended(rollout, ({ run }, main) => {
      expect(main.run.outputs.outcome).toBe('failed');
      expect(main.run.log).toContain('RUNNER_TEMP cannot be written (not set)');
      expect(run.log).toBe('');
    });
  });
});

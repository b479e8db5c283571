import type { SageMaker } from '../../simulator/sagemaker/sagemaker.ts';
import type { Chance } from './chance.ts';

/** One of the rollouts that are measured, and what becomes of it. */
export interface BenchRollout {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly instances: number;
  /** What turns it back; undefined: nothing. */
  readonly trouble?: (sagemaker: SageMaker, chance: Chance) => void;
}

const alarms = 'fraud-5xx';
const allAtOnce = { strategy: 'all-at-once', alarms };
const canary = { strategy: 'canary', 'canary-size': '10%', alarms };
const linear = { strategy: 'linear', alarms };
const rolling = { strategy: 'rolling', alarms };

/** All four strategies, from minutes to hours, and something that goes wrong in each phase. */
export const benchRollouts: readonly BenchRollout[] = [
  {
    name: 'All at once, no waits',
    inputs: { strategy: 'all-at-once' },
    instances: 3,
  },
  {
    name: 'All at once, 10 min to termination',
    inputs: { ...allAtOnce, 'termination-wait': '10m' },
    instances: 3,
  },
  {
    name: 'Canary, 5 min + 2 min',
    inputs: { ...canary, 'wait-interval': '5m', 'termination-wait': '2m' },
    instances: 3,
  },
  {
    name: 'Canary, 30 min + 10 min',
    inputs: { ...canary, 'wait-interval': '30m', 'termination-wait': '10m' },
    instances: 10,
  },
  {
    name: 'Canary, 1 h + 1 h, no alarms',
    inputs: { ...canary, alarms: '', 'wait-interval': '1h', 'termination-wait': '1h' },
    instances: 10,
  },
  {
    name: 'Linear, 4 steps of 10 min',
    inputs: {
      ...linear,
      'linear-step-size': '25%',
      'wait-interval': '10m',
      'termination-wait': '5m',
    },
    instances: 4,
  },
  {
    name: 'Linear, 10 steps of 45 min',
    inputs: {
      ...linear,
      'linear-step-size': '10%',
      'wait-interval': '45m',
      'termination-wait': '10m',
    },
    instances: 10,
  },
  {
    name: 'Rolling, 5 batches of 5 min',
    inputs: { ...rolling, 'rolling-batch-size': '20%', 'wait-interval': '5m' },
    instances: 5,
  },
  {
    name: 'Rolling, 10 batches of 30 min',
    inputs: { ...rolling, 'rolling-batch-size': '10%', 'wait-interval': '30m' },
    instances: 10,
  },
  {
    name: 'Launch fails: no capacity',
    inputs: { ...canary, 'wait-interval': '30m', 'termination-wait': '10m' },
    instances: 10,
    trouble: failing('provisioning', 20, 110),
  },
  {
    name: 'Launch fails: health check',
    inputs: { ...rolling, 'rolling-batch-size': '50%', 'wait-interval': '10m' },
    instances: 4,
    trouble: (sagemaker, chance) => {
      const seconds = chance.between(1200, 1800);
      sagemaker.inject({ kind: 'slow-launch', seconds: 3600 });
      failing('provisioning', seconds, seconds)(sagemaker, chance);
    },
  },
  {
    name: 'Alarm in a canary bake',
    inputs: { ...canary, 'wait-interval': '30m', 'termination-wait': '10m' },
    instances: 10,
    trouble: alarming('baking', 1, 1800),
  },
  {
    name: 'Alarm in a linear step',
    inputs: {
      ...linear,
      'linear-step-size': '10%',
      'wait-interval': '15m',
      'termination-wait': '10m',
    },
    instances: 10,
    trouble: alarming('baking', 4, 900),
  },
  {
    name: 'Alarm in a rolling batch',
    inputs: {
      ...rolling,
      'rolling-batch-size': '20%',
      'rollback-batch-size': '100%',
      'wait-interval': '10m',
    },
    instances: 5,
    trouble: alarming('baking', 3, 600),
  },
  {
    name: 'Alarm in a final bake',
    inputs: { ...canary, 'wait-interval': '10m', 'termination-wait': '30m' },
    instances: 10,
    trouble: alarming('final-bake', 2, 1800),
  },
  {
    name: 'Time limit reached',
    inputs: {
      ...linear,
      'linear-step-size': '25%',
      'wait-interval': '20m',
      'max-execution-timeout': '45m',
    },
    instances: 4,
    trouble: () => {},
  },
];

type Trouble = NonNullable<BenchRollout['trouble']>;

/** An alarm trips at any moment of a bake. */
function alarming(stage: 'baking' | 'final-bake', step: number, bakeSeconds: number): Trouble {
  return (sagemaker, chance) => {
    const afterSeconds = chance.between(0, bakeSeconds);
    sagemaker.alarms.trip(alarms, { when: { stage, step, afterSeconds }, forSeconds: 60 });
  };
}

function failing(stage: 'provisioning', least: number, most: number): Trouble {
  return (sagemaker, chance) => {
    const afterSeconds = chance.between(least, most);
    sagemaker.inject({ kind: 'failing-deployment', stage, afterSeconds, reason: 'As it is.' });
  };
}

import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { tagsOfRecord } from '../../src/domain/record.ts';
import { type Answered, askDeploy } from './asked.ts';
import { autoScaled, otherType, savedTags } from './scaled.ts';

/** A model that talks nonsense is smoke-tested on another instance type, under auto scaling. */
async function tryInVain(
  arrange: (simulator: Simulator) => void = () => {},
): Promise<Answered & { readonly before: Simulator['scaling']['standing'] }> {
  let before: Simulator['scaling']['standing'] = [];
  const answered = await askDeploy({
    inputs: { ...otherType, 'smoke-test-file': 'smoke.yaml', 'smoke-test-timeout': '10s' },
    files: { 'smoke.yaml': '- { name: a fraud, body: "1", expect: { matches: fraud } }' },
    arrange: (simulator) => {
      autoScaled(simulator);
      simulator.runtime.script('fraud-v2', { kind: 'answers', body: '"?"' });
      arrange(simulator);
      before = simulator.scaling.standing;
    },
  });
  return { ...answered, before };
}

/** What changed the endpoint or its scaling, by name; the tags apart. Out of turn SageMaker would refuse it. */
function changes({ requests }: Answered): readonly string[] {
  return requests
    .filter(({ operation }) => /^(Update|Register|Deregister|Put)/.test(operation))
    .map(({ operation, error }) => (error ? `${operation}: ${error}` : operation))
    .toSorted();
}

const offAndOn = [
  'DeregisterScalableTarget',
  'PutScalingPolicy',
  'PutScheduledAction',
  'RegisterScalableTarget',
];

describe('a smoke test that fails on another instance type, under auto scaling', () => {
  it('goes back, and scaling stays off until what served before serves again', async () => {
    const answered = await tryInVain();
    expect(answered.outcome).toMatchObject({
      kind: 'rolled-back',
      reason: { kind: 'smoke-test' },
    });
    expect(answered.serves).toBe('fraud-v1');
    expect(changes(answered)).toEqual([...offAndOn, 'UpdateEndpoint', 'UpdateEndpoint']);
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(savedTags(answered.simulator)).toEqual([]);
  });

  it('goes back by the record too, where it served already: scaling makes way for that alone', async () => {
    const answered = await tryInVain(({ sagemaker }) => {
      sagemaker.addEndpoint('fraud-prod', 'fraud-other');
      const run = { commit: 'abc1234', run: 'https://github.example/runs/1' };
      const record = { previous: 'fraud-v1', current: 'fraud-other', mode: 'deploy' } as const;
      sagemaker.addTags('endpoint', 'fraud-prod', tagsOfRecord({ ...record, ...run }));
    });
    expect(answered.outcome).toMatchObject({
      kind: 'rolled-back',
      reason: { kind: 'smoke-test' },
    });
    expect(answered.serves).toBe('fraud-v1');
    expect(changes(answered)).toEqual([...offAndOn, 'UpdateEndpoint']);
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(savedTags(answered.simulator)).toEqual([]);
  });
});

import { expect, it } from '@jest/globals';
import type { Fault } from '../../simulator/account/faults.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { askDeploy } from './asked.ts';
import { autoScaled, otherType, savedTags } from './scaled.ts';

it('Auto scaling is restored although the poll before that finds no endpoint.', async () => {
  let before: Simulator['scaling']['standing'] = [];
  const deploy = (fault?: Fault) =>
    askDeploy({
      inputs: otherType,
      arrange: (simulator) => {
        autoScaled(simulator);
        before = simulator.scaling.standing;
        if (fault) simulator.sagemaker.inject(fault);
      },
    });
  const isPoll = ({ operation }: { readonly operation: string }) =>
    operation === 'DescribeEndpoint';
  const usual = await deploy();
  const calls = usual.requests.filter(isPoll).length;
  const answered = await deploy({
    kind: 'stale-read',
    operation: 'DescribeEndpoint',
    seconds: 90_000,
    calls,
  });
  expect(answered.requests.filter(isPoll)).toHaveLength(calls + 1);
  expect(answered.simulator.scaling.standing).toEqual(before);
  expect(savedTags(answered.simulator)).toEqual([]);
});

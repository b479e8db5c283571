import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { loadScenario } from '../../simulator/scenarios.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { describeWithAwsCli, person } from '../simulator/aws-cli.ts';
import { type Asked, askDeploy } from './asked.ts';
import { autoScaled, otherType } from './scaled.ts';

const run = promisify(execFile);

/** Nothing can be restored by the run itself. */
const denied: Asked = {
  inputs: otherType,
  arrange: (simulator) => {
    autoScaled(simulator);
    simulator.sagemaker.inject({ kind: 'access-denied', operation: 'RegisterScalableTarget' });
  },
};

/** The commands of the report, pasted by a person into a shell with the real AWS CLI. */
describeWithAwsCli('a person who puts scaling back by hand with', ({ path }) => {
  it('needs nothing but the commands in the report', async () => {
    const { report } = await askDeploy(denied);
    const commands = report.match(/^aws application-autoscaling .*$/gm) ?? [];
    expect(commands).toHaveLength(3);

    const simulator = await startSimulator();
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    autoScaled(simulator);
    const before = simulator.scaling.standing;
    simulator.scaling.deregister('fraud-prod');
    try {
      const pointed = `aws() { '${path}' --endpoint-url '${simulator.url}' "$@"; }`;
      await run('/bin/sh', ['-ec', [pointed, ...commands].join('\n')], { env: person });
      expect(simulator.scaling.standing).toEqual(before);
    } finally {
      await simulator.close();
    }
  });
});

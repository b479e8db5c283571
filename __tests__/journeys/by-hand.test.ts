import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { loadScenario } from '../../simulator/scenarios.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { type Asked, deployInProcess } from './plan-in-process.ts';
import { autoScaled, otherType } from './scaled.ts';

const run = promisify(execFile);
const places = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
const aws = places.map((folder) => join(folder, 'aws')).find((path) => existsSync(path));
if (!aws) console.warn('The AWS CLI is not installed: nobody puts anything back by hand.');

/** Nothing can be put back by the run itself. */
const denied: Asked = {
  inputs: otherType,
  arrange: (simulator) => {
    autoScaled(simulator);
    simulator.sagemaker.inject({ kind: 'access-denied', operation: 'RegisterScalableTarget' });
  },
};

/** The commands of the report, pasted by a person into a shell with the real AWS CLI. */
(aws ? describe : describe.skip)('a person who puts scaling back by hand', () => {
  it('needs nothing but the commands in the report', async () => {
    const { report } = await deployInProcess(denied);
    const commands = report.match(/^aws application-autoscaling .*$/gm) ?? [];
    expect(commands).toHaveLength(3);

    const simulator = await startSimulator();
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    autoScaled(simulator);
    const before = simulator.scaling.standing;
    simulator.scaling.deregister('fraud-prod');
    try {
      await run('/bin/sh', ['-ec', commands.join('\n')], {
        env: {
          PATH: process.env.PATH,
          HOME: '/nonexistent',
          AWS_ENDPOINT_URL: simulator.url,
          AWS_ACCESS_KEY_ID: 'test',
          AWS_SECRET_ACCESS_KEY: 'test',
          AWS_PAGER: '',
        },
      });
      expect(simulator.scaling.standing).toEqual(before);
    } finally {
      await simulator.close();
    }
  });
});

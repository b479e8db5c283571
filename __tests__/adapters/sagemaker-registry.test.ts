import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { refuseIncomplete } from '../../src/adapters/complete-answers.ts';
import { SageMakerRegistry } from '../../src/adapters/sagemaker-registry.ts';
import { settingsInProcess } from '../journeys/aws-in-process.ts';
import { TimeInProcess } from '../journeys/time-in-process.ts';

let simulator: Simulator;
let time: TimeInProcess;
let registry: SageMakerRegistry;
beforeEach(async () => {
  simulator = await startSimulator({ start: Date.now() });
  process.env.AWS_ENDPOINT_URL = simulator.url;
  process.env.AWS_REGION = 'eu-west-1';
  process.env.AWS_ACCESS_KEY_ID = 'AKIDSIMULATED';
  process.env.AWS_SECRET_ACCESS_KEY = 'simulated';
  time = new TimeInProcess(simulator.clock);
  registry = new SageMakerRegistry(settingsInProcess(time));
});
afterEach(() => {
  time.stop();
  return simulator.close();
});

it('all pages of a group are read, and members that the SDK does not know are kept', async () => {
  for (let version = 1; version <= 230; version += 1) {
    simulator.sagemaker.addModelPackage('fraud', version);
  }
  const versions = await registry.versions('fraud', 'fraud-prod');
  expect(versions.map((each) => each.ModelPackageVersion)).toEqual(
    Array.from({ length: 230 }, (_, index) => index + 1),
  );
});

it('a package is described as the API answers it, its times as numbers', async () => {
  const arn = simulator.sagemaker.addModelPackage('fraud', 3, {
    ...{ NewMember: { Kept: true } },
    MetadataProperties: { CommitId: 'a1b2c3d' },
  });
  for (const name of [arn, 'fraud/3']) {
    expect(await registry.package(name, 'fraud-prod')).toMatchObject({
      ModelPackageArn: arn,
      MetadataProperties: { CommitId: 'a1b2c3d' },
      NewMember: { Kept: true },
      CreationTime: expect.any(Number),
    });
  }
});

it('an answer about another package is no answer', () => {
  const arn = 'arn:aws:sagemaker:eu-west-1:123456789012:model-package/fraud/33';
  const answer = { ModelPackageArn: arn, ModelPackageStatus: 'Completed' };
  const ask = (ModelPackageName: string) =>
    refuseIncomplete('DescribeModelPackage', { ModelPackageName }, answer);
  for (const same of [arn, 'fraud/33', 'Fraud/33', arn.replace('fraud', 'Fraud')]) ask(same);
  for (const other of [arn.slice(0, -1), 'fraud/3', 'raud/33']) {
    expect(() => ask(other)).toThrow('with another ModelPackageArn than the one asked for');
  }
});

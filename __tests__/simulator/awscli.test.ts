import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { askAwsCli, describeWithAwsCli } from './aws-cli.ts';
import { canary, openWorld, type TestWorld } from './sagemaker-world.ts';

/** Version 2 prints times as ISO 8601, version 1 in seconds. */
const instant = (printed: string | number) =>
  new Date(typeof printed === 'number' ? 1000 * printed : printed).toISOString();

/** The real AWS CLI as a person uses it, against the simulator. */
describeWithAwsCli('a person at the AWS CLI', (cli) => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const sagemaker = (...args: string[]) =>
    askAwsCli(cli, ['--endpoint-url', world.url, 'sagemaker', ...args]);

  const arn = 'arn:aws:sagemaker:eu-west-1:123456789012';
  const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:4';
  const role = 'arn:aws:iam::123456789012:role/sagemaker';
  const variants =
    'VariantName=AllTraffic,ModelName=fraud-v4,InstanceType=ml.m5.xlarge,InitialInstanceCount=3';

  it('creates what is needed, rolls it out, and sees it rolled back with the reason', async () => {
    const model = ['create-model', '--model-name', 'fraud-v4'];
    model.push('--primary-container', `Image=${image}`, '--execution-role-arn', role);
    const endpoint = ['create-endpoint', '--endpoint-name', 'scores'];
    endpoint.push('--endpoint-config-name', 'fraud-v1');
    const [created] = await Promise.all([sagemaker(...model), sagemaker(...endpoint)]);
    expect(JSON.parse(created)).toEqual({ ModelArn: `${arn}:model/fraud-v4` });
    const config = ['create-endpoint-config', '--endpoint-config-name', 'fraud-v4'];
    expect(JSON.parse(await sagemaker(...config, '--production-variants', variants))).toEqual({
      EndpointConfigArn: `${arn}:endpoint-config/fraud-v4`,
    });

    world.to(180);
    world.sagemaker.alarms.trip('fraud-5xx', { when: { stage: 'baking', afterSeconds: 30 } });
    const update = ['update-endpoint', '--endpoint-name', 'scores'];
    update.push(
      '--endpoint-config-name',
      'fraud-v4',
      '--deployment-config',
      JSON.stringify(canary),
    );
    expect(JSON.parse(await sagemaker(...update))).toEqual({
      EndpointArn: `${arn}:endpoint/scores`,
    });

    const poll = ['describe-endpoint', '--endpoint-name', 'scores'];
    world.to(180 + 160);
    const baking = JSON.parse(await sagemaker(...poll));
    expect(baking).toMatchObject({
      EndpointStatus: 'Updating',
      EndpointConfigName: 'fraud-v1',
      PendingDeploymentSummary: {
        EndpointConfigName: 'fraud-v4',
        ProductionVariants: [
          { CurrentInstanceCount: 1, CurrentWeight: 1, VariantStatus: [{ Status: 'Baking' }] },
        ],
      },
    });
    const { CreationTime, PendingDeploymentSummary } = baking;
    expect(instant(CreationTime)).toBe('2026-03-02T09:00:00.000Z');
    expect(instant(PendingDeploymentSummary.StartTime)).toBe('2026-03-02T09:03:03.000Z');

    world.to(180 + 245);
    const query = ['--query', '[EndpointStatus,EndpointConfigName,FailureReason]'];
    const [end, refusal] = await Promise.all([
      sagemaker(...poll, ...query, '--output', 'text'),
      sagemaker('describe-endpoint', '--endpoint-name', 'nobody'),
    ]);
    expect(end.trim().split('\t')).toEqual([
      'InService',
      'fraud-v1',
      'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].',
    ]);
    expect(refusal).toBe(
      `An error occurred (ValidationException) when calling the DescribeEndpoint operation: Could not find endpoint "${arn}:endpoint/nobody".`,
    );
  });

  it('reads the model registry page by page, what is there, and who uses a model', async () => {
    for (const version of [1, 2, 3]) world.sagemaker.addModelPackage('fraud', version);
    world.sagemaker.addTransformJob('nightly', { model: 'fraud-v1' });
    const ask = async (query: string, ...args: string[]) =>
      JSON.parse(await sagemaker(...args, '--query', query));
    const packages = ['list-model-packages', '--model-package-group-name', 'fraud'];
    packages.push('--page-size', '2');
    expect(
      await Promise.all([
        ask('ModelPackageSummaryList[].ModelPackageVersion', ...packages),
        ask('Endpoints[].EndpointName', 'list-endpoints'),
        ask('ModelName', 'describe-transform-job', '--transform-job-name', 'nightly'),
      ]),
    ).toEqual([[1, 2, 3], ['fraud-prod'], 'fraud-v1']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type JourneyOptions, travel } from './journey.ts';

const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud@sha256:';
const digest = '4'.repeat(64);

/** A file whose model gets its image, its data and a variable from the workflow run. */
const ofTheRun = (more: JourneyOptions['inputs'] = {}): JourneyOptions => ({
  inputs: {
    'endpoint-config-name': '',
    'endpoint-config-file': 'endpoint.yaml',
    'endpoint-config-values': `AllTraffic.Model.PrimaryContainer.Image=${JSON.stringify(image + digest)}
      AllTraffic.Model.PrimaryContainer.ModelDataUrl=s3://models/fraud/42/model.tar.gz
      AllTraffic.Model.PrimaryContainer.Environment.THRESHOLD=hunter2=
      AllTraffic.InitialInstanceCount=2`,
    ...more,
  },
  files: {
    'endpoint.yaml': `ProductionVariants:
  - VariantName: AllTraffic
    InstanceType: ml.m5.xlarge
    InitialInstanceCount: 1
    Model:
      ExecutionRoleArn: arn:aws:iam::123456789012:role/sagemaker
      PrimaryContainer: { Image: to be built, Environment: { LOG_LEVEL: info } }
`,
  },
});

describe('values of the workflow run', () => {
  it('reach the model that a file describes, which is created with them', async () => {
    const { run, simulator } = await travel(ofTheRun());
    expect(run.outputs.outcome).toBe('deployed');
    const created = simulator.sagemaker.requests.find(
      ({ operation }) => operation === 'CreateModel',
    );
    expect(created?.input).toMatchObject({
      PrimaryContainer: {
        Image: image + digest,
        ModelDataUrl: 's3://models/fraud/42/model.tar.gz',
        Environment: { LOG_LEVEL: 'info', THRESHOLD: 'hunter2=' },
      },
    });
  });

  it('are shown where they are no variables of a container, whose values are never shown', async () => {
    const { run, comments } = await travel(ofTheRun({ mode: 'plan' }));
    expect(run.outputs.outcome).toBe('planned');
    const shown = [run.log, run.summary, JSON.stringify(run.outputs), JSON.stringify(comments)];
    expect(run.log).toContain('s3://models/fraud/42/model.tar.gz');
    expect(shown.join('\n')).not.toContain('hunter2');
  });

  it('are nowhere shown where a line cannot be read', async () => {
    const values = 'AllTraffic.Model.PrimaryContainer.Environment.THRESHOLD="hunter2';
    const { run, calls } = await travel(ofTheRun({ 'endpoint-config-values': values }));
    expect(run.outputs.outcome).toBe('failed');
    expect(run.log).toContain('endpoint-config-values line 1');
    expect(run.log + run.summary + JSON.stringify(run.outputs)).not.toContain('hunter2');
    expect(calls).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { inLog } from '../../src/domain/text/log.ts';
import { readDeploymentDocument } from '../../src/inputs/deployment-document.ts';
import { readEndpointConfigDocument } from '../../src/inputs/endpoint-config-document.ts';
import { mistakeLine } from '../../src/inputs/mistake.ts';
import { mistakesIn, read } from './workflow.ts';

const variant = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
};
const content = { ProductionVariants: [variant] };

const saidOf = (written: unknown) => {
  const text = typeof written === 'string' ? written : JSON.stringify(written);
  return readEndpointConfigDocument(text, undefined).mistakes.map(mistakeLine).map(inLog);
};

function contentOf(text: string): unknown {
  const document = readEndpointConfigDocument(text, undefined);
  expect(document.mistakes).toEqual([]);
  return document.content;
}

describe('a file as people have it is read', () => {
  it.each([
    [
      'with comments',
      `// of fraud\n{ /* one */ "ProductionVariants": [\n${JSON.stringify(variant)}, // two\n] }`,
    ],
    [
      'as YAML with CRLF',
      'ProductionVariants:\r\n- VariantName: AllTraffic\r\n  ModelName: fraud-v2\r\n  InstanceType: ml.m5.xlarge\r\n  InitialInstanceCount: 3\r\n',
    ],
    [
      'as YAML with a merge',
      'ProductionVariants:\n- <<: &base { InstanceType: ml.m5.xlarge, InitialInstanceCount: 3 }\n  VariantName: AllTraffic\n  ModelName: fraud-v2\n',
    ],
    ['as YAML that begins and ends a document', `---\n${JSON.stringify(content)}\n...\n`],
  ])('%s', (_, text) => {
    expect(contentOf(text)).toEqual(content);
  });

  it('a comment is none within a text, nor in YAML', () => {
    const capture = '"s3://fraud/*x*/" // not here\n';
    const json = `{ "ProductionVariants": [${JSON.stringify(variant)}], "KmsKeyId": "a//b", "New": ${capture} }`;
    expect(contentOf(json)).toEqual({ ...content, KmsKeyId: 'a//b', New: 's3://fraud/*x*/' });
    const yaml = `{ ProductionVariants: [${JSON.stringify(variant)}], New: s3://fraud/x }`;
    expect(contentOf(yaml)).toEqual({ ...content, New: 's3://fraud/x' });
  });

  it('the answer of DescribeEndpointConfig is read without what cannot be given', () => {
    const ServerlessConfig = { MemorySizeInMB: 1024, MaxConcurrency: 1 };
    const answer = {
      EndpointConfigName: 'fraud-v1',
      EndpointConfigArn: 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/fraud-v1',
      ProductionVariants: [{ VariantName: 'A', ServerlessConfig, VolumeSizeInGB: 5 }],
      CreationTime: '2026-03-02T09:00:00Z',
      ResponseMetadata: { HTTPStatusCode: 200 },
    };
    expect(contentOf(JSON.stringify(answer))).toEqual({
      ProductionVariants: [{ VariantName: 'A', ServerlessConfig }],
    });
  });
});

describe('another document, or other spellings, are refused with what to do', () => {
  const file = 'endpoint-config-file';
  it.each<[line: string, document: unknown]>([
    [
      `${file} is a CloudFormation template: give what stands under Properties of its AWS::SageMaker::EndpointConfig, with the values of its parameters.`,
      { Resources: {} },
    ],
    [
      `${file} is a CloudFormation template: give what stands under Properties of its AWS::SageMaker::EndpointConfig, with the values of its parameters.`,
      { Type: 'AWS::SageMaker::EndpointConfig', Properties: content },
    ],
    [
      `${file} is a Kubernetes manifest: give what stands under spec, with the names of the API, such as ProductionVariants for productionVariants.`,
      { apiVersion: 'v1', kind: 'EndpointConfig', spec: {} },
    ],
    [
      `${file} is of a model: give an endpoint configuration that names the model, such as \`aws sagemaker describe-endpoint-config\` prints it.`,
      { ModelName: 'm', PrimaryContainer: {} },
    ],
    [
      `${file} is of an endpoint: give its endpoint configuration, such as \`aws sagemaker describe-endpoint-config\` prints it.`,
      { EndpointName: 'fraud', EndpointConfigName: 'fraud-v1' },
    ],
    [
      `${file} is a list of endpoint configurations, which does not say what is in them: give one, such as \`aws sagemaker describe-endpoint-config\` prints it.`,
      { EndpointConfigs: [{ EndpointConfigName: 'fraud-v1', CreationTime: 1 }], NextToken: 'x' },
    ],
    ...[
      { version: 4, terraform_version: '1.9.0', serial: 3, lineage: 'x', resources: [] },
      { format_version: '1.0', terraform_version: '1.9.0', values: { root_module: {} } },
    ].map((document): [string, object] => [
      `${file} is a Terraform state or plan: give the endpoint configuration itself, such as \`aws sagemaker describe-endpoint-config\` prints it.`,
      document,
    ]),
    ...[
      'resource "aws_sagemaker_endpoint_configuration" "fraud" {\n  name = "fraud"\n}\n',
      '# Of fraud\n\nterraform {\n  required_version = "1.9"\n}\n',
      JSON.stringify({ resource: { aws_sagemaker_endpoint_configuration: {} } }),
    ].map((document): [string, string] => [
      `${file} is a Terraform configuration: give the endpoint configuration itself, such as \`aws sagemaker describe-endpoint-config\` prints it.`,
      document,
    ]),
    ...[
      "{'ProductionVariants': [{'VariantName': 'A'}], 'KmsKeyId': None}",
      "{'ProductionVariants': [{'VariantName': 'A'}], 'CreationTime': datetime.datetime(2026, 3, 2, 9, 0, tzinfo=tzlocal())}",
      "[{'VariantName': 'A', 'ModelName': None}]",
    ].map((document): [string, string] => [
      `${file} is Python's repr and not JSON: write it with json.dumps(…, default=str).`,
      document,
    ]),
    ...['<!DOCTYPE html><html></html>', '<EndpointConfig/>'].map((document): [string, string] => [
      `${file} is HTML or XML: give YAML or JSON in the shape of the API's CreateEndpointConfig.`,
      document,
    ]),
    [
      `${file} is a variant: put it into a list, under ProductionVariants.`,
      { VariantName: 'A', ModelName: 'm', InstanceType: 'ml.m5.large', InitialInstanceCount: 1 },
    ],
    [
      `${file} has the endpoint configuration under Properties: give what stands there alone.`,
      { Properties: content },
    ],
    ...[
      { StartAt: 'Deploy', States: {} },
      { version: '3', services: {} },
    ].map((document): [string, object] => [
      `${file} has no member of an endpoint configuration. Is it the right file?`,
      document,
    ]),
  ])('%s', (line, document) => {
    expect(saidOf(document)).toEqual([line]);
  });

  it.each([
    [
      'lower camel case',
      'productionVariants',
      'variantName',
      'instanceType',
      'initialInstanceCount',
    ],
    [
      'snake case',
      'production_variants',
      'variant_name',
      'instance_type',
      'initial_instance_count',
    ],
    [
      'kebab case',
      'production-variants',
      'variant-name',
      'instance-type',
      'initial-instance-count',
    ],
  ])(
    '%s: each name is told its right one, and nothing else is wrong',
    (_, list, name, type, count) => {
      const document = { [list]: [{ [name]: 'A', [type]: 'ml.m5.xlarge', [count]: 3 }] };
      const wrong = (place: string, right: string) =>
        `${file} ${place} is not a member of the API: write ${right}.`;
      expect(saidOf(document)).toEqual([
        wrong(list, 'ProductionVariants'),
        wrong(`${list}[0].${name}`, 'VariantName'),
        wrong(`${list}[0].${type}`, 'InstanceType'),
        wrong(`${list}[0].${count}`, 'InitialInstanceCount'),
      ]);
    },
  );

  it('a skeleton of the AWS CLI that is not filled in is one mistake about its empty strings', () => {
    const skeleton = {
      ...content,
      KmsKeyId: '',
      ExecutionRoleArn: '',
      VpcConfig: { SecurityGroupIds: [''], Subnets: [''] },
    };
    expect(saidOf(skeleton)).toEqual([
      `${file} has empty strings, as a skeleton of the AWS CLI has them: fill in or remove ExecutionRoleArn, VpcConfig.SecurityGroupIds[0] and 1 more.`,
    ]);
  });

  it('a model that is named by its ARN is told its name', () => {
    const ModelName = 'arn:aws:sagemaker:eu-west-1:123456789012:model/fraud-v2';
    expect(saidOf({ ProductionVariants: [{ ...variant, ModelName }] })).toEqual([
      `${file} ProductionVariants[0].ModelName: "${ModelName}" is not valid here: write the name instead of the ARN, fraud-v2.`,
    ]);
  });
});

it('a dictionary that Python prints is read where it is YAML as well', () => {
  const printed = JSON.stringify(content).replaceAll('"', "'");
  expect(contentOf(printed.replace(/}$/, ", 'EnableNetworkIsolation': True}"))).toEqual({
    ...content,
    EnableNetworkIsolation: true,
  });
});

it('what looks like Python in a string, or in comments, is no other document', () => {
  const noted = { ...content, Note: 'x: None, datetime.datetime(' };
  expect(contentOf(JSON.stringify(noted))).toEqual(noted);
  expect(contentOf(JSON.stringify(noted).replaceAll('"', "'"))).toEqual(noted);
  expect(contentOf(`${'#'.repeat(100)}\n# resource "x" {\n${JSON.stringify(content)}`)).toEqual(
    content,
  );
});

describe('what is newer than this version is named, and no mistake', () => {
  it.each([
    [
      'a member',
      { ProductionVariants: [{ ...variant, Colour: 1 }] },
      { place: 'ProductionVariants[0].Colour' },
    ],
    [
      'a member beside the one of a like name',
      { ...content, EndpointConfigName: 'x', ConfigName: 'y' },
      { place: 'ConfigName' },
    ],
    [
      'a value with another number',
      {
        ProductionVariants: [
          { ...variant, InferenceAmiVersion: 'al2-ami-sagemaker-inference-gpu-3-2' },
        ],
      },
      {
        place: 'ProductionVariants[0].InferenceAmiVersion',
        value: expect.objectContaining({ written: 'al2-ami-sagemaker-inference-gpu-3-2' }),
      },
    ],
  ])('%s', (_, document, unknown) => {
    const read = readEndpointConfigDocument(JSON.stringify(document), undefined);
    expect(read.mistakes).toEqual([]);
    expect(read.unknown).toEqual([{ ...unknown, place: `endpoint-config-file ${unknown.place}` }]);
  });
});

it.each(['canary', 'x-base', 'constructor', 'Not a name'])(
  'a member of no API is a mistake and no newer one: %s',
  (name) => {
    const wrong = `is not a member of the API. Remove it, or fix its name.`;
    expect(saidOf({ ...content, [name]: 1 })).toEqual([`endpoint-config-file ${name} ${wrong}`]);
    expect(mistakesIn({ 'deployment-config': JSON.stringify({ [name]: '10%' }) })).toEqual([
      `deployment-config ${name} ${wrong}`,
    ]);
  },
);

describe('deployment-config', () => {
  const config = {
    RollingUpdatePolicy: {
      MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 1 },
      WaitIntervalInSeconds: 60,
    },
  };
  const readOf = (document: object) =>
    readDeploymentDocument('deployment-config', JSON.stringify(document));

  it('may be the only member of a request', () => {
    expect(readOf({ DeploymentConfig: config })).toEqual({
      draft: config,
      mistakes: [],
      unknown: [],
    });
  });

  it('is not a whole request: its other members have inputs of their own', () => {
    const request = {
      EndpointName: 'fraud',
      RetainAllVariantProperties: true,
      DeploymentConfig: config,
    };
    expect(mistakesIn({ 'deployment-config': JSON.stringify(request) })).toEqual([
      'deployment-config holds a whole UpdateEndpoint request: keep what stands under DeploymentConfig, and give EndpointName as `endpoint-name`, RetainAllVariantProperties as `retain-variant-properties`.',
    ]);
  });

  it('may hold what is newer than this version', () => {
    const routing = {
      Type: 'SHADOW_FIRST',
      WaitIntervalInSeconds: 0,
      CanarySize: { Type: 'INSTANCE_COUNT', Value: 1 },
    };
    const newer = { BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: routing, Drains: true } };
    const { draft, mistakes, unknown } = readOf(newer);
    expect({ draft, mistakes }).toEqual({ draft: newer, mistakes: [] });
    expect(unknown.map(({ place }) => place)).toEqual([
      'deployment-config BlueGreenUpdatePolicy.TrafficRoutingConfiguration.Type',
      'deployment-config BlueGreenUpdatePolicy.Drains',
    ]);
  });
});

describe('a name that is given by its ARN', () => {
  const arn = (kind: string, region = 'eu-west-1') =>
    `arn:aws:sagemaker:${region}:123456789012:${kind}/fraud-v2`;

  it('is taken out of it', () => {
    const { rollout } = read({
      'endpoint-name': arn('endpoint'),
      'endpoint-config-name': arn('endpoint-config'),
    });
    expect([rollout.endpointName, rollout.endpointConfigName]).toEqual(['fraud-v2', 'fraud-v2']);
    const source = read({ 'endpoint-config-name': '', 'model-name': arn('model') }).rollout.source;
    expect(source).toMatchObject({ kind: 'model', model: { kind: 'existing', name: 'fraud-v2' } });
  });

  it('of something else, or of nothing that SageMaker has, is one mistake', () => {
    const given = (name: string) =>
      mistakesIn({ 'endpoint-config-name': '', 'model-name': name, 'variant-name': 'A' });
    for (const other of [arn('model-package'), 'arn:aws:iam::123456789012:role/x', 'fraud_v2']) {
      expect(given(other)).toEqual([
        expect.stringMatching(/^model-name: ".*" is not a valid name: /),
      ]);
    }
  });

  it('in another region is one mistake', () => {
    expect(mistakesIn({ 'endpoint-config-name': arn('endpoint-config', 'us-east-1') })).toEqual([
      `endpoint-config-name: "${arn('endpoint-config', 'us-east-1').slice(0, 60)}…" is in us-east-1, and the region is eu-west-1. Write one in it.`,
    ]);
  });
});

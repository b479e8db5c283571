import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const built = `${registry}/fraud@sha256:${'7a'.repeat(32)}`;
const role = 'arn:aws:iam::123456789012:role/fraud-serving';
type More = Readonly<Record<string, string>>;

/** Models that the action makes. */
function making(inputs: More, more: Omit<Leg, 'inputs'> = {}): Leg {
  return { inputs: { 'endpoint-config-name': '', ...inputs }, ...more };
}

/** The same by a file. */
function ofFile(content: string, inputs: More = {}, more: Omit<Leg, 'inputs' | 'files'> = {}): Leg {
  return {
    ...making({ 'endpoint-config-file': 'endpoint.yaml', ...inputs }, more),
    files: { 'endpoint.yaml': content },
  };
}

const image = making({ image: built });

const variantWithout = (name: string) => `
  - VariantName: ${name}
    InstanceType: ml.m5.xlarge
    InitialInstanceCount: 3
    InitialVariantWeight: 1`;
const open = `ProductionVariants:${variantWithout('AllTraffic')}\n`;
const written = `ProductionVariants:${variantWithout('AllTraffic')}
    Model:
      ExecutionRoleArn: ${role}
      PrimaryContainer:
        Image: ${built}
        ModelDataUrl: s3://models-123456789012/fraud-7/model.tar.gz
        Environment:
          THRESHOLD: "0.7"
          API_TOKEN: hunter2-hunter2
`;
const both = `ProductionVariants:${variantWithout('Champion')}
    Model:
      PrimaryContainer: { Image: "${built}", ModelDataUrl: s3://models-123456789012/a/model.tar.gz }${variantWithout('Challenger')}
    Model:
      PrimaryContainer: { Image: "${built}", ModelDataUrl: s3://models-123456789012/b/model.tar.gz }
`;

/** The serving model has all that is carried over. */
const rich: Leg['arrange'] = ({ sagemaker }) => {
  sagemaker.addModel('fraud-rich', {
    PrimaryContainer: {
      Image: `${registry}/fraud:1`,
      ModelDataUrl: 's3://models-123456789012/rich/model.tar.gz',
      Environment: { THRESHOLD: '0.5', API_TOKEN: 'hunter2-hunter2' },
    },
    ExecutionRoleArn: role,
    VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1', 'subnet-2'] },
    EnableNetworkIsolation: true,
  });
  sagemaker.addEndpointConfig('rich', {
    ProductionVariants: [
      {
        VariantName: 'AllTraffic',
        ModelName: 'fraud-rich',
        InstanceType: 'ml.m5.xlarge',
        InitialInstanceCount: 3,
      },
    ],
  });
  sagemaker.addEndpoint('fraud-prod', 'rich');
};

tell('models', {
  'image-then-the-same': {
    title: 'An image becomes a model like the one that serves, and the same image changes nothing.',
    unfolded: true,
    ...image,
    next: [image],
  },
  'image-planned': {
    title: 'A plan shows the model that would be created, and says what a tag means.',
    unfolded: true,
    ...making({ mode: 'plan', image: `${registry}/fraud:7` }),
  },
  'image-in-a-rich-model': {
    title:
      'Everything else of the model that serves is kept: environment, role, network and isolation.',
    given: 'The model that serves has an environment, a VPC and network isolation.',
    unfolded: true,
    ...image,
    arrange: rich,
  },
  'data-alone': {
    title: 'New model data are served by the image that serves.',
    ...making({ 'model-data-url': 's3://models-123456789012/fraud-8/model.tar.gz' }),
  },
  'image-and-data': {
    title: 'An image and model data may be given together.',
    ...making({ image: built, 'model-data-url': 's3://models-123456789012/fraud-8/model.tar.gz' }),
  },
  'written-in-the-file': {
    title: 'A configuration and its model are one file.',
    unfolded: true,
    ...ofFile(written),
    next: [ofFile(written)],
  },
  'two-models-then-one': {
    title: 'Two models share the traffic, then one takes it: two files, and no script.',
    ...ofFile(both, { 'execution-role-arn': role }),
    next: [
      ofFile(both.slice(0, both.lastIndexOf('\n  - VariantName: Challenger') + 1), {
        'execution-role-arn': role,
      }),
    ],
  },
  'image-in-a-file': {
    title: 'An image goes into the variant of the file that has no model.',
    ...ofFile(open, { image: built }),
  },
  'model-name-in-a-file': {
    title: 'A model that exists goes into the variant of the file that has none.',
    ...ofFile(open, { 'model-name': 'fraud-v2' }),
  },
  'first-deployment': {
    title: 'The first deployment needs a configuration, an image and a role.',
    scenario: 'endpoint-missing',
    ...ofFile(open, { image: built, 'execution-role-arn': role, 'create-endpoint': 'true' }),
  },
  'first-deployment-without-a-role': {
    title: 'Without a role the first deployment is stopped before anything is created.',
    scenario: 'endpoint-missing',
    ...ofFile(open, { image: built, 'create-endpoint': 'true' }),
  },
  redeployed: {
    title: 'An image that serves already is rolled out anew, under names of its own.',
    ...image,
    next: [making({ image: built, redeploy: 'true' })],
  },
  'creation-refused': {
    title: 'Where CreateModel is refused, nothing else is created.',
    ...image,
    faults: [
      {
        kind: 'refused',
        operation: 'CreateModel',
        message:
          'Could not access model data at s3://models-123456789012/fraud-v1/model.tar.gz. Please ensure that the role "arn:aws:iam::123456789012:role/sagemaker" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com".',
      },
    ],
  },
  'creation-denied': {
    title: 'A role that may not create models is told which permission it lacks.',
    ...image,
    faults: [{ kind: 'access-denied', operation: 'CreateModel' }],
  },
  'configuration-refused-then-used': {
    title:
      'Where the configuration is refused, the report names the model, and the next run uses it.',
    ...image,
    faults: [{ kind: 'refused', operation: 'CreateEndpointConfig', message: 'No.', calls: 1 }],
    next: [image],
  },
  'creation-throttled': {
    title: 'Creating a model is retried where it is throttled.',
    ...image,
    faults: [{ kind: 'throttling', operation: 'CreateModel', calls: 2 }],
  },
  'creation-answer-lost': {
    title: 'A model is created once, though the answer is lost.',
    ...image,
    faults: [{ kind: 'lost-answer', operation: 'CreateModel', calls: 1 }],
  },
  'creation-seen-late': {
    title: 'A model that is not found for some seconds after its creation is not created twice.',
    ...image,
    faults: [{ kind: 'late-models', seconds: 20 }],
  },
  'name-taken-by-other-content': {
    title: 'A model of that name with other content is refused.',
    given: 'A model of the name that the content gives exists, with another image.',
    ...image,
    arrange: ({ sagemaker }) => sagemaker.addModel('fraud-prod-6ca2f4f80f'),
  },
  'name-taken-with-more': {
    title:
      'A model of that name with other data and variables is refused, though its image is the same.',
    given:
      'A model of the name that the content gives exists, with data and variables of someone else.',
    ...ofFile(written),
    arrange: ({ sagemaker }) =>
      sagemaker.addModel('fraud-prod-a60e0f6651', {
        PrimaryContainer: {
          Image: built,
          ModelDataUrl: 's3://models-123456789012/fraud-7/model.tar.gz',
          Environment: { THRESHOLD: '0.7', API_TOKEN: 'hunter2-hunter2', OTHER: 'x' },
        },
        ExecutionRoleArn: role,
      }),
  },
  'environment-in-the-words-of-aws': {
    title: 'Variables of containers that SageMaker quotes are not shown.',
    given: 'The model that serves has an environment, a VPC and network isolation.',
    ...image,
    arrange: rich,
    faults: [
      {
        kind: 'refused',
        operation: 'CreateModel',
        message:
          'Environment variable map cannot be specified both at Model Package {KEY=of-the-package} and Model {API_TOKEN=hunter2-hunter2, THRESHOLD=0.5}.',
      },
    ],
  },
  'variant-renamed': {
    title: 'A variant under a new name keeps what the only one that serves had.',
    given: 'The model that serves has an environment, a VPC and network isolation.',
    ...ofFile(open.replace('AllTraffic', 'Main'), { image: built, mode: 'plan' }),
    arrange: rich,
  },
  'image-without-a-value': {
    title:
      'An empty image and a file without a model are stopped: the endpoint would serve no model.',
    ...ofFile(`${open}ExecutionRoleArn: ${role}\n`, { image: '' }),
  },
  'network-left-out': {
    title: 'A model in a file that leaves out the network of the serving one gets a warning.',
    given: 'The model that serves has an environment, a VPC and network isolation.',
    ...ofFile(written, { mode: 'plan' }),
    arrange: rich,
  },
  'in-another-region': {
    title: 'An image of another region and one that is not in ECR are named before the rollout.',
    ...ofFile(both.replace(built, 'docker.io/acme/fraud:7').replace('eu-west-1', 'us-east-1'), {
      mode: 'plan',
    }),
  },
});

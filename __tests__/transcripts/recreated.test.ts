import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const scenario = 'configuration-deleted';

/** A file of three instances with that model; its configuration is to have that name. */
function fileOf(ModelName: string, name = '', more: object = {}): Pick<Leg, 'inputs' | 'files'> {
  const variant = { VariantName: 'AllTraffic', ModelName, InstanceType: 'ml.m5.xlarge' };
  const content = {
    ProductionVariants: [{ ...variant, InitialInstanceCount: 3, InitialVariantWeight: 1 }],
    ...more,
  };
  return {
    inputs: { 'endpoint-config-name': name, 'endpoint-config-file': 'endpoint.json' },
    files: { 'endpoint.json': JSON.stringify(content) },
  };
}

const byName = { 'endpoint-config-name': 'fraud-v1' };
const plan = { mode: 'plan' };
const redeploy = { redeploy: 'true' };
const ofModel = (name: string) => ({ 'endpoint-config-name': '', 'model-name': name });
const underItsName = fileOf('fraud-v1', 'fraud-v1');

tell('recreated', {
  'not-by-its-name': {
    title:
      'An endpoint whose configuration was deleted fails what asks for that by name, or for a copy; the advice is to give it as a file under the old name.',
    scenario,
    inputs: byName,
    variations: {
      'a plan': { inputs: plan },
      'by a model': { inputs: ofModel('fraud-v2') },
      'a plan by a model': { inputs: { ...plan, ...ofModel('fraud-v2') } },
      'to be redeployed': { inputs: redeploy },
      'a plan to redeploy it': { inputs: { ...plan, ...redeploy } },
    },
  },
  'by-a-file': {
    title:
      'An endpoint whose configuration was deleted gets it again by a file of that name, and serves a copy of it.',
    scenario,
    ...underItsName,
    variations: {
      'another model': fileOf('fraud-v2', 'fraud-v1'),
      'a file that bears the name itself': fileOf('fraud-v1', '', {
        EndpointConfigName: 'fraud-v1',
      }),
      'a file without the name': fileOf('fraud-v2'),
      'a plan': { inputs: plan },
      'a canary, while SageMaker does not find for 12 s what was just created': {
        ...fileOf('fraud-v2', 'fraud-v1'),
        inputs: canary,
        faults: [{ kind: 'late-configurations', seconds: 12 }],
      },
    },
  },
  'unchanged-afterwards': {
    title:
      'An endpoint that got its configuration again is unchanged by the same content, and takes another model.',
    scenario,
    ...underItsName,
    next: [fileOf('fraud-v1'), { inputs: ofModel('fraud-v3') }],
    variations: {
      'another model': {
        ...fileOf('fraud-v2', 'fraud-v1'),
        next: [fileOf('fraud-v2'), { inputs: ofModel('fraud-v3') }],
      },
    },
  },
  'then-under-its-name': {
    title:
      'An endpoint that got its configuration again comes to serve it under its name with the next run, and stays there.',
    scenario,
    ...underItsName,
    next: [underItsName, underItsName],
  },
  'under-a-name-that-was-made': {
    title:
      'A configuration whose name was made from its content comes again by the same content, and is unchanged then.',
    inputs: ofModel('fraud-v2'),
    next: [
      {
        given: 'The configuration that serves is deleted.',
        arrange: ({ sagemaker }) => {
          const serves = sagemaker.endpoint('fraud-prod')?.state.configName ?? '';
          sagemaker.remove('endpoint-config', serves);
        },
        ...fileOf('fraud-v2'),
      },
      fileOf('fraud-v2'),
    ],
  },
  'in-three-runs': {
    title:
      'What was ended between the two configurations that it creates, or before its update, is carried on.',
    scenario,
    ...underItsName,
    faults: [{ kind: 'access-denied', operation: 'CreateEndpointConfig', calls: 2 }],
    next: [
      {
        ...underItsName,
        faults: [{ kind: 'access-denied', operation: 'UpdateEndpoint', calls: 1 }],
      },
      underItsName,
    ],
  },
});

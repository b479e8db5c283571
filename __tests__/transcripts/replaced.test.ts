import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import type { Moment } from '../../simulator/account/moments.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const variant = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v1',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  InitialVariantWeight: 1,
} as const satisfies ProductionVariant;
const configOf = (ModelName: string) => ({ ProductionVariants: [{ ...variant, ModelName }] });
const image = { PrimaryContainer: { Image: 'images/fraud:new' } };

type More = Readonly<Record<string, string>>;

/** Asks for what serves from the beginning, polling as rarely as the README recommends. */
function byName(more: More = {}, name = 'fraud-v1'): Leg {
  return { inputs: { 'poll-interval': '2m', 'endpoint-config-name': name, ...more } };
}
function byModel(more: More = {}, model = 'fraud-v1'): Leg {
  return byName({ 'model-name': model, ...more }, '');
}
function byFile(more: More = {}, content: object = configOf('fraud-v1')): Leg {
  return {
    ...byName({ 'endpoint-config-file': 'endpoint.json', ...more }, ''),
    files: { 'endpoint.json': JSON.stringify(content) },
  };
}

/** The configuration that serves gets other content under its name. */
const configReplaced = {
  given: 'fraud-v1 was deleted and created again, for the model fraud-v2.',
  arrange: ({ sagemaker }: Simulator) =>
    sagemaker.replaceEndpointConfig('fraud-v1', configOf('fraud-v2')),
};

/** The model that serves gets another image under its name. */
const modelReplaced = {
  given: 'The model fraud-v1 was deleted and created again with another image.',
  arrange: ({ sagemaker }: Simulator) => sagemaker.replaceModel('fraud-v1', image),
};

const denied = (operation: 'DescribeModel' | 'DescribeEndpointConfig') =>
  [{ kind: 'access-denied', operation }] as const;

/** Someone deletes the endpoint and creates it again. */
function recreated(endpointConfigName: string, when: Moment) {
  return { kind: 'endpoint-recreated', endpoint: 'fraud-prod', when, endpointConfigName } as const;
}
const smoke = {
  inputs: { 'smoke-test-file': 'smoke.yaml', 'smoke-test-timeout': '30s' },
  files: { 'smoke.yaml': '- { name: any, body: {} }\n' },
};
const wrong = { kind: 'error', status: 500, message: 'No.' } as const;
const inTheBake = { stage: 'baking', afterSeconds: 20 } as const;
const aMinuteLater = {
  given: 'A minute later.',
  arrange: ({ clock }: Simulator) => clock.advanceTo(clock.now() + 60_000),
};

tell('replaced', {
  'configuration-by-name': {
    title:
      'A configuration that was replaced while it serves is not unchanged by its name: the run fails and names the way out.',
    ...configReplaced,
    ...byName(),
  },
  'configuration-planned-by-name': {
    title:
      'A configuration that was replaced while it serves is an error in a plan, whatever the pre-flight does.',
    ...configReplaced,
    ...byName({ mode: 'plan' }),
    next: [byName({ mode: 'plan', preflight: 'warn' }), byName({ mode: 'plan', preflight: 'off' })],
  },
  'configuration-by-file': {
    title:
      'The content of a configuration that was replaced is rolled out from a file, and is unchanged then.',
    given: 'fraud-v1 was deleted and created again.',
    arrange: ({ sagemaker }) => sagemaker.replaceEndpointConfig('fraud-v1'),
    ...byFile(),
    next: [byFile()],
  },
  'configuration-by-model': {
    title:
      'The content of a configuration that was replaced is rolled out by its model, and is unchanged then.',
    given: 'fraud-v1 was deleted and created again.',
    arrange: ({ sagemaker }) => sagemaker.replaceEndpointConfig('fraud-v1'),
    ...byModel(),
    next: [byModel()],
  },
  'configuration-rolled-back-to': {
    title: 'A rollback to the configuration that serves, and that was replaced, is refused.',
    ...configReplaced,
    ...byName({ mode: 'rollback' }),
  },
  'model-by-name': {
    title:
      'A model that was replaced while it serves is not unchanged by the name of its configuration.',
    ...modelReplaced,
    ...byName(),
  },
  'model-planned-then-deployed-by-file': {
    title:
      'A model that was replaced while it serves is a change in a plan by a file, which names what deploying makes.',
    ...modelReplaced,
    ...byFile({ mode: 'plan' }),
    next: [byFile(), byModel()],
  },
  'model-planned-then-deployed-by-model': {
    title:
      'A model that was replaced while it serves is a change in a plan by its name, and what deploying makes of it is unchanged then.',
    ...modelReplaced,
    ...byModel({ mode: 'plan' }),
    next: [byModel(), byFile()],
  },
  'model-under-a-given-name': {
    title:
      'Content whose model was replaced cannot be rolled out under the name that it serves under, and the error says what to do.',
    ...modelReplaced,
    ...byFile({ 'endpoint-config-name': 'fraud-v1' }),
    next: [byModel({ 'endpoint-config-name': 'fraud-v1' })],
  },
  'other-name-for-what-serves': {
    title: 'What serves under another name is unchanged where its content is that of the file.',
    ...byFile(),
    next: [byFile({ 'endpoint-config-name': 'fraud-march' })],
  },
  'model-while-an-update-runs': {
    title:
      'A model that is replaced while its update runs is waited for, and then rolled out as it is now.',
    ...byModel({ ...canary, wait: 'false' }, 'fraud-v2'),
    next: [
      {
        given: 'A minute later the model fraud-v2 is replaced.',
        arrange: (simulator) => {
          aMinuteLater.arrange(simulator);
          simulator.sagemaker.replaceModel('fraud-v2', image);
        },
        ...byModel({}, 'fraud-v2'),
      },
    ],
  },
  'model-while-an-update-by-name-runs': {
    title:
      'A model that is replaced while its update runs by name fails the next run, once the old one serves.',
    ...byName({ ...canary, wait: 'false' }, 'fraud-v2'),
    next: [
      {
        given: 'A minute later the model fraud-v2 is replaced.',
        arrange: (simulator) => {
          aMinuteLater.arrange(simulator);
          simulator.sagemaker.replaceModel('fraud-v2', image);
        },
        ...byName({}, 'fraud-v2'),
      },
    ],
  },
  'model-not-readable-while-an-update-runs': {
    title:
      'An update is joined where models may not be read: that it brought the present content is not known, which fails.',
    ...byName({ ...canary, wait: 'false' }, 'fraud-v2'),
    next: [
      {
        ...aMinuteLater,
        faults: denied('DescribeModel'),
        ...byName({}, 'fraud-v2'),
      },
    ],
  },
  'redeployed-by-name': {
    title: 'With redeploy what serves already is rolled out once in a workflow run, by its name.',
    ...byName({ redeploy: 'true' }),
    next: [byName({ redeploy: 'true' })],
  },
  'redeployed-by-file': {
    title: 'With redeploy what serves already is rolled out once in a workflow run, by a file.',
    ...byFile({ redeploy: 'true' }),
    next: [byFile({ redeploy: 'true' }), byFile(), byModel()],
  },
  'redeployed-with-tags': {
    title: 'With redeploy the named configuration is copied as it is, with the tags of the inputs.',
    given: 'fraud-other exists, with a key and a tag.',
    arrange: ({ sagemaker }) =>
      sagemaker.addEndpointConfig('fraud-other', {
        ...configOf('fraud-v1'),
        KmsKeyId: 'key-1',
        Tags: [{ Key: 'made', Value: 'by-hand' }],
      }),
    ...byName({ redeploy: 'true', tags: 'team=fraud' }, 'fraud-other'),
  },
  'redeployed-without-reading-models': {
    title: 'Redeploy needs no right to read models.',
    faults: denied('DescribeModel'),
    ...byName({ redeploy: 'true' }),
    next: [byName({ redeploy: 'true' })],
  },
  'redeployed-and-joined': {
    title: 'A redeployment that runs is joined by a re-run.',
    ...byName({ ...canary, redeploy: 'true', wait: 'false' }),
    next: [{ ...aMinuteLater, ...byName({ redeploy: 'true' }) }],
  },
  'redeployment-planned': {
    title: 'A redeployment is planned as a change.',
    ...byName({ redeploy: 'true', mode: 'plan' }),
  },
  'redeployment-of-nothing': {
    title: 'A redeployment of a configuration that does not exist fails.',
    ...byName({ redeploy: 'true' }, 'fraud-v9'),
  },
  'endpoint-on-the-old-configuration': {
    title:
      'An endpoint that is created again on the old configuration while it is updated supersedes the update.',
    inputs: canary,
    faults: [recreated('fraud-v1', inTheBake)],
  },
  'endpoint-on-the-new-configuration': {
    title:
      'An endpoint that is created again on the new configuration while it is updated supersedes the update.',
    inputs: canary,
    faults: [recreated('fraud-v2', inTheBake)],
  },
  'endpoint-on-a-third-configuration': {
    title:
      'An endpoint that is created again on a third configuration while it is updated supersedes the update.',
    inputs: canary,
    faults: [recreated('fraud-v3', inTheBake)],
  },
  'endpoint-during-the-smoke-test': {
    title:
      'What passed a smoke test is not what serves, where the endpoint was created again meanwhile.',
    ...smoke,
    faults: [recreated('fraud-v2', { before: 'InvokeEndpoint', nth: 2 })],
    given: 'fraud-v2 fails for a second.',
    arrange: ({ runtime }) =>
      runtime.script('fraud-v2', { ...wrong, forSeconds: 1 }, { kind: 'answers', body: '{}' }),
  },
  'endpoint-before-the-rollback': {
    title: 'Nothing is rolled back on an endpoint that was created again after the smoke test.',
    ...smoke,
    faults: [
      { kind: 'throttling', operation: 'UpdateEndpoint', calls: [2, 3] },
      recreated('fraud-v2', { before: 'UpdateEndpoint', nth: 3 }),
    ],
    given: 'fraud-v2 fails.',
    arrange: ({ runtime }) => runtime.script('fraud-v2', wrong),
  },
  'endpoint-during-the-rollback': {
    title: 'An endpoint that is created again while it is rolled back is not called rolled back.',
    ...smoke,
    given: 'fraud-v2 fails; the endpoint is created again on fraud-v1 while that is provisioned.',
    arrange: ({ runtime, sagemaker }) => {
      runtime.script('fraud-v2', wrong);
      sagemaker.when({ before: 'UpdateEndpoint', nth: 2 }, () =>
        sagemaker.inject(recreated('fraud-v1', { stage: 'provisioning', afterSeconds: 20 })),
      );
    },
  },
  'endpoint-after-a-lost-answer': {
    title:
      'Whether a call whose answer was lost had an effect is unknown, where the endpoint is created again.',
    faults: [
      { kind: 'lost-answer', operation: 'UpdateEndpoint', calls: 1 },
      recreated('fraud-v1', { stage: 'accepted' }),
    ],
  },
});

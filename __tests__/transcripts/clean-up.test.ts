import type { Fault } from '../../simulator/account/faults.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { travelAgain } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Leg, Variation } from './transcript.ts';

type More = Readonly<Record<string, string>>;

const repository = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud';

/** Rolls out the nth image, in a model and a configuration that the action makes. */
function image(version: number, more: More = {}): Leg {
  const inputs = { 'endpoint-config-name': '', image: `${repository}:${version}`, ...more };
  return { inputs: { 'poll-interval': '2m', ...inputs } };
}

interface Version {
  readonly config: string;
  readonly model: string;
}

/** So many images were rolled out before, one after the other, and that is so besides. */
function after(
  rollouts: number,
  words: string,
  act: (simulator: Simulator, versions: readonly Version[]) => unknown = () => undefined,
): Required<Pick<Leg, 'given' | 'arrange'>> {
  return {
    given: `${rollouts} images were rolled out before.${words && ` ${words}`}`,
    arrange: async (simulator) => {
      const { sagemaker } = simulator;
      for (let version = 1; version <= rollouts; version += 1) {
        await travelAgain(simulator, image(version) as Pick<Required<Leg>, 'inputs'>);
      }
      const made = (operation: string) =>
        sagemaker.requests.filter((each) => each.operation === operation);
      const models = made('CreateModel').map(({ input }) => String(input.ModelName));
      const configs = made('CreateEndpointConfig').map(({ input }) =>
        String(input.EndpointConfigName),
      );
      act(
        simulator,
        configs.map((config, index) => ({ config, model: models[index] ?? '' })),
      );
    },
  };
}

const fault = (...faults: readonly Fault[]): Variation => ({ faults });
const keepOne = { 'keep-versions': '1' };
const keepTwo = { 'keep-versions': '2' };
/** Of another team. */
const naming = (ModelName = '') => ({
  ProductionVariants: [
    {
      VariantName: 'Other',
      InstanceType: 'ml.m5.large' as const,
      InitialInstanceCount: 1,
      ModelName,
    },
  ],
});
const busy = ({ sagemaker }: Simulator) =>
  sagemaker.addEndpoint('busy', 'fraud-v1', { status: 'Updating' });

tell('clean-up', {
  'older-versions': {
    title:
      'The plan says which older versions would be deleted, and the rollout deletes them after its success.',
    ...image(1),
    next: [
      image(2),
      image(3, { 'keep-versions': '1', mode: 'plan' }),
      image(3, { 'keep-versions': '1' }),
    ],
  },
  'not-all-known': {
    title:
      'Where it cannot be read which transform jobs run, no model is deleted, and the rollout is deployed all the same.',
    ...image(1),
    next: [
      image(2),
      {
        ...image(3, { 'keep-versions': '1' }),
        given: 'The role may not list transform jobs.',
        arrange: ({ sagemaker }: Simulator) =>
          sagemaker.inject({ kind: 'access-denied', operation: 'ListTransformJobs' }),
      },
    ],
  },
  'after-three-rollouts': {
    ...image(4, keepOne),
    ...after(3, ''),
    title:
      'Neither the newest nor the previous version is deleted, nor what anything else in the region names, and trouble with it never changes the outcome.',
    variations: {
      'a configuration and an endpoint name older ones': {
        ...image(6, keepOne),
        ...after(
          5,
          'The configuration of-others names the first model, and the endpoint sibling serves the second configuration.',
          ({ sagemaker }, [first, second]) => {
            sagemaker.replaceEndpointConfig('of-others', naming(first?.model));
            sagemaker.addEndpoint('sibling', second?.config ?? '');
          },
        ),
      },
      'an inference component and transform jobs name older ones': {
        ...image(5, keepOne),
        ...after(
          4,
          'The inference component shared names the first model, the job nightly, which is stopping, the second, and the job done, which is completed, the third.',
          ({ sagemaker }, [first, second, third]) => {
            const model = first?.model ?? '';
            sagemaker.addInferenceComponent('shared', { endpoint: 'fraud-prod', model });
            sagemaker.addTransformJob('nightly', {
              model: second?.model ?? '',
              status: 'Stopping',
            });
            sagemaker.addTransformJob('done', { model: third?.model ?? '', status: 'Completed' });
          },
        ),
      },
      'transform jobs may not be listed': {
        ...image(4, keepTwo),
        ...fault({ kind: 'access-denied', operation: 'ListTransformJobs' }),
      },
      'a deletion is refused': fault({
        ...{ kind: 'access-denied', operation: 'DeleteEndpointConfig' },
      }),
      'an endpoint of the region is updated, to what is not known': after(
        3,
        'The endpoint busy is Updating.',
        busy,
      ),
      'an endpoint serves a configuration that was deleted': {
        ...image(4, keepTwo),
        ...after(
          3,
          'The endpoint sibling serves lost, which was deleted.',
          ({ sagemaker, clock }) => {
            sagemaker.replaceEndpointConfig('lost', naming('fraud-v1'));
            clock.advanceTo(clock.now() + 1000);
            sagemaker.addEndpoint('sibling', 'lost');
            sagemaker.remove('endpoint-config', 'lost');
          },
        ),
      },
      'the image serves already': image(3, keepOne),
      'the rollout is rolled back': fault({ kind: 'failing-health-check' }),
      'no record of the rollout can be left': fault({
        ...{ kind: 'access-denied', operation: 'AddTags' },
      }),
      'the job is cancelled while older versions are deleted': {
        ...after(3, 'The endpoint busy is Updating.', busy),
        cancelAt: ({ clock }) => clock.now() + 215_000,
      },
    },
  },
});

import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/domain/json.ts';
import { readEndpointConfigDocument } from '../../src/inputs/endpoint-config-document.ts';

const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:7';

/** What is wrong with a file whose variant has this model, and these members beside it. */
function mistakesIn(Model: JsonObject, beside: JsonObject = {}): readonly string[] {
  const variant = {
    ...{ VariantName: 'A', InstanceType: 'ml.m5.large', InitialInstanceCount: 1 },
    Model,
    ...beside,
  };
  const text = JSON.stringify({ ProductionVariants: [variant] });
  const at = 'endpoint-config-file ProductionVariants[0].';
  return readEndpointConfigDocument(text, undefined).mistakes.map(
    ({ place, value, rule }) =>
      `${place.replace(at, '')}${value === undefined ? '' : ` (${value})`} ${rule}`,
  );
}

/** The same for its one container. */
function inContainer(members: JsonObject): readonly string[] {
  return mistakesIn({ PrimaryContainer: { Image: image, ...members } });
}

describe('a model in a file', () => {
  it('is right as CreateModel takes it', () => {
    expect(inContainer({ Environment: { PORT: '8080' }, ModelDataUrl: 's3://a/b' })).toEqual([]);
  });

  it.each<[what: string, mistakes: readonly string[], said: string]>([
    [
      'beside a name',
      mistakesIn({ PrimaryContainer: { Image: image } }, { ModelName: 'fraud-v1' }),
      'Model cannot be combined with ModelName: keep one of the two.',
    ],
    [
      'with a name of its own',
      mistakesIn({ ModelName: 'fraud-v1', PrimaryContainer: { Image: image } }),
      'Model.ModelName is made from the content of the model. Remove it.',
    ],
    [
      'with tags of its own',
      mistakesIn({ Tags: [], PrimaryContainer: { Image: image } }),
      'Model.Tags are given for all that is created: write them at the top of the file, or as `tags`.',
    ],
    [
      'without a container',
      mistakesIn({}),
      'Model has no container: write PrimaryContainer, or Containers for an inference pipeline.',
    ],
    [
      'with one container and several',
      mistakesIn({ PrimaryContainer: { Image: image }, Containers: [{ Image: image }] }),
      'Model.Containers cannot be combined with PrimaryContainer: keep one of the two.',
    ],
    [
      'with nothing to run',
      mistakesIn({ PrimaryContainer: { ModelDataUrl: 's3://a/b' } }),
      'Model.PrimaryContainer has nothing to run: write Image or ModelPackageName.',
    ],
    [
      'with an image whose digest is empty',
      inContainer({ Image: `${image.replace(':7', '')}@` }),
      'Model.PrimaryContainer.Image (123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud@) ends where its digest or tag should be: the expression for that is empty. Check that the job that builds the image sets the output, and that this job `needs` it.',
    ],
    [
      'with its data given twice',
      inContainer({
        ModelDataUrl: 's3://a/b',
        ModelDataSource: {
          S3DataSource: { S3Uri: 's3://a/b', S3DataType: 'S3Object', CompressionType: 'Gzip' },
        },
      }),
      'Model.PrimaryContainer.ModelDataSource cannot be combined with ModelDataUrl: keep one of the two.',
    ],
    [
      'with a number in its environment',
      inContainer({ Environment: { PORT: 8080 } }),
      'Model.PrimaryContainer.Environment.PORT is not a string: put it in quotes.',
    ],
    [
      'with a name that no variable has',
      inContainer({ Environment: { '8-bit': 'yes' } }),
      'Model.PrimaryContainer.Environment.8-bit has a name that is not valid here: write letters, digits and _, and no digit first.',
    ],
    [
      'with a member that is misspelled',
      inContainer({ ModelDataURL: 's3://a/b' }),
      'Model.PrimaryContainer.ModelDataURL is not a member of the API: write ModelDataUrl.',
    ],
  ])('%s is one mistake', (_, mistakes, said) => {
    expect(mistakes).toEqual([said]);
  });

  it('never shows a value of its environment', () => {
    const secret = 'hunter2'.repeat(200);
    const said = inContainer({ Environment: { A: secret, B: [secret], '9': secret } });
    expect(said).toHaveLength(3);
    expect(said.join()).not.toContain('hunter2');
  });
});

import { type JsonObject, objectAt, textAt, without } from '../json.ts';
import { Problem } from '../problem.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import { containersOf, withContainers } from './model-content.ts';
import type { ModelSource } from './model-source.ts';

type Changed = Extract<ModelSource, { kind: 'changed' }>;

/** Where a model cannot be made of the one that serves, it can be written. */
const writeIt = phrase`Write the model as \`Model\` of the variant in \`endpoint-config-file\`.`;

/**
 * The model that serves with another image, other data or both; every other member is carried over
 * as it is, known or new.
 *
 * @throws Problem `invalid-inputs` where it is not clear what would be replaced.
 */
export function changedModel(serving: JsonObject, changed: Changed): JsonObject {
  const [container, ...others] = containersOf(serving);
  if (!container || others.length > 0) {
    const count = container ? others.length + 1 : 0;
    throw unclear(phrase`The model that serves has ${count} containers, not one.`, writeIt);
  }
  return withContainers(serving, (each) => withData(withImage(each, changed), changed));
}

/**
 * The first model of a variant.
 *
 * @throws Problem `invalid-inputs` without an image.
 */
export function firstModel({ image, dataUrl }: Changed): JsonObject {
  if (image === undefined) {
    const remedy = phrase`Set \`image\` as well.`;
    throw unclear(phrase`No model serves in the variant whose data could be replaced.`, remedy);
  }
  const data = dataUrl === undefined ? {} : { ModelDataUrl: dataUrl };
  return { PrimaryContainer: { Image: image, ...data } };
}

function withImage(container: JsonObject, { image }: Changed): JsonObject {
  if (textAt(container, 'ModelPackageName') !== undefined) {
    throw unclear(phrase`The model that serves comes from a model package.`, writeIt);
  }
  return image === undefined ? container : { ...container, Image: image };
}

/** Data that are described, and not only named, are described as before. */
function withData(container: JsonObject, { dataUrl }: Changed): JsonObject {
  if (dataUrl === undefined) return container;
  const described = objectAt(container, 'ModelDataSource');
  const source = described && objectAt(described, 'S3DataSource');
  refuseOtherKind(source, dataUrl);
  if (!source) return { ...without(container, ['ModelDataSource']), ModelDataUrl: dataUrl };
  const kept = without(source, ['ETag', 'ManifestEtag']);
  return {
    ...container,
    ModelDataSource: { ...described, S3DataSource: { ...kept, S3Uri: dataUrl } },
  };
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html */
function refuseOtherKind(source: JsonObject | undefined, dataUrl: string): void {
  if (source && (source.ManifestS3Uri !== undefined || source.HubAccessConfig !== undefined)) {
    const message = phrase`The data of the model that serves come from a manifest or a hub.`;
    throw unclear(message, writeIt);
  }
  const isPrefix = textAt(source ?? {}, 'S3DataType') === 'S3Prefix';
  if (isPrefix === dataUrl.endsWith('/')) return;
  throw isPrefix
    ? unclear(
        phrase`The data of the model that serves are all objects under a prefix, and \`model-data-url\` is not one.`,
        phrase`Give a prefix, which ends in a slash. Or: ${writeIt}`,
      )
    : unclear(
        phrase`The data of the model that serves are one object, and \`model-data-url\` is a prefix.`,
        phrase`Give the URL of one object. Or: ${writeIt}`,
      );
}

function unclear(message: Phrase, remedy: Phrase): Problem {
  return new Problem('invalid-inputs', message, { remedy });
}

import { isObject, type JsonObject, objectAt, objectsAt, textAt } from '../domain/json.ts';
import { readPackageReference } from '../domain/models/package-reference.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import { brokenImage } from './broken-image.ts';

/** What names the model of a variant. */
const models = ['ModelName', 'Model', 'ModelPackage'] as const;

/**
 * The rules of CreateModel that the API model does not hold, for what a variant holds.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html
 */
export function modelRules(variant: JsonObject, place: string): readonly Violation[] {
  const model = objectAt(variant, 'Model');
  return [
    ...oneOf(variant, models, place),
    ...packageRules(variant, `${place}.ModelPackage`),
    ...(model
      ? [...foreign(model, `${place}.Model`), ...containerRules(model, `${place}.Model`)]
      : []),
  ];
}

/** The API says what a text of CreateModel may be; this one is the action's own. */
function packageRules({ ModelPackage: written }: JsonObject, place: string): readonly Violation[] {
  if (typeof written !== 'string') return [];
  const read = readPackageReference(written);
  return read.kind === 'mistaken' ? [{ place, value: written, rule: read.rule }] : [];
}

/** What CreateModel takes and a model of a file has not: its name comes from its content. */
function foreign(model: JsonObject, place: string): readonly Violation[] {
  const rules = {
    ModelName: phrase`is made from the content of the model. Remove it.`,
    Tags: phrase`are given for all that is created: write them at the top of the file, or as \`tags\`.`,
  };
  return Object.entries(rules).flatMap(([member, rule]) =>
    model[member] === undefined ? [] : [{ place: `${place}.${member}`, value: undefined, rule }],
  );
}

function containerRules(model: JsonObject, place: string): readonly Violation[] {
  const primary = objectAt(model, 'PrimaryContainer');
  const several = objectsAt(model, 'Containers');
  if (model.PrimaryContainer === undefined && several.length === 0) {
    const rule = phrase`has no container: write PrimaryContainer, or Containers for an inference pipeline.`;
    return [{ place, value: undefined, rule }];
  }
  return [
    ...oneOf(model, ['PrimaryContainer', 'Containers'], place),
    ...(primary ? dataRules(primary, `${place}.PrimaryContainer`) : []),
    ...several.flatMap((each, index) => dataRules(each, `${place}.Containers[${index}]`)),
  ];
}

function imageRules(image: string, place: string): readonly Violation[] {
  const rule = brokenImage(image);
  return rule ? [{ place, value: image, rule }] : [];
}

function dataRules(container: JsonObject, place: string): readonly Violation[] {
  const isEmpty = container.Image === undefined && container.ModelPackageName === undefined;
  const rule = phrase`has nothing to run: write Image or ModelPackageName.`;
  return [
    ...(isEmpty ? [{ place, value: undefined, rule }] : []),
    ...imageRules(textAt(container, 'Image') ?? '', `${place}.Image`),
    ...oneOf(container, ['Image', 'ModelPackageName'], place),
    ...oneOf(container, ['ModelDataUrl', 'ModelDataSource'], place),
  ];
}

/** Of these members one is taken, if any. */
function oneOf(
  object: JsonObject,
  members: readonly string[],
  place: string,
): readonly Violation[] {
  const [first, ...others] = members.filter((member) => isGiven(object, member));
  return others.map((member) => ({
    place: `${place}.${member}`,
    value: undefined,
    rule: phrase`cannot be combined with ${first ?? ''}: keep one of the two.`,
  }));
}

function isGiven(object: JsonObject, member: string): boolean {
  const value = object[member];
  return value !== undefined && value !== null && (!Array.isArray(value) || value.length > 0);
}

/** Whether a variant says which model it has: by its name, or by what it is. */
export function namesModel(variant: JsonObject): boolean {
  return (
    models.some((member) => variant[member] !== undefined) ||
    objectsAt(variant, 'InstancePools').some(
      (pool) => isObject(pool) && pool.ModelNameOverride !== undefined,
    )
  );
}

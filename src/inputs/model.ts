import { createModel } from '../domain/api/create-model.ts';
import type { Shape, Text } from '../domain/api/shape.ts';
import { everyVariantOf, variantNameOf } from '../domain/endpoint-config.ts';
import { type JsonObject, textAt } from '../domain/json.ts';
import type { ModelSource, WantedModel } from '../domain/models/model-source.ts';
import { writtenModels } from '../domain/models/wanted-model.ts';
import { keeps, roleArn } from '../domain/names.ts';
import type { ConfigSource } from '../domain/request.ts';
import { listed, phrase } from '../domain/text/phrase.ts';
import { rightText } from './api-texts.ts';
import { brokenImage } from './broken-image.ts';
import type { InputName } from './declared.ts';
import { readModelPackage } from './model-package.ts';
import { namesModel } from './model-rules.ts';
import type { InputReader } from './reader.ts';

/** The inputs that say which model a variant gets. */
export const modelInputs = [
  'model-name',
  'image',
  'model-data-url',
  'model-package',
] as const satisfies readonly InputName[];

/** Which model is asked for, and for which variant. */
export interface AskedModel {
  readonly model: ModelSource;
  readonly variantName: string | undefined;
}

/** Reads the inputs of a model and `variant-name`; undefined where no model is asked for, or none that can be read. */
export function readModel(reader: InputReader): AskedModel | undefined {
  const name = reader.optionalResourceName('model-name');
  const image = readText(reader, 'image', 'Image');
  const dataUrl = readText(reader, 'model-data-url', 'ModelDataUrl');
  const reference = readModelPackage(reader);
  const variantName = reader.optionalResourceName('variant-name');
  const given = modelInputs.filter((input) => reader.text(input) !== undefined);
  if (given.length === 0) {
    refuseVariant(reader);
    return undefined;
  }
  for (const input of ['model-name', 'model-package'] as const) {
    const others = given.filter((other) => other !== input);
    if (!given.includes(input) || others.length === 0) continue;
    reader.mistake(input, reader.text(input), notBoth[input](others));
    break;
  }
  if (name !== undefined) return { model: { kind: 'existing', name }, variantName };
  if (reference) return { model: { kind: 'package', reference }, variantName };
  if (image === undefined && dataUrl === undefined) return undefined;
  return { model: { kind: 'changed', image, dataUrl }, variantName };
}

/** What is wrong with a model that is given in two ways. */
const notBoth = {
  'model-name': (others: readonly string[]) =>
    phrase`cannot be combined with ${listed(others)}: the model exists already, or it is made. Keep one of the two.`,
  'model-package': (others: readonly string[]) =>
    phrase`cannot be combined with ${listed(others)}: a package brings its images and its data. Keep one of the two.`,
};

function refuseVariant(reader: InputReader): void {
  const variantName = reader.text('variant-name');
  if (variantName === undefined) return;
  const rule = phrase`says which variant gets the model: set one of ${listed(modelInputs)}, or remove it.`;
  reader.mistake('variant-name', variantName, rule);
}

/** A text that a container of CreateModel takes. */
function readText(
  reader: InputReader,
  input: 'image' | 'model-data-url',
  member: string,
): string | undefined {
  const text = reader.text(input);
  const shape = textOf(member);
  if (text === undefined || !shape) return text;
  const { most = Number.POSITIVE_INFINITY } = shape;
  if (text.length > most) {
    reader.mistake(input, text, phrase`is too long: the API takes ${most} characters.`);
    return undefined;
  }
  const right = rightText(text, shape);
  const rule = right
    ? phrase`is not valid: write ${right}.`
    : input === 'image'
      ? brokenImage(text)
      : undefined;
  if (!rule) return text;
  reader.mistake(input, text, rule);
  return undefined;
}

function textOf(member: string): Text | undefined {
  const container = createModel.members.PrimaryContainer;
  const shape: Shape | undefined =
    container?.kind === 'structure' ? container.members[member] : undefined;
  return shape?.kind === 'text' ? shape : undefined;
}

/**
 * The model for the one variant of the file that has none.
 *
 * A mistake where it is not clear which that is.
 */
export function modelForFile(
  reader: InputReader,
  content: JsonObject,
  { model, variantName }: AskedModel,
): WantedModel | undefined {
  const variants = everyVariantOf(content);
  const open = variants.filter((variant) => !namesModel(variant));
  const chosen =
    variantName === undefined ? open : open.filter((each) => variantNameOf(each) === variantName);
  const [only, ...others] = chosen;
  if (only && others.length === 0) return { variant: variantNameOf(only), source: model };
  const [input, value] =
    variantName === undefined ? whichModel(reader) : (['variant-name', variantName] as const);
  reader.mistake(input, value, whyUnclear(variants, open, variantName));
  return undefined;
}

function whichModel(reader: InputReader): readonly [InputName, string | undefined] {
  const input = modelInputs.find((each) => reader.text(each) !== undefined) ?? 'model-name';
  return [input, reader.text(input)];
}

function whyUnclear(
  variants: readonly JsonObject[],
  open: readonly JsonObject[],
  variantName: string | undefined,
) {
  const named = variants.find((each) => variantNameOf(each) === variantName);
  if (named) {
    const has = textAt(named, 'ModelName') ?? 'one';
    return phrase`has a model in the file already (${has}). Remove one of the two.`;
  }
  if (variantName !== undefined) {
    return phrase`is not a variant of the file: write one of ${listed(variants.map(variantNameOf))}.`;
  }
  return open.length === 0
    ? phrase`cannot be combined with a file whose variants all have a model: leave the model out of the variant that gets it.`
    : phrase`is for one variant, and ${listed(open.map(variantNameOf))} have no model: set \`variant-name\`.`;
}

/** Reads `execution-role-arn`: of models that are created. */
export function readExecutionRole(reader: InputReader, source: ConfigSource): string | undefined {
  const arn = reader.text('execution-role-arn');
  if (arn === undefined) return undefined;
  if (!keeps(arn, roleArn)) {
    const rule = phrase`is not a valid role ARN: write it like arn:aws:iam::123456789012:role/sagemaker.`;
    reader.mistake('execution-role-arn', arn, rule);
    return undefined;
  }
  if (!makesModel(source)) {
    const rule = phrase`is the role of a model that the action creates, and it creates none: set \`image\`, \`model-data-url\` or \`model-package\`, write \`Model\` or \`ModelPackage\` in \`endpoint-config-file\`, or remove it.`;
    reader.mistake('execution-role-arn', arn, rule);
  }
  return arn;
}

function makesModel(source: ConfigSource): boolean {
  if (source.kind === 'model') return source.model.kind !== 'existing';
  if (source.kind !== 'file') return false;
  const given = source.model !== undefined && source.model.source.kind !== 'existing';
  return given || writtenModels(source.content).length > 0;
}

import { isObject, type JsonObject, objectAt, objectsAt, textAt, without } from '../json.ts';
import { canonicalText } from '../same-content.ts';

/** Members that name or date a model, or hang on it, without being what it says. */
const besideTheContent = ['ModelName', 'ModelArn', 'CreationTime', 'Tags'];
/** What DescribeModel and the SDKs add to an answer. */
const ofTheAnswer = ['DeploymentRecommendation', '$metadata', 'ResponseMetadata'];

/** The containers of a model: its primary one, or all of an inference pipeline. */
export function containersOf(model: JsonObject): readonly JsonObject[] {
  const primary = objectAt(model, 'PrimaryContainer');
  return [...(primary ? [primary] : []), ...objectsAt(model, 'Containers')];
}

/** The model with something else in place of each container. */
export function withContainers(
  model: JsonObject,
  change: (container: JsonObject) => JsonObject,
): JsonObject {
  const { PrimaryContainer: primary, Containers: several } = model;
  return {
    ...model,
    ...(isObject(primary) && { PrimaryContainer: change(primary) }),
    ...(Array.isArray(several) && {
      Containers: several.map((each) => (isObject(each) ? change(each) : each)),
    }),
  };
}

/**
 * What a model says, as CreateModel takes it: without its name, its times and its tags, and without
 * what says the same as nothing. An answer of DescribeModel and the request that led to it have the same.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
 */
export function contentOfModel(described: JsonObject): JsonObject {
  const content = without(described, [...besideTheContent, ...ofTheAnswer]);
  return withContainers(withoutDefaults(content), contentOfContainer);
}

function withoutDefaults(content: JsonObject): JsonObject {
  const { EnableNetworkIsolation: isolation, Containers: several } = content;
  const isSerial = textAt(objectAt(content, 'InferenceExecutionConfig') ?? {}, 'Mode') === 'Serial';
  return without(content, [
    ...(isolation === false ? ['EnableNetworkIsolation'] : []),
    ...(Array.isArray(several) && several.length === 0 ? ['Containers'] : []),
    ...(isSerial ? ['InferenceExecutionConfig'] : []),
  ]);
}

function contentOfContainer(container: JsonObject): JsonObject {
  const { Mode: mode, Environment: environment } = container;
  const isEmpty = isObject(environment) && Object.keys(environment).length === 0;
  return oneSource(
    without(container, [
      ...(mode === 'SingleModel' ? ['Mode'] : []),
      ...(isEmpty ? ['Environment'] : []),
    ]),
  );
}

/**
 * DescribeModel answers ModelDataUrl and ModelDataSource for the same data, and CreateModel takes one:
 * the URL where it says as much, for batch transform jobs take no other.
 */
function oneSource(container: JsonObject): JsonObject {
  const source = objectAt(objectAt(container, 'ModelDataSource') ?? {}, 'S3DataSource');
  const uri = source && textAt(source, 'S3Uri');
  const url = textAt(container, 'ModelDataUrl');
  if (!source || uri === undefined || (url !== undefined && url !== uri)) return container;
  return isArchive(url === undefined ? source : without(source, ['ETag']))
    ? { ...without(container, ['ModelDataSource']), ModelDataUrl: uri }
    : without(container, ['ModelDataUrl']);
}

/** Whether the data are what a ModelDataUrl means: one gzip-compressed archive, and nothing else is said. */
function isArchive(source: JsonObject): boolean {
  const { S3DataType: type, CompressionType: compression } = source;
  const others = without(source, ['S3Uri', 'S3DataType', 'CompressionType']);
  return type === 'S3Object' && compression === 'Gzip' && Object.keys(others).length === 0;
}

/** The content as one text: the same for the same content. */
export function canonicalModel(content: JsonObject): string {
  return canonicalText(contentOfModel(content));
}

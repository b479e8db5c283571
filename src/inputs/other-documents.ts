import { createEndpointConfig } from '../domain/api/create-endpoint-config.ts';
import { asGiven, withVariants } from '../domain/endpoint-config.ts';
import { isObject, type JsonObject, type JsonValue, without } from '../domain/json.ts';
import { likelyName } from '../domain/text/likely-name.ts';
import { joined, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { terraform } from './other-texts.ts';
import { placeOf } from './place.ts';

/** A document that is likely to be given by mistake. */
interface Other {
  readonly isIt: (written: JsonObject) => boolean;
  /** What it is, and what to give instead: follows on the input's name. */
  readonly rule: Phrase;
}

const has =
  (...members: readonly string[]) =>
  (written: JsonObject) =>
    members.some((member) => Object.hasOwn(written, member)) &&
    !Object.hasOwn(written, 'ProductionVariants');

const others: readonly Other[] = [
  {
    isIt: (written) =>
      has('Resources', 'AWSTemplateFormatVersion')(written) ||
      String(written.Type).startsWith('AWS::'),
    rule: phrase`is a CloudFormation template: give what stands under Properties of its AWS::SageMaker::EndpointConfig, with the values of its parameters.`,
  },
  {
    isIt: has('apiVersion'),
    rule: phrase`is a Kubernetes manifest: give what stands under spec, with the names of the API, such as ProductionVariants for productionVariants.`,
  },
  { isIt: has('resource', 'terraform'), rule: terraform },
  {
    isIt: has('terraform_version'),
    rule: phrase`is a Terraform state or plan: give the endpoint configuration itself, such as \`aws sagemaker describe-endpoint-config\` prints it.`,
  },
  {
    isIt: has('EndpointConfigs'),
    rule: phrase`is a list of endpoint configurations, which does not say what is in them: give one, such as \`aws sagemaker describe-endpoint-config\` prints it.`,
  },
  {
    isIt: has('PrimaryContainer', 'Containers', 'ModelArn'),
    rule: phrase`is of a model: give an endpoint configuration that names the model, such as \`aws sagemaker describe-endpoint-config\` prints it.`,
  },
  {
    isIt: has('EndpointName', 'EndpointArn', 'EndpointStatus', 'DeploymentConfig'),
    rule: phrase`is of an endpoint: give its endpoint configuration, such as \`aws sagemaker describe-endpoint-config\` prints it.`,
  },
  {
    isIt: has('VariantName'),
    rule: phrase`is a variant: put it into a list, under ProductionVariants.`,
  },
  {
    isIt: (written) => Object.keys(written).length > 0 && !Object.keys(written).some(mayBeMember),
    rule: phrase`has no member of an endpoint configuration. Is it the right file?`,
  },
];

const members = Object.keys(createEndpointConfig.members);

function mayBeMember(name: string): boolean {
  return likelyName(name, members) !== undefined;
}

/** The name under which a document has an endpoint configuration, and nothing else. */
function wrapperOf(written: JsonObject): string | undefined {
  const [[name, value] = ['', null], ...more] = Object.entries(written);
  const isWrapper = isObject(value) && Object.hasOwn(value, 'ProductionVariants');
  return isWrapper && more.length === 0 ? name : undefined;
}

/** What DescribeEndpointConfig adds to a configuration, and the AWS SDKs to its answer. */
const ofTheAnswer = ['EndpointConfigArn', 'CreationTime', 'ResponseMetadata', '$metadata'];

/** An endpoint configuration, as it can be given, or why it is another document. */
export function endpointConfigIn(written: JsonValue): JsonValue | Phrase {
  if (!isObject(written)) return written;
  const wrapper = wrapperOf(written);
  if (wrapper !== undefined) {
    return phrase`has the endpoint configuration under ${placeOf([wrapper])}: give what stands there alone.`;
  }
  const other = others.find(({ isIt }) => isIt(written));
  if (other) return other.rule;
  const isAnswer = ofTheAnswer.some((member) => Object.hasOwn(written, member));
  return isAnswer ? withVariants(without(written, ofTheAnswer), asGiven) : written;
}

/** The inputs for the other members of UpdateEndpoint and CreateEndpoint. */
const inputs = {
  EndpointName: 'endpoint-name',
  EndpointConfigName: 'endpoint-config-name',
  ExcludeRetainedVariantProperties: 'exclude-retained-properties',
  RetainAllVariantProperties: 'retain-variant-properties',
  RetainDeploymentConfig: 'retain-deployment-config',
  Tags: 'tags',
} as const;

type Member = keyof typeof inputs;

/** A deployment configuration, also as the only member of a request, or why it is another document. */
export function deploymentConfigIn(written: JsonValue): JsonValue | Phrase {
  if (!isObject(written)) return written;
  const { DeploymentConfig: config } = written;
  if (isObject(config) && Object.keys(written).length === 1) return config;
  const given = (Object.keys(inputs) as Member[]).filter((name) => Object.hasOwn(written, name));
  if (given.length > 0) {
    const pairs = given.map((name) => phrase`${own(name)} as \`${own(inputs[name])}\``);
    return phrase`holds a whole UpdateEndpoint request: keep what stands under DeploymentConfig, and give ${joined(pairs, ', ')}.`;
  }
  if (!Object.hasOwn(written, 'LastDeploymentConfig')) return written;
  return phrase`is of an endpoint: keep what stands under LastDeploymentConfig, or set \`retain-deployment-config: true\`.`;
}

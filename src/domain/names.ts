import { type Phrase, phrase } from './text/phrase.ts';

/** What a text has to be like, and that in words: "write …". */
export interface TextRule {
  readonly least: number;
  readonly most: number;
  readonly pattern: RegExp;
  readonly right: Phrase;
}

export function keeps(text: string, { least, most, pattern }: TextRule): boolean {
  const { length } = [...text];
  return length >= least && length <= most && pattern.test(text);
}

const longestName = 63;

/**
 * Names of endpoints, endpoint configurations, variants and models.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 */
export const resourceName: TextRule = {
  least: 1,
  most: longestName,
  pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/,
  right: phrase`1 to ${longestName} letters, digits and hyphens, with no hyphen at the start or the end`,
};

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const roleArn: TextRule = {
  least: 20,
  most: 2048,
  pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
  right: phrase`the ARN of a role, such as arn:aws:iam::123456789012:role/sagemaker`,
};

/** What an ARN of SageMaker names. */
export interface Resource {
  /** Such as `model`. */
  readonly kind: string;
  readonly region: string;
  readonly name: string;
}

const resourceArn =
  /^arn:aws[a-z-]*:sagemaker:(?<region>[a-z0-9-]+):\d{12}:(?<kind>[a-z-]+)\/(?<name>[a-zA-Z0-9-]+)$/;

export function resourceInArn(text: string): Resource | undefined {
  return resourceArn.exec(text)?.groups as Resource | undefined;
}

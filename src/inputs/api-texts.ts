import type { Text } from '../domain/api/shape.ts';
import { resourceInArn, resourceName } from '../domain/names.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

const oneLine = phrase`a string of one line`;
const mediaType = phrase`a media type such as text/csv`;
const networkId = phrase`an id such as subnet-0a1b2c3d`;

/** What to write, by the names that the API gives its texts. */
const right: Readonly<Record<string, Phrase>> = {
  AcceleratorPartitionType: phrase`a partition such as mig-1g.10gb`,
  ClarifyMimeType: mediaType,
  ContentType: mediaType,
  DestinationS3Uri: phrase`an address such as s3://bucket/prefix`,
  EndpointConfigName: resourceName.right,
  Header: phrase`one line of ASCII`,
  InstanceType: phrase`an instance type such as ml.m5.xlarge`,
  KmsKeyId: phrase`the id, ARN or alias of a KMS key`,
  MlReservationArn: phrase`the ARN of a training plan or reservation`,
  ModelName: resourceName.right,
  RoleArn: phrase`the ARN of a role, such as arn:aws:iam::123456789012:role/sagemaker`,
  SecurityGroupId: networkId,
  SnsTopicArn: phrase`the ARN of an SNS topic`,
  SubnetId: networkId,
  Url: phrase`an address such as s3://bucket/key`,
  VariantName: resourceName.right,
};

/** What to write where a text does not match its pattern, or is too long. */
export function rightText(written: string, { name, pattern }: Text): Phrase | undefined {
  const named = resourceInArn(written);
  if (named && right[name] === resourceName.right) {
    return phrase`the name instead of the ARN, ${named.name}`;
  }
  if (!pattern || pattern.test(written)) return undefined;
  if (pattern?.source === '^.*$' || pattern?.source === '^[^\\r\\n]*$') return oneLine;
  return right[name] ?? phrase`a string that matches ${pattern?.source ?? ''}`;
}

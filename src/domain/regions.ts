import { distance } from './text/distance.ts';
import { type Phrase, phrase } from './text/phrase.ts';

/** The regions of every partition, by the SDK's own list: a test compares them. Newer ones work without being here. */
export const regions: readonly string[] = [
  // aws
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-central-1',
  'ca-west-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'me-west-1',
  'mx-central-1',
  'sa-east-1',
  'sa-west-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  // aws-cn
  'cn-north-1',
  'cn-northwest-1',
  // aws-eusc
  'eusc-de-east-1',
  // aws-iso
  'us-iso-east-1',
  'us-iso-west-1',
  // aws-iso-b
  'us-isob-east-1',
  'us-isob-west-1',
  // aws-iso-e
  'eu-isoe-west-1',
  // aws-iso-f
  'us-isof-east-1',
  'us-isof-south-1',
  // aws-us-gov
  'us-gov-east-1',
  'us-gov-west-1',
];

/** What to say of a region that no partition has; undefined where one has it. */
export function strangeRegion(region: string): Phrase | undefined {
  if (regions.includes(region)) return undefined;
  const near = [1, 2].flatMap((most) =>
    regions.filter((known) => distance(known, region) <= most),
  )[0];
  const meant = near === undefined ? phrase`` : phrase` Did you mean ${near}?`;
  return phrase`This version of the action knows no region ${region}.${meant} If it is misspelled, nothing can be reached: fix \`aws-region\`, or AWS_REGION in the environment.`;
}

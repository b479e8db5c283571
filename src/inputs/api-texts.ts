import * as names from '../domain/names.ts';
import { phrase } from '../domain/text/phrase.ts';
import { type Pattern, text } from './document.ts';

/**
 * Texts of CreateEndpointConfig that several members share, by the API model.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 */

/** Names of configurations, variants and models. */
export const resourceName = text(names.resourceName, names.resourceName);

export const kmsKeyId = text(
  { most: 2048 },
  {
    pattern: /^[a-zA-Z0-9:/_-]*$/,
    right: phrase`the id, ARN or alias of a KMS key`,
  },
);

/** Where something is written to. */
export const destination = text(
  { most: 512 },
  {
    pattern: /^(https|s3):\/\/([^/])\/?(.*)$/,
    right: phrase`an address such as s3://bucket/prefix`,
  },
);

/** Where something is read from. */
export const source = text(
  { most: 1024 },
  {
    pattern: /^(https|s3):\/\/([^/]+)\/?(.*)$/,
    right: phrase`an address such as s3://bucket/key`,
  },
);

export const roleArn = text(names.roleArn, names.roleArn);

export const topicArn = text(
  { most: 2048 },
  {
    pattern: /^arn:aws[a-z-]*:sns:[a-z0-9-]*:[0-9]{12}:[a-zA-Z0-9_.-]+$/,
    right: phrase`the ARN of an SNS topic`,
  },
);

export const reservationArn = text(
  { least: 20, most: 258 },
  {
    pattern: /^arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:[a-z0-9-]{1,14}\/.*$/,
    right: phrase`the ARN of a training plan or reservation`,
  },
);

/** New types appear every month: only their form is checked. */
export const instanceType = text(
  { most: 63 },
  {
    pattern: /^ml\.[a-z0-9-]+\.[a-z0-9-]+$/,
    right: phrase`an instance type such as ml.m5.xlarge`,
  },
);

/** Ids of security groups and subnets. */
export const networkId = text(
  { least: 1, most: 32 },
  {
    pattern: /^[-0-9a-zA-Z]+$/,
    right: phrase`an id such as subnet-0a1b2c3d`,
  },
);

const mediaTypeWords = phrase`a media type such as text/csv`;

export const contentType = text(
  { least: 1, most: 256 },
  {
    pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*$/,
    right: mediaTypeWords,
  },
);

/** The same, with a plus sign as in `application/ld+json`. */
export const mimeType = text(
  { most: 255 },
  {
    pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9+.])*$/,
    right: mediaTypeWords,
  },
);

const oneLine: Pattern = { pattern: /^.*$/, right: phrase`a text of one line` };

/** Up to 64 characters: headers, JMESPath expressions and the like. */
export const shortText = text({ least: 1, most: 64 }, oneLine);

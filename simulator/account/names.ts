import { text } from '../aws/shape.ts';

/** Names of endpoints, configurations, variants: hyphens within, none at the end. */
export const name = text(63, '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}');
export const modelName = text(63, '[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?');
export const roleArn = text(
  2048,
  'arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
  20,
);
export const kmsKeyId = text(2048, '[a-zA-Z0-9:/_-]*');
export const url = text(1024, '(https|s3)://([^/]+)/?(.*)');
export const destination = text(512, '(https|s3)://([^/])/?(.*)');

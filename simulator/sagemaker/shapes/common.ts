import { list, structure, text } from '../../aws/shape.ts';

const tagText = '([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)';

const tagKey = text(128, tagText, 1);

export const tagKeys = list(tagKey, 1, 50);
export const tags = list(structure({ 'Key!': tagKey, 'Value!': text(256, tagText) }), 0, 50);

export const resourceArn = text(256, 'arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+');
export const anyToken = text(8192, '.*');

export const vpc = structure({
  'SecurityGroupIds!': list(text(32, '[-0-9a-zA-Z]+'), 1, 5),
  'Subnets!': list(text(32, '[-0-9a-zA-Z]+'), 1, 16),
});

import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { RolloutRequest } from '../../../src/domain/request.ts';
import { linesOf } from './facts.ts';

/** What is found of placeholders in a rollout of a file with this content. */
function foundIn(content: JsonObject, more: Partial<RolloutRequest> = {}): readonly string[] {
  const source = { kind: 'file', path: 'endpoint.yaml', content, name: undefined } as const;
  return linesOf({ request: { source, ...more } }).filter((line) => line.includes('placeholder:'));
}

const dollar = '$';

describe('a value that was to be filled in', () => {
  it.each([
    `s3://${dollar}{BUCKET}/x`,
    `s3://${dollar}{{ env.BUCKET }}/x`,
    `s3://${dollar}BUCKET/x`,
    `s3://${dollar}(bucket)/x`,
    's3://{{ bucket }}/x',
    's3://{{bucket}}',
    's3://<%= bucket %>/x',
    's3://<YOUR BUCKET>/x',
    's3://<bucket-name>/x',
    's3://[YOUR BUCKET]/x',
    's3://%BUCKET%/x',
    's3://__BUCKET__/x',
    's3://#{Bucket}/x',
    's3://@BUCKET@/x',
    's3://your-bucket/x',
    's3://TODO/x',
    'TODO',
    'todo',
    'changeme',
    'CHANGE_ME',
    'xxx',
    '...',
  ])('is found: %s', (value) => {
    expect(foundIn({ DataCaptureConfig: { DestinationS3Uri: value } })).toEqual([
      `warning placeholder: endpoint-config-file DataCaptureConfig.DestinationS3Uri is ${value}.`,
    ]);
  });

  it.each([
    's3://fraud-prod-bucket/captured/2026/03',
    's3://bucket/100%25/a%20b',
    'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    'todo-classifier',
    'exchange-model',
    'ml.m5.xlarge',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud@sha256:0a1b2c',
    'application/ld+json',
    'a < b, c > d',
    'price: $5',
  ])('is nothing of the kind: %s', (value) => {
    expect(foundIn({ Description: value })).toEqual([]);
  });

  it('is found in variants, tags and requests, each by its place', () => {
    const variants = [{ VariantName: 'A', ModelName: 'TODO' }, { VariantName: '{{ name }}' }];
    const request = {
      ...{ name: 'big', contentType: '', accept: undefined, variant: undefined },
      ...{ targetModel: undefined, expected: undefined as never },
      payload: { kind: 'in-s3', location: 's3://<bucket>/x' },
    } as const;
    const smokeTest = {
      requests: [request],
      timeoutSeconds: 1,
      show: true,
      onFailure: 'fail',
    } as const;
    const tags = [{ Key: 'team', Value: 'YOUR-NAME' }];
    expect(foundIn({ ProductionVariants: variants }, { tags, smokeTest })).toEqual([
      'warning placeholder: endpoint-config-file ProductionVariants[0].ModelName is TODO.',
      'warning placeholder: endpoint-config-file ProductionVariants[1].VariantName is {{ name }}.',
      'warning placeholder: tags team is YOUR-NAME.',
      'warning placeholder: smoke-test-file big: input-location is s3://<bucket>/x.',
    ]);
  });

  it('is meant so in expressions, and inside of the variables of a container', () => {
    const Environment = {
      PROMPT: '<s>[INST] {{ text }} [/INST]',
      PATTERN: '^\\$USER',
      LEVEL: 'INFO',
    };
    const content = { ContentTemplate: '{"rows":$record}', EnableExplanations: '`<YES>`' };
    expect(foundIn({ ...content, Model: { Environment } })).toEqual([]);
  });

  it('is never shown where it may stand for a secret', () => {
    const Environment = { DB_URL: '<YOUR DATABASE>' };
    expect(foundIn({ Model: { Environment }, ApiToken: `${dollar}{TOKEN:-hunter2}` })).toEqual([
      'warning placeholder: endpoint-config-file Model.Environment.DB_URL has a placeholder.',
      'warning placeholder: endpoint-config-file ApiToken has a placeholder.',
    ]);
  });

  it('is shown by its beginning only', () => {
    const [line] = foundIn({ Description: `<YOUR TEXT>${'x'.repeat(100)}` });
    expect(line).toBe(
      `warning placeholder: endpoint-config-file Description is <YOUR TEXT>${'x'.repeat(29)}….`,
    );
  });
});

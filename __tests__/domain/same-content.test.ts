import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/domain/json.ts';
import { canonicalText, isMadeFrom, sameContent } from '../../src/domain/same-content.ts';

const written: JsonObject = {
  ProductionVariants: [
    { VariantName: 'A', ModelName: 'm', InstanceType: 'ml.m5.large', InitialInstanceCount: 1 },
  ],
};
const varied = (more: JsonObject): JsonObject => ({
  ProductionVariants: [{ ...Object(written.ProductionVariants)[0], ...more }],
});
const serverless: JsonObject = {
  ProductionVariants: [
    { VariantName: 'A', ServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 1 } },
  ],
};

describe('two contents are the same', () => {
  it.each<[what: string, one: JsonObject, other: JsonObject]>([
    [
      'with the default weight and isolation',
      written,
      { ...varied({ InitialVariantWeight: 1 }), EnableNetworkIsolation: false },
    ],
    [
      'with a weight as a single float',
      varied({ InitialVariantWeight: 0.1 }),
      varied({ InitialVariantWeight: 0.10000000149011612 }),
    ],
    [
      'with a whole weight as a single float',
      varied({ InitialVariantWeight: 16_777_217 }),
      varied({ InitialVariantWeight: 16_777_216 }),
    ],
    [
      'with members that are null',
      written,
      { ...varied({ KmsKeyId: null }), DataCaptureConfig: null },
    ],
    [
      'with the volume that AWS adds to a serverless variant',
      serverless,
      { ProductionVariants: [{ ...Object(serverless.ProductionVariants)[0], VolumeSizeInGB: 5 }] },
    ],
  ])('%s', (_, one, other) => {
    expect(sameContent(one, other)).toBe(true);
    expect(canonicalText(one)).toBe(canonicalText(other));
  });

  it.each<[what: string, one: JsonObject, other: JsonObject]>([
    [
      'another weight',
      varied({ InitialVariantWeight: 0.1 }),
      varied({ InitialVariantWeight: 0.11 }),
    ],
    [
      'weights that are neighbors as single floats',
      varied({ InitialVariantWeight: 0.12345678 }),
      varied({ InitialVariantWeight: 0.1234568 }),
    ],
    ['a volume on instances', written, varied({ VolumeSizeInGB: 5 })],
    ['large whole numbers', varied({ Tokens: 16_777_216 }), varied({ Tokens: 16_777_217 })],
    ['a new member', written, varied({ Colour: 'red' })],
    ['a new member that is empty', written, varied({ Colour: {} })],
  ])('not with %s', (_, one, other) => {
    expect(sameContent(one, other)).toBe(false);
  });
});

describe('what is there under a name was made from what is written', () => {
  const additions: [what: string, there: JsonObject, given: boolean, ofTheContent: boolean][] = [
    ['with nothing else', written, true, true],
    ['with a member that no version knows yet', varied({ Colour: 'red' }), true, true],
    ['with a member that this version knows', varied({ VolumeSizeInGB: 30 }), false, true],
    [
      'with a known structure that is not written',
      { ...written, MetricsConfig: { EnableEnhancedMetrics: true } },
      false,
      true,
    ],
    [
      'with the defaults of the API',
      {
        ...varied({ InitialVariantWeight: 1, EnableSSMAccess: false }),
        EnableNetworkIsolation: false,
        MetricsConfig: { EnableDetailedObservability: true, MetricPublishFrequencyInSeconds: 60 },
      },
      true,
      true,
    ],
    [
      'with a default beside something else that is not written',
      {
        ...written,
        MetricsConfig: { EnableDetailedObservability: true, MetricPublishFrequencyInSeconds: 10 },
      },
      false,
      true,
    ],
    ['with another value', varied({ ModelName: 'n' }), false, false],
    [
      'with one variant more',
      { ProductionVariants: [...Object(written.ProductionVariants), { VariantName: 'B' }] },
      false,
      false,
    ],
    [
      'with a shadow',
      { ...written, ShadowProductionVariants: [{ VariantName: 'S' }] },
      false,
      false,
    ],
    ['without something', { ProductionVariants: [{ VariantName: 'A' }] }, false, false],
  ];
  it.each(additions)(
    '%s: under a given name %s, under the name of the content',
    (_, there, given, ofTheContent) => {
      expect(isMadeFrom(written, there, 'given')).toBe(given);
      expect(isMadeFrom(written, there, 'of-the-content')).toBe(ofTheContent);
    },
  );
});

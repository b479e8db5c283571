import { mimeType, shortText, source } from './api-texts.ts';
import { flag, integer, list, oneOf, structure, text } from './document.ts';

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ClarifyTextConfig.html */
const languages =
  'af sq ar hy eu bn bg ca zh hr cs da nl en et fi fr de el gu he hi hu is id ga it kn ky lv lt lb mk ml mr ne nb fa pl pt ro ru sa sr tn si sk sl es sv tl ta tt te tr uk ur yo lij xx';

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ClarifyInferenceConfig.html */
const inferenceConfig = structure({
  ContentTemplate: shortText,
  FeatureHeaders: list(shortText, { least: 1, most: 256 }),
  FeatureTypes: list(oneOf(['numerical', 'categorical', 'text']), { least: 1, most: 256 }),
  FeaturesAttribute: shortText,
  LabelAttribute: shortText,
  LabelHeaders: list(shortText, { least: 1, most: 16 }),
  LabelIndex: integer({ least: 0 }),
  MaxPayloadInMB: integer({ least: 1, most: 25 }),
  MaxRecordCount: integer({ least: 1 }),
  ProbabilityAttribute: shortText,
  ProbabilityIndex: integer({ least: 0 }),
});

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ClarifyShapConfig.html */
const shapConfig = structure(
  {
    NumberOfSamples: integer({ least: 1 }),
    Seed: integer(),
    TextConfig: structure(
      {},
      {
        Granularity: oneOf(['token', 'sentence', 'paragraph']),
        Language: oneOf(languages.split(' ')),
      },
    ),
    UseLogit: flag(),
  },
  {
    ShapBaselineConfig: structure({
      MimeType: mimeType,
      ShapBaseline: text({ least: 1, most: 4096 }),
      ShapBaselineUri: source,
    }),
  },
);

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ExplainerConfig.html */
export const explainerConfig = structure({
  ClarifyExplainerConfig: structure(
    { EnableExplanations: shortText, InferenceConfig: inferenceConfig },
    { ShapConfig: shapConfig },
  ),
});

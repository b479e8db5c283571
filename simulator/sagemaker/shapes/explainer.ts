import { url } from '../../account/names.ts';
import { boolean, choice, integer, list, structure, text } from '../../aws/shape.ts';

const languages =
  'af sq ar hy eu bn bg ca zh hr cs da nl en et fi fr de el gu he hi hu is id ga it kn ky lv lt lb mk ml mr ne nb fa pl pt ro ru sa sr tn si sk sl es sv tl ta tt te tr uk ur yo lij xx';

const anything = text(64, '.*', 1);

const inference = structure({
  FeaturesAttribute: anything,
  ContentTemplate: anything,
  MaxRecordCount: integer(1),
  MaxPayloadInMB: integer(1, 25),
  ProbabilityIndex: integer(0),
  LabelIndex: integer(0),
  ProbabilityAttribute: anything,
  LabelAttribute: anything,
  LabelHeaders: list(anything, 1, 16),
  FeatureHeaders: list(anything, 1, 256),
  FeatureTypes: list(choice('numerical', 'categorical', 'text'), 1, 256),
});

const shap = structure({
  'ShapBaselineConfig!': structure({
    MimeType: text(255, '[a-zA-Z0-9](-*[a-zA-Z0-9])*\\/[a-zA-Z0-9](-*[a-zA-Z0-9+.])*'),
    ShapBaseline: text(4096, '[\\s\\S]+', 1),
    ShapBaselineUri: url,
  }),
  NumberOfSamples: integer(1),
  UseLogit: boolean,
  Seed: integer(),
  TextConfig: structure({
    'Language!': choice(...languages.split(' ')),
    'Granularity!': choice('token', 'sentence', 'paragraph'),
  }),
});

export const explainer = structure({
  ClarifyExplainerConfig: structure({
    EnableExplanations: anything,
    InferenceConfig: inference,
    'ShapConfig!': shap,
  }),
});

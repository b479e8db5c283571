import type { ModelSource } from '../domain/models/model-source.ts';
import { referenceText } from '../domain/models/package-reference.ts';
import type { RolloutRequest } from '../domain/request.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { withoutUrlSecrets } from '../domain/text/url.ts';

/** What was asked for: the configuration by its name, or what it is made from while it has none. */
export function requestedPhrase({ endpointConfigName, source }: RolloutRequest): Phrase {
  if (endpointConfigName !== '') return phrase`${endpointConfigName}`;
  return sourcePhrase(source);
}

export function sourcePhrase(source: RolloutRequest['source']): Phrase {
  switch (source.kind) {
    case 'existing':
      return phrase`${source.name}`;
    case 'model':
      return modelPhrase(source.model);
    case 'file':
      return phrase`the configuration in ${source.path}`;
    case 'nothing':
      return phrase`nothing`;
    case 'back':
      return source.name === undefined ? phrase`what served before` : phrase`${source.name}`;
  }
}

function modelPhrase(model: ModelSource): Phrase {
  if (model.kind === 'existing') return phrase`the model ${model.name}`;
  if (model.kind === 'package') {
    return phrase`the model package ${referenceText(model.reference)}`;
  }
  const { image, dataUrl } = model;
  return image === undefined
    ? phrase`the model data ${withoutUrlSecrets(dataUrl ?? '')}`
    : phrase`the image ${image}`;
}

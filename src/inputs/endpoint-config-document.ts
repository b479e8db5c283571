import { type JsonObject, objectsAt, textAt, without } from '../domain/json.ts';
import { type Tag, tagFaultsOf } from '../domain/tags.ts';
import { phrase } from '../domain/text/phrase.ts';
import { readDocument } from './document.ts';
import { mistakeAt } from './document-mistake.ts';
import { brokenRules } from './endpoint-config-rules.ts';
import { endpointConfigSchema } from './endpoint-config-schema.ts';
import type { Mistake } from './mistake.ts';

/** An endpoint configuration as a file gives it. */
export interface EndpointConfigDocument {
  /** All that it says, but for its name and its tags. */
  readonly content: JsonObject;
  /** The name that the file gives it. */
  readonly name: string | undefined;
  readonly tags: readonly Tag[];
  readonly mistakes: readonly Mistake[];
}

const input = 'endpoint-config-file';

/**
 * Reads a YAML or JSON text in the shape of CreateEndpointConfig, and everything that is wrong
 * with it; `givenName` is what `endpoint-config-name` says.
 */
export function readEndpointConfigDocument(
  text: string,
  givenName: string | undefined,
): EndpointConfigDocument {
  const kind = { schema: endpointConfigSchema, shape: phrase`the API's CreateEndpointConfig` };
  const { written, mistakes } = readDocument(input, text, kind);
  const document = (written ?? {}) as JsonObject;
  const name = textAt(document, 'EndpointConfigName');
  return {
    content: without(document, ['EndpointConfigName', 'Tags']),
    name,
    tags: tagsOf(document),
    mistakes: [
      ...mistakes,
      ...brokenRules(document).map(({ place, value, rule }) =>
        mistakeAt(input, place, value, rule),
      ),
      ...tagMistakes(tagsOf(document)),
      ...nameMistakes(name, givenName),
    ],
  };
}

function tagsOf(document: JsonObject): readonly Tag[] {
  return objectsAt(document, 'Tags').flatMap((tag) => {
    const [key, value] = [textAt(tag, 'Key'), textAt(tag, 'Value')];
    return key === undefined || value === undefined ? [] : [{ Key: key, Value: value }];
  });
}

function tagMistakes(tags: readonly Tag[]): readonly Mistake[] {
  return tagFaultsOf(tags).map(({ index, value, rule }) =>
    mistakeAt(input, index === undefined ? 'Tags' : `Tags[${index}]`, value, rule),
  );
}

/** No one can know which of two names is meant. */
function nameMistakes(name: string | undefined, given: string | undefined): readonly Mistake[] {
  if (name === undefined || given === undefined || name === given) return [];
  const text = phrase`differs from endpoint-config-name, which says ${given}. Keep one of the two.`;
  return [mistakeAt(input, 'EndpointConfigName', name, text)];
}

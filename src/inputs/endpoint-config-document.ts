import { isObject, type JsonObject, objectsAt, textAt, without } from '../domain/json.ts';
import { type Tag, tagViolationsOf } from '../domain/tags.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Unknown } from '../domain/unknown.ts';
import type { Violation } from '../domain/violation.ts';
import type { ConfigValue } from './config-values.ts';
import { type DocumentKind, readDocument } from './document.ts';
import { endpointConfigForm } from './endpoint-config-form.ts';
import { brokenRules } from './endpoint-config-rules.ts';
import { endpointConfigIn } from './other-documents.ts';
import { putValues } from './put-values.ts';

/** An endpoint configuration as a file gives it. */
export interface EndpointConfigDocument {
  /** All that it says, but for its name and its tags. */
  readonly content: JsonObject;
  /** The name that the file gives it. */
  readonly name: string | undefined;
  readonly tags: readonly Tag[];
  readonly mistakes: readonly Violation[];
  /** What of it may be newer than this version. */
  readonly unknown: readonly Unknown[];
}

const input = 'endpoint-config-file';
const kind: DocumentKind = {
  form: endpointConfigForm,
  shape: phrase`the API's CreateEndpointConfig`,
  unwrap: endpointConfigIn,
};

/**
 * Reads a YAML or JSON text in the shape of CreateEndpointConfig, with the values of this workflow run in
 * it, and everything that is wrong with it; `givenName` is what `endpoint-config-name` says.
 */
export function readEndpointConfigDocument(
  text: string,
  givenName: string | undefined,
  values: readonly ConfigValue[] = [],
): EndpointConfigDocument {
  const { written, likely, mistakes, unknown, named } = readDocument(input, text, {
    ...kind,
    amend: (document) => putValues(document, endpointConfigForm, values),
  });
  const document = isObject(written) ? written : {};
  const name = textAt(document, 'EndpointConfigName');
  return {
    content: without(document, ['EndpointConfigName', 'Tags']),
    name,
    tags: tagsOf(document),
    mistakes: [
      ...mistakes,
      ...[
        ...(isObject(likely) ? brokenRules(likely) : []),
        ...tagViolationsOf(tagsOf(document)).map((one) => ({ ...one, place: `Tags${one.place}` })),
        ...nameViolations(name, givenName),
      ].map(named),
    ],
    unknown,
  };
}

function tagsOf(document: JsonObject): readonly Tag[] {
  return objectsAt(document, 'Tags').flatMap((tag) => {
    const [key, value] = [textAt(tag, 'Key'), textAt(tag, 'Value')];
    return key === undefined || value === undefined ? [] : [{ Key: key, Value: value }];
  });
}

/** No one can know which of two names is meant. */
function nameViolations(name: string | undefined, given: string | undefined): readonly Violation[] {
  if (name === undefined || given === undefined || name === given) return [];
  const rule = phrase`differs from endpoint-config-name, which says ${given}. Keep one of the two.`;
  return [{ place: 'EndpointConfigName', value: name, rule }];
}

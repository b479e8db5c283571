import type { ConfigSource } from '../domain/request.ts';
import { mergedTags, type Tag, tagViolationsOf } from '../domain/tags.ts';
import { phrase } from '../domain/text/phrase.ts';
import { readEndpointConfigDocument } from './endpoint-config-document.ts';
import { unreadable } from './mistake.ts';
import type { InputReader } from './reader.ts';
import { readTags } from './tags.ts';

/** The text of a file in the workspace; what keeps it from being read is a Problem. */
export type ReadFile = (path: string) => string;

/** Where the configuration comes from, and the tags for what is created. */
export interface SourceInputs {
  readonly source: ConfigSource;
  readonly tags: readonly Tag[];
}

/** Reads `endpoint-config-name`, `endpoint-config-file`, `model-name`, `variant-name` and `tags`. */
export function readSource(reader: InputReader, readFile: ReadFile): SourceInputs {
  const name = reader.optionalResourceName('endpoint-config-name');
  const modelName = reader.optionalResourceName('model-name');
  const variantName = reader.optionalResourceName('variant-name');
  const path = reader.text('endpoint-config-file');
  const tags = readTags(reader);
  const givesModel = reader.text('model-name') !== undefined;
  if (variantName !== undefined && !givesModel) {
    const text = phrase`says which variant gets the model: set \`model-name\`, or remove it.`;
    reader.mistake('variant-name', variantName, text);
  }
  if (givesModel && path !== undefined) {
    const text = phrase`cannot be combined with model-name: a configuration comes from one of the two. Remove one.`;
    reader.mistake('endpoint-config-file', path, text);
  }
  if (path !== undefined) return fromFile(reader, { path, name, tags, readFile });
  if (modelName !== undefined) {
    return { source: { kind: 'model', modelName, variantName, name }, tags };
  }
  const isGiven = (['endpoint-config-name', 'model-name'] as const).some((input) =>
    reader.text(input),
  );
  if (!isGiven) {
    const text = phrase`is missing: name a configuration that exists, or set \`endpoint-config-file\` or \`model-name\`.`;
    reader.mistake('endpoint-config-name', undefined, text);
  }
  return { source: { kind: 'existing', name: name ?? '' }, tags };
}

interface FileInputs {
  readonly path: string;
  readonly name: string | undefined;
  readonly tags: readonly Tag[];
  readonly readFile: ReadFile;
}

function fromFile(reader: InputReader, { path, name, tags, readFile }: FileInputs): SourceInputs {
  try {
    const document = readEndpointConfigDocument(readFile(path), name);
    reader.mistakes.push(...document.mistakes);
    reader.unknown.push(...document.unknown);
    const source = {
      kind: 'file',
      path,
      content: document.content,
      name: name ?? document.name,
    } as const;
    const merged = mergedTags(document.tags, tags);
    refuseTooMany(reader, merged);
    return { source, tags: merged };
  } catch (thrown) {
    reader.mistake('endpoint-config-file', path, unreadable(thrown));
    return { source: { kind: 'existing', name: '' }, tags };
  }
}

/** Each place may hold as many tags as the API takes, and both together too many. */
function refuseTooMany(reader: InputReader, merged: readonly Tag[]): void {
  const together = tagViolationsOf(merged).find(({ place }) => place === '');
  if (!together || reader.mistakes.some(({ rule }) => rule === together.rule)) return;
  const { value, rule } = together;
  reader.mistake('tags', `${value}, those of the file included,`, rule);
}

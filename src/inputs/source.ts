import type { ConfigSource } from '../domain/request.ts';
import { mergedTags, type Tag, tagViolationsOf } from '../domain/tags.ts';
import { phrase } from '../domain/text/phrase.ts';
import { type ConfigValue, readConfigValues } from './config-values.ts';
import { readEndpointConfigDocument } from './endpoint-config-document.ts';
import { unreadable } from './mistake.ts';
import {
  type AskedModel,
  modelForFile,
  modelInputs,
  readExecutionRole,
  readModel,
} from './model.ts';
import { packageRegions } from './model-package.ts';
import type { InputReader } from './reader.ts';
import { readTags } from './tags.ts';

/** The text of a file in the workspace; what keeps it from being read is a Problem. */
export type ReadFile = (path: string) => string;

/** Where the configuration comes from, and the tags for what is created. */
export interface SourceInputs {
  readonly source: ConfigSource;
  readonly tags: readonly Tag[];
  /** Of the models that the action creates, where it is given. */
  readonly executionRoleArn?: string | undefined;
}

/** Reads the inputs that say what is to serve, and `tags`. */
export function readSource(reader: InputReader, readFile: ReadFile): SourceInputs {
  const name = reader.optionalResourceName('endpoint-config-name');
  const asked = readModel(reader);
  const path = reader.text('endpoint-config-file');
  const tags = readTags(reader);
  const values = readConfigValues(reader);
  const found =
    path === undefined
      ? undefined
      : fromFile(reader, { path, name, asked, tags, values, readFile });
  const { source, tags: merged } = found ?? { source: withoutFile(reader, name, asked), tags };
  return { source, tags: merged, executionRoleArn: readExecutionRole(reader, source) };
}

function withoutFile(
  reader: InputReader,
  name: string | undefined,
  asked: AskedModel | undefined,
): ConfigSource {
  if (reader.text('endpoint-config-values') !== undefined) {
    const text = phrase`are put into the content of a file: set \`endpoint-config-file\`, or remove them.`;
    reader.mistake('endpoint-config-values', undefined, text);
  }
  if (asked) return { kind: 'model', ...asked, name };
  const isGiven = (['endpoint-config-name', ...modelInputs] as const).some((input) =>
    reader.text(input),
  );
  if (!isGiven) {
    const text = phrase`is missing: name a configuration that exists, or set \`endpoint-config-file\`, \`image\`, \`model-name\` or \`model-package\`.`;
    reader.mistake('endpoint-config-name', undefined, text);
  }
  return { kind: 'existing', name: name ?? '' };
}

interface FileInputs {
  readonly path: string;
  readonly name: string | undefined;
  readonly asked: AskedModel | undefined;
  readonly tags: readonly Tag[];
  readonly values: readonly ConfigValue[];
  readonly readFile: ReadFile;
}

function fromFile(reader: InputReader, inputs: FileInputs): Pick<SourceInputs, 'source' | 'tags'> {
  const { path, name, asked, tags, values, readFile } = inputs;
  try {
    const document = readEndpointConfigDocument(readFile(path), name, values);
    reader.mistakes.push(...document.mistakes);
    reader.unknown.push(...document.unknown);
    reader.regions.push(...packageRegions(document.content));
    const source = {
      kind: 'file',
      path,
      content: document.content,
      model: asked && modelForFile(reader, document.content, asked),
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

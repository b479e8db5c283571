import { everyVariantOf } from '../domain/endpoint-config.ts';
import { type JsonObject, textAt } from '../domain/json.ts';
import { type PackageReference, readPackageReference } from '../domain/models/package-reference.ts';
import type { InputReader } from './reader.ts';

/** Reads `model-package`; undefined where it is not given, or names no package. */
export function readModelPackage(reader: InputReader): PackageReference | undefined {
  const text = reader.text('model-package');
  if (text === undefined) return undefined;
  const found = readPackageReference(text);
  if (found.kind === 'mistaken') {
    reader.mistake('model-package', text, found.rule);
    return undefined;
  }
  const { region } = found;
  if (region !== undefined) reader.regions.push({ input: 'model-package', arn: text, region });
  return found.reference;
}

/** Where the packages are that the variants of a file name by their ARNs. */
export function packageRegions(content: JsonObject): InputReader['regions'] {
  return everyVariantOf(content).flatMap((variant) => {
    const arn = textAt(variant, 'ModelPackage') ?? '';
    const read = readPackageReference(arn);
    if (read.kind !== 'read' || read.region === undefined) return [];
    return [{ input: 'endpoint-config-file' as const, arn, region: read.region }];
  });
}

import { phrase } from '../domain/text/phrase.ts';
import { refuse } from './foreign.ts';
import type { InputReader } from './reader.ts';
import type { SourceInputs } from './source.ts';

/** Inputs that make something, or say what to make: going back takes what was there before. */
const foreign = [
  'endpoint-config-file',
  'endpoint-config-values',
  'model-name',
  'model-package',
  'image',
  'model-data-url',
  'execution-role-arn',
  'variant-name',
  'create-endpoint',
  'redeploy',
  'keep-versions',
  'tags',
] as const;

/** Reads `endpoint-config-name` for `mode: rollback`, and names each input that goes with a deployment only. */
export function readWayBack(reader: InputReader): SourceInputs {
  const name = reader.optionalResourceName('endpoint-config-name');
  const rule = phrase`cannot be combined with \`mode: rollback\`, which rolls out what served before. Remove it; to roll back to an older configuration, set \`endpoint-config-name\`.`;
  refuse(reader, foreign, rule);
  return { source: { kind: 'back', name }, tags: [] };
}

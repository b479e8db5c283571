import { phrase } from '../domain/text/phrase.ts';
import type { InputName } from './declared.ts';
import { refuse } from './foreign.ts';
import type { InputReader } from './reader.ts';
import type { SourceInputs } from './source.ts';

/** Inputs that make or change something: what is deleted needs none. */
const foreign = [
  'endpoint-config-name',
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
  'strategy',
  'alarms',
  'deployment-config',
  'scale-up-by',
  'smoke-test-file',
] as const satisfies readonly InputName[];

/** Reads `confirm-delete` for `mode: delete`, and names each input that goes with a deployment only. */
export function readDeletion(reader: InputReader, endpointName: string): SourceInputs {
  const rule = phrase`cannot be combined with \`mode: delete\`, which deletes the endpoint. Remove it.`;
  refuse(reader, foreign, rule);
  const confirmed = reader.text('confirm-delete');
  if (confirmed !== undefined && confirmed !== endpointName) {
    const other = phrase`is not the name of the endpoint that \`endpoint-name\` gives: write the same name, or remove it.`;
    reader.mistake('confirm-delete', confirmed, other);
  }
  return { source: { kind: 'nothing', isConfirmed: confirmed !== undefined }, tags: [] };
}

/** Names `confirm-delete` where nothing is deleted: it would be taken for a deletion that never comes. */
export function refuseConfirmation(reader: InputReader): void {
  const confirmed = reader.text('confirm-delete');
  if (confirmed === undefined) return;
  reader.mistake('confirm-delete', confirmed, phrase`belongs to \`mode: delete\`. Remove it.`);
}

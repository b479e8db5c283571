import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What the runner reads from an `action.yml`. */
export interface ActionMetadata {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

export async function readActionMetadata(folder: string): Promise<ActionMetadata> {
  return parse(await readFile(join(folder, 'action.yml'), 'utf8')) as ActionMetadata;
}

/** The inputs as a step finds them: an input that is neither given nor has a default is empty. */
export function inputEnvironment(
  metadata: ActionMetadata,
  given: Readonly<Record<string, string>>,
  token: string,
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, input] of Object.entries(metadata.inputs ?? {})) {
    environment[variableOf(name)] = evaluate(String(input?.default ?? ''), token);
  }
  for (const [name, value] of Object.entries(given)) environment[variableOf(name)] = value;
  return environment;
}

/** The warning of the runner about inputs that the action does not have. */
export function unexpectedInputs(
  metadata: ActionMetadata,
  given: Readonly<Record<string, string>>,
): string | undefined {
  const valid = Object.keys(metadata.inputs ?? {});
  const validVariables = new Set(valid.map(variableOf));
  const unexpected = Object.keys(given).filter((name) => !validVariables.has(variableOf(name)));
  if (unexpected.length === 0) return undefined;
  return `Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${quoted(valid)}]`;
}

/** The variable in which a step finds an input. */
export function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

function evaluate(text: string, token: string): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    if (expression === 'github.token') return token;
    throw new Error(`The simulated runner cannot evaluate \${{ ${expression} }} in action.yml`);
  });
}

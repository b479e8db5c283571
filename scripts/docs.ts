/**
 * Writes what follows from action.yml: the tables of inputs and outputs in README.md, between their
 * markers, and the names and defaults of the inputs for the code that reads them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Action {
  readonly inputs: Readonly<
    Record<
      string,
      { readonly description: string; readonly default?: string; readonly required?: boolean }
    >
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const action: Action = parse(readFileSync('action.yml', 'utf8'));

const inputs = table(
  ['Input', 'Default', 'Meaning'],
  Object.entries(action.inputs).map(([name, input]) => [
    `\`${name}\``,
    input.required ? '**required**' : input.default ? `\`${input.default}\`` : '',
    input.description,
  ]),
);
const outputs = table(
  ['Output', 'Meaning'],
  Object.entries(action.outputs).map(([name, output]) => [`\`${name}\``, output.description]),
);

let readme = readFileSync('README.md', 'utf8');
readme = between(readme, 'inputs', inputs);
readme = between(readme, 'outputs', outputs);
writeFileSync('README.md', readme);
writeFileSync('src/inputs/declared.ts', declaredInputs());

function declaredInputs(): string {
  const lines = Object.entries(action.inputs).map(([name, { default: text = '' }]) => {
    // An expression is GitHub's to fill in.
    const value = text.includes('${{') ? '' : text;
    return `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: '${value}',`;
  });
  return `/** Every input and its default, empty where it has none: from action.yml, by npm run docs. */
export const declared = {
${lines.join('\n')}
} as const;
export type InputName = keyof typeof declared;
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function between(text: string, name: string, content: string): string {
  const pattern = new RegExp(
    `(<!-- ${name}: from action.yml, by npm run docs -->\n)[\\s\\S]*?(<!-- /${name} -->)`,
  );
  if (!pattern.test(text)) throw new Error(`README.md has no markers for ${name}.`);
  return text.replace(pattern, (_, start, end) => `${start}\n${content}\n\n${end}`);
}

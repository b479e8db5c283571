import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly if?: string;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly environment?: string;
  readonly concurrency?: Concurrency;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Concurrency {
  readonly group: string;
  readonly 'cancel-in-progress': boolean;
}

interface Workflow {
  readonly on: string | Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A workflow to copy, and the heading above it. */
export interface Recipe {
  readonly heading: string;
  readonly text: string;
  readonly workflow: Workflow;
}

const pages = ['README.md', 'docs/recipes.md'];

interface Block {
  readonly heading: string;
  readonly text: string;
}

const blocks: readonly Block[] = pages.flatMap((page) =>
  readFileSync(page, 'utf8')
    .split(/^## /m)
    .flatMap((section) => {
      const heading = section.split('\n')[0] ?? '';
      const found = section.matchAll(/^```yaml\n([\s\S]*?)^```$/gm);
      return [...found].map(([, text = '']) => ({ heading, text }));
    }),
);

/** The workflows that README.md and docs/recipes.md offer to copy. */
export const recipes: readonly Recipe[] = blocks
  .filter(({ text }) => /^on:/m.test(text))
  .map(({ heading, text }) => ({ heading, text, workflow: parse(text) }));

/** The files of docs/recipes.md, each of which begins with its name. */
export const files: Readonly<Record<string, string>> = Object.fromEntries(
  blocks.flatMap(({ text }) => {
    const [, name] = /^# (\S+\.yaml)\n/.exec(text) ?? [];
    return name === undefined ? [] : [[name, text]];
  }),
);

export function recipe(heading: string): Recipe {
  const found = recipes.find((each) => each.heading === heading);
  if (!found) throw new Error(`There is no workflow under “${heading}”`);
  return found;
}

export const isOurs = ({ uses = '' }: Step) => uses.includes('/sagemaker-rollout@');

export const checksOut = ({ steps }: Job) =>
  steps.some(({ uses }) => uses?.startsWith('actions/checkout@'));

/** The events that begin the workflow. */
export function eventsOf({ on }: Workflow): readonly string[] {
  return typeof on === 'string' ? [on] : Object.keys(on);
}

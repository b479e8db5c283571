import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StepLog } from './step-log.ts';

const names = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'] as const;

/** A file in which a step leaves something for the runner. */
export type FileCommand = (typeof names)[number];

const summaryLimitBytes = 1024 * 1024;

/** The files of one step. */
export class FileCommands {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static create(folder: string): FileCommands {
    mkdirSync(folder, { recursive: true });
    const files = new FileCommands(folder);
    for (const name of names) writeFileSync(files.#path(name), '');
    return files;
  }

  /** The variables that tell a step where the files are. */
  get environment(): Record<string, string> {
    return Object.fromEntries(names.map((name) => [`GITHUB_${name}`, this.#path(name)]));
  }

  /** What a step set; a file that cannot be read is an error in its log, as on the runner. */
  async values(name: 'OUTPUT' | 'STATE' | 'ENV', log: StepLog): Promise<Record<string, string>> {
    try {
      return parseValues(await readFile(this.#path(name), 'utf8'));
    } catch (cause) {
      const file = name.toLowerCase();
      const message = `Unable to process file command '${file}' successfully.`;
      log.annotate({ level: 'error', message });
      log.annotate({ level: 'error', message: (cause as Error).message });
      return {};
    }
  }

  async summary(log: StepLog): Promise<string> {
    return shownSummary(await readFile(this.#path('STEP_SUMMARY'), 'utf8'), log);
  }

  #path(name: FileCommand): string {
    return join(this.#folder, name.toLowerCase());
  }
}

/** A summary as it is shown: without secrets, and not at all when it is too long. */
export function shownSummary(summary: string, log: StepLog): string {
  const bytes = Buffer.byteLength(summary);
  if (bytes <= summaryLimitBytes) return log.mask(summary);
  const message = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${summaryLimitBytes / 1024}k, got ${Math.trunc(bytes / 1024)}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`;
  log.annotate({ level: 'error', message });
  return '';
}

/** `NAME=value` lines, and `NAME<<DELIMITER` with the value on the lines up to the delimiter. */
export function parseValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [written, name, sign, rest] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (!written || !name || (sign === '<<' && !rest)) throw new Error(`Invalid format '${line}'`);
    values[name] = sign === '=' ? (rest ?? '') : takeUntil(rest ?? '', lines);
  }
  return values;
}

function takeUntil(delimiter: string, lines: string[]): string {
  const end = lines.indexOf(delimiter);
  if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
  const value = lines.splice(0, end).join('\n');
  lines.shift();
  return value;
}

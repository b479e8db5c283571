import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variableOf } from '../../../simulator/runner/action-metadata.ts';
import { shownSummary } from '../../../simulator/runner/file-commands.ts';
import { linesOf } from '../../../simulator/runner/lines.ts';
import type { Step } from '../../../simulator/runner/step.ts';
import type { Run } from '../../../simulator/runner.ts';
import type { Secrets } from '../../../src/adapters/secrets.ts';
import type { Markdown } from '../../../src/domain/text/markdown.ts';
import type { Runner } from '../../../src/host.ts';

/** Where the journal is kept. */
const notes = 'notes.jsonl';

/** The lines that a step has noted for its post step. */
export function notesOf({ temporary }: Pick<Run, 'temporary'>): readonly string[] {
  return temporary[notes]?.split('\n') ?? [];
}

/**
 * The toolkit's side of a step without a process and its files: every line and command that it
 * prints goes through the simulated runner's own log. Left out: the toolkit's retries for a token.
 */
export class RunnerInMemory implements Runner {
  readonly #step: Step;
  readonly #secrets: Secrets;
  readonly #outputs: Record<string, string> = {};
  readonly #state: Record<string, string> = {};
  readonly #notes: string[] = [];
  #printed = '';
  #summary = '';

  constructor(step: Step, secrets: Secrets) {
    this.#step = step;
    this.#secrets = secrets;
  }

  input(name: string): string {
    return (this.#step.variables[variableOf(name)] ?? '').trim();
  }

  mask(secret: string): void {
    if (this.#secrets.remember(secret)) this.#command('add-mask', secret);
  }

  log(text: string): void {
    this.#print(this.#secrets.redacted(text));
  }

  warn(text: string): void {
    this.#command('warning', this.#secrets.redacted(text));
  }

  error(text: string): void {
    this.#command('error', this.#secrets.redacted(text));
  }

  output(name: string, value: string): void {
    this.#outputs[name] = this.#secrets.redacted(value).toWellFormed();
  }

  keep(name: string, value: string): void {
    this.#state[name] = this.#secrets.redacted(value).toWellFormed();
  }

  note(line: string): void {
    this.#notes.push(this.#secrets.redacted(line));
  }

  notes(): readonly string[] | undefined {
    const { temporary } = this.#step.place;
    if (!existsSync(join(temporary, notes))) return [];
    return readFileSync(join(temporary, notes), 'utf8').split('\n');
  }

  kept(name: string): string {
    return this.#step.variables[`STATE_${name}`] ?? '';
  }

  async summary({ text }: Markdown): Promise<void> {
    this.#summary = this.#secrets.redacted(text).toWellFormed();
  }

  /** As the toolkit asks for it, and with its words where there is none. */
  async idToken(audience: string): Promise<string> {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } =
      this.#step.variables;
    const asked = `${url}&audience=${encodeURIComponent(audience)}`;
    const answer = await fetch(asked, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`Failed to get ID Token. Error Code : ${answer.status}`);
    const { value } = (await answer.json()) as { value: string };
    this.#command('add-mask', value);
    return value;
  }

  /** What a person, and the next steps, see of it. */
  seen(): Omit<Run, 'exitCode' | 'signal'> {
    const { log } = this.#step;
    const summary = shownSummary(this.#summary, log);
    const { text, annotations, masked, commands } = log;
    const temporary = this.#notes.length > 0 ? { [notes]: this.#notes.join('\n') } : {};
    return {
      ...{ stdout: this.#printed, stderr: '', exportedEnv: {}, summary, temporary },
      ...{ outputs: this.#outputs, state: this.#state },
      ...{ log: text, annotations, masked, commands },
    };
  }

  #command(name: string, data: string): void {
    const escaped = data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    this.#print(`::${name}::${escaped}`);
  }

  #print(text: string): void {
    const printed = `${text.toWellFormed()}\n`;
    this.#printed += printed;
    for (const line of linesOf(printed).slice(0, -1)) this.#step.log.read(line);
  }
}

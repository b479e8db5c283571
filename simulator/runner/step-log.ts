import { type Command, parseCommand } from './command.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** A note on the run's page. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  readonly title?: string;
}

/** GitHub keeps so many annotations of each level of a step, of so many characters each. */
const annotationsPerLevel = 10;
const annotationCharacters = 4096;

const stopCommands = 'stop-commands';
const disabled = ['set-env', 'add-path'];
const known = [
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'echo'],
  ...['set-output', 'save-state', 'add-matcher', 'remove-matcher', stopCommands, ...disabled],
];

const labels: Record<AnnotationLevel, string> = {
  error: 'Error: ',
  warning: 'Warning: ',
  notice: 'Notice: ',
};

/**
 * What the runner makes of the lines that a step prints: what a person sees, and what is done.
 * Of its commands `echo` and the problem matchers are known but do nothing.
 */
export class StepLog {
  readonly annotations: Annotation[] = [];
  readonly commands: Command[] = [];
  /** The values hidden by `add-mask`. */
  readonly masked: string[] = [];
  readonly #lines: string[] = [];
  readonly #secrets = new Set<string>();
  readonly #names = new Set(known);
  readonly #onLine: (line: string) => void;
  #resumeName: string | undefined;

  constructor(secrets: readonly string[], onLine: (line: string) => void = () => undefined) {
    for (const secret of secrets) this.#hide(secret);
    this.#onLine = onLine;
  }

  /** The log as the web page shows it. */
  get text(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  /** Takes a line that the step printed. */
  read(line: string): void {
    const command = parseCommand(line, this.#names);
    if (command && this.#takes(command)) this.#process(command, line);
    else this.#show(line);
  }

  annotate(annotation: Annotation): void {
    const message = this.mask(annotation.message).slice(0, annotationCharacters);
    const { level } = annotation;
    const ofLevel = this.annotations.filter((earlier) => earlier.level === level);
    if (ofLevel.length < annotationsPerLevel) this.annotations.push({ ...annotation, message });
    if (message) this.#show(labels[level] + message);
  }

  /** What was set by commands of this name: `::set-output name=…::value`. */
  set(name: 'set-output' | 'save-state'): Record<string, string> {
    const values = this.commands.flatMap((command) =>
      command.name === name && command.properties.name
        ? [[command.properties.name, command.data] as const]
        : [],
    );
    return Object.fromEntries(values);
  }

  mask(text: string): string {
    const longestFirst = [...this.#secrets].sort((one, other) => other.length - one.length);
    return longestFirst.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  }

  /** While commands are stopped, only the agreed word is one. */
  #takes(command: Command): boolean {
    return this.#resumeName === undefined || command.name === this.#resumeName;
  }

  #process(command: Command, line: string): void {
    const { name, data } = command;
    if (name === this.#resumeName) {
      this.#resume(line);
      return;
    }
    this.commands.push(command);
    if (isLevel(name)) this.#annotateAs(name, command);
    else if (name === stopCommands) this.#stop(data, line);
    else if (name === 'group') this.#show(`▼ ${data}`);
    else if (name === 'add-mask') this.#addMask(data);
    else if (disabled.includes(name)) {
      const message = `Unable to process command '${line}' successfully.`;
      this.annotate({ level: 'error', message });
    }
  }

  #annotateAs(level: AnnotationLevel, { data, properties: { title } }: Command): void {
    this.annotate({ level, message: data, ...(title && { title }) });
  }

  #addMask(value: string): void {
    if (value.trim()) {
      this.masked.push(value);
      this.#hide(value);
    } else {
      const message = "Can't add secret mask for empty string in ##[add-mask] command.";
      this.annotate({ level: 'warning', message });
    }
  }

  /** Also each line of a value by itself: what is printed is read line by line. */
  #hide(value: string): void {
    for (const part of [value, ...value.split(/[\r\n]/)]) {
      if (part) this.#secrets.add(part);
    }
  }

  #stop(word: string, line: string): void {
    this.#resumeName = word.toLowerCase();
    this.#names.add(this.#resumeName);
    this.#show(line);
  }

  #resume(line: string): void {
    if (this.#resumeName) this.#names.delete(this.#resumeName);
    this.#resumeName = undefined;
    this.#show(line);
  }

  #show(text: string): void {
    for (const line of this.mask(text).split('\n')) {
      this.#lines.push(line);
      this.#onLine(line);
    }
  }
}

function isLevel(name: string): name is AnnotationLevel {
  return name in labels;
}

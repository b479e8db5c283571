import * as core from '@actions/core';
import { inLog, type LogText } from '../domain/text/log.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Runner } from '../host.ts';
import { appendTo, lengthOf, rewrite } from './command-file.ts';
import type { AskForToken } from './id-token.ts';
import { type Journal, openJournal, readJournal } from './journal.ts';
import { asOurs } from './output.ts';
import type { Secrets } from './secrets.ts';

/** The runner by its toolkit, with what only the adapters need of it. */
export interface ToolkitRunner extends Runner {
  /**
   * A token of the job, for an audience: it lives about five minutes. Throws what the toolkit does.
   * The toolkit hides it in the log.
   */
  readonly idToken: AskForToken;
  /** Shown only where debug logging is switched on. */
  debug(line: string): void;
}

/** Where the runner takes what a step tells it, by the variables of the step. */
interface Files {
  readonly GITHUB_OUTPUT?: string | undefined;
  readonly GITHUB_STATE?: string | undefined;
  readonly GITHUB_STEP_SUMMARY?: string | undefined;
  /** The folder of the job's temporary files. */
  readonly RUNNER_TEMP?: string | undefined;
}

/** What the loss of each file means. */
const losses: Readonly<Record<keyof Files, Phrase>> = {
  GITHUB_OUTPUT: phrase`Outputs of this step are not set`,
  GITHUB_STATE: phrase`Nothing is kept for the post step, which closes the report of a run that was killed`,
  RUNNER_TEMP: phrase`Little is kept for the post step, which closes the report of a run that was killed`,
  GITHUB_STEP_SUMMARY: phrase`The job summary is not written`,
};

/**
 * What the run tells the runner. Each of its ways fails alone, is warned of once, and throws
 * nothing: the result stands.
 */
export function runnerBy(files: Files, secrets: Secrets): ToolkitRunner {
  const redacted = (text: string) => secrets.redacted(text);
  const lost = new Set<keyof Files>();
  const kept = new Map<string, string>();
  const say = (print: () => void) => asOurs(() => attempt(print));
  const warn = (text: LogText) => say(() => core.warning(redacted(text)));
  const lose = (file: keyof Files, thrown: unknown) => {
    if (lost.has(file)) return;
    lost.add(file);
    const { code = 'unknown' } = Object(thrown);
    warn(inLog(phrase`${losses[file]}: ${file} cannot be written (${String(code)}).`));
  };
  const keep = (name: string, value: string) => {
    kept.set(name, value);
    try {
      keepIn(files.GITHUB_STATE, kept, name);
    } catch (thrown) {
      lose('GITHUB_STATE', thrown);
    }
  };
  let journal: Journal | undefined;
  const beginJournal = (folder: string | undefined): Journal => {
    if (!folder) throw Object.assign(new Error('It is not set.'), { code: 'not set' });
    const begun = openJournal(folder);
    keep(ticketName, begun.ticket);
    return begun;
  };
  return {
    input: (name) => core.getInput(name),
    mask: (secret) => {
      if (secrets.remember(secret)) say(() => core.setSecret(secret));
    },
    idToken: (audience) => asOurs(() => core.getIDToken(audience)),
    log: (text) => say(() => core.info(redacted(text))),
    debug: (line) => say(() => core.debug(redacted(line))),
    warn,
    error: (text) => say(() => core.error(redacted(text))),
    output: (name, value) => {
      try {
        appendTo(files.GITHUB_OUTPUT, () => core.setOutput(name, redacted(value)));
      } catch (thrown) {
        lose('GITHUB_OUTPUT', thrown);
      }
    },
    keep: (name, value) => keep(name, redacted(value)),
    note: (line) => {
      if (lost.has('RUNNER_TEMP')) return;
      try {
        journal ??= beginJournal(files.RUNNER_TEMP);
        journal.write(redacted(line));
      } catch (thrown) {
        // A part of the journal would be taken for all of it, and none for a run that did nothing.
        keep(ticketName, noJournal);
        lose('RUNNER_TEMP', thrown);
      }
    },
    notes: () => {
      const ticket = core.getState(ticketName);
      return ticket === '' ? [] : orNothing(() => readJournal(files.RUNNER_TEMP ?? '', ticket));
    },
    kept: (name) => core.getState(name),
    summary: async ({ text }) => {
      try {
        await writeSummary(files.GITHUB_STEP_SUMMARY, redacted(text));
      } catch (thrown) {
        lose('GITHUB_STEP_SUMMARY', thrown);
      }
    },
  };
}

/** Where the state has the ticket of the journal. */
const ticketName = 'journal';
/** Instead of a ticket, where the journal is not complete. */
const noJournal = 'lost';

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Appended; where that fails, as on a full disk, the file is written anew with the last values only. */
function keepIn(file: string | undefined, kept: ReadonlyMap<string, string>, name: string): void {
  try {
    appendTo(file, () => core.saveState(name, kept.get(name)));
  } catch {
    rewrite(file, () => {
      for (const [each, value] of kept) core.saveState(each, value);
    });
  }
}

async function writeSummary(file: string | undefined, text: string): Promise<void> {
  lengthOf(file);
  await core.summary.emptyBuffer().addRaw(text).write({ overwrite: true });
}

/** Whoever cannot be told is not told. */
function attempt(print: () => void): void {
  try {
    print();
  } catch {
    // There is no one else to tell.
  }
}

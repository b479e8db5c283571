import * as core from '@actions/core';
import { isSecret, redacted, rememberSecret } from './secrets.ts';

/** What the run tells the runner: its log, its annotations, its outputs, its summary. */
export const runner = {
  input: (name: string): string => core.getInput(name),
  /** From here on the runner shows this text as `***`, and it is left out of all that is told. */
  mask: (secret: string): void => {
    rememberSecret(secret);
    if (isSecret(secret)) core.setSecret(secret);
  },
  /**
   * A token of the job, for an audience: it lives about five minutes. Throws what the toolkit does.
   * The toolkit hides it in the log.
   */
  idToken: (audience: string): Promise<string> => core.getIDToken(audience),
  log: (line: string): void => core.info(redacted(line)),
  warn: (text: string, title?: string): void =>
    core.warning(redacted(text), title ? { title } : {}),
  error: (text: string, title?: string): void => core.error(redacted(text), title ? { title } : {}),
  output: (name: string, value: string): void => core.setOutput(name, redacted(value)),
  /** Kept for the end of the job, where `kept` answers it. */
  keep: (name: string, value: string): void => core.saveState(name, redacted(value)),
  /** Empty where nothing was kept. */
  kept: (name: string): string => core.getState(name),
  summary: async (markdown: string): Promise<void> => {
    await core.summary.addRaw(redacted(markdown)).write({ overwrite: true });
  },
};

import * as core from '@actions/core';
import type { LogText } from '../domain/text/log.ts';
import type { Markdown } from '../domain/text/markdown.ts';
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
  log: (text: LogText): void => core.info(redacted(text)),
  warn: (text: LogText): void => core.warning(redacted(text)),
  error: (text: LogText): void => core.error(redacted(text)),
  output: (name: string, value: string): void => core.setOutput(name, redacted(value)),
  /** Kept for the end of the job, where `kept` answers it. */
  keep: (name: string, value: string): void => core.saveState(name, redacted(value)),
  /** Empty where nothing was kept. */
  kept: (name: string): string => core.getState(name),
  summary: async ({ text }: Markdown): Promise<void> => {
    await core.summary.addRaw(redacted(text)).write({ overwrite: true });
  },
};

import * as core from '@actions/core';
import type { LogText } from '../domain/text/log.ts';
import type { Markdown } from '../domain/text/markdown.ts';
import { asOurs } from './output.ts';
import { isSecret, redacted, rememberSecret } from './secrets.ts';

/** What the run tells the runner: its log, its annotations, its outputs, its summary. */
export const runner = {
  input: (name: string): string => core.getInput(name),
  /** From here on the runner shows this text as `***`, and it is left out of all that is told. */
  mask: (secret: string): void => {
    rememberSecret(secret);
    if (isSecret(secret)) asOurs(() => core.setSecret(secret));
  },
  /**
   * A token of the job, for an audience: it lives about five minutes. Throws what the toolkit does.
   * The toolkit hides it in the log.
   */
  idToken: (audience: string): Promise<string> => asOurs(() => core.getIDToken(audience)),
  log: (text: LogText): void => asOurs(() => core.info(redacted(text))),
  /** Shown only where debug logging is switched on. */
  debug: (line: string): void => asOurs(() => core.debug(redacted(line))),
  warn: (text: LogText): void => asOurs(() => core.warning(redacted(text))),
  error: (text: LogText): void => asOurs(() => core.error(redacted(text))),
  output: (name: string, value: string): void =>
    asOurs(() => core.setOutput(name, redacted(value))),
  /** Kept for the end of the job, where `kept` answers it. */
  keep: (name: string, value: string): void => asOurs(() => core.saveState(name, redacted(value))),
  /** Empty where nothing was kept. */
  kept: (name: string): string => core.getState(name),
  summary: async ({ text }: Markdown): Promise<void> => {
    await core.summary.addRaw(redacted(text)).write({ overwrite: true });
  },
};

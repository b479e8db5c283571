import * as core from '@actions/core';

/** What the run tells the runner: its log, its annotations, its outputs, its summary. */
export const runner = {
  input: (name: string): string => core.getInput(name),
  /** From here on the runner shows this text as `***`. */
  mask: (secret: string): void => core.setSecret(secret),
  log: (line: string): void => core.info(line),
  warn: (text: string, title?: string): void => core.warning(text, title ? { title } : {}),
  error: (text: string, title?: string): void => core.error(text, title ? { title } : {}),
  output: (name: string, value: string): void => core.setOutput(name, value),
  /** Kept for the end of the job, where `kept` answers it. */
  keep: (name: string, value: string): void => core.saveState(name, value),
  /** Empty where nothing was kept. */
  kept: (name: string): string => core.getState(name),
  summary: async (markdown: string): Promise<void> => {
    await core.summary.addRaw(markdown).write({ overwrite: true });
  },
};

import { writeFileSync } from 'node:fs';
import { type ActionMetadata, inputEnvironment, unexpectedInputs } from './action-metadata.ts';
import { stepEnvironment } from './environment.ts';
import { push } from './event.ts';
import { idTokenEnvironment } from './id-token.ts';
import type { RunOptions } from './options.ts';
import { StepLog } from './step-log.ts';
import { Workplace } from './workplace.ts';

const tokenWithoutGitHub = 'ghs_simulated';

/** Where a step runs, however it does: its folders and variables, and its log. */
export interface Step {
  readonly place: Workplace;
  readonly variables: Readonly<Record<string, string>>;
  readonly log: StepLog;
}

/** Prepares a step as the runner does, runs it, and clears away its folders. */
export async function inStep<T>(
  metadata: ActionMetadata,
  options: RunOptions,
  run: (step: Step) => Promise<T>,
): Promise<T> {
  const place = Workplace.create();
  try {
    place.checkOut(options.files ?? {});
    place.fillTemporary(options.temporary ?? {});
    writeFileSync(place.eventPath, JSON.stringify((options.event ?? push()).payload));
    const log = new StepLog([tokenOf(options)], options.onLine);
    const message = unexpectedInputs(metadata, options.inputs ?? {});
    if (message) log.annotate({ level: 'warning', message });
    return await run({ place, variables: variablesOf(metadata, options, place), log });
  } finally {
    place.remove();
  }
}

function variablesOf(
  metadata: ActionMetadata,
  options: RunOptions,
  place: Workplace,
): Record<string, string> {
  const { simulator, inputs = {}, event = push() } = options;
  const variables: Record<string, string | undefined> = {
    ...stepEnvironment(event, { ...place, simulatorUrl: simulator.url }),
    ...inputEnvironment(metadata, inputs, tokenOf(options)),
    ...place.files.environment,
    ...idTokenEnvironment(options),
    ...options.env,
  };
  const set = Object.entries(variables).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Record<string, string>;
}

function tokenOf({ simulator }: RunOptions): string {
  return simulator.github?.token ?? tokenWithoutGitHub;
}

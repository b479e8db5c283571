import type { Instant, SimulatedClock } from '../clock.ts';
import type { TokenDoor } from '../github/id-tokens.ts';
import type { WorkflowEvent } from './event.ts';

/** What a runner needs of a simulator. */
export interface RunningSimulator {
  readonly url: string;
  readonly clock: SimulatedClock;
  readonly github?: { readonly token: string };
  readonly idTokens?: { open(subject: string): TokenDoor };
}

type When = Instant | ((simulator: RunningSimulator) => Instant);

/** How to run a step. */
export interface RunOptions {
  readonly simulator: RunningSimulator;
  /** The inputs under `with:`; the others have the defaults of `action.yml`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The folder of the action; unset: this repository. */
  readonly actionFolder?: string;
  /** The program, in the action's folder; unset: as `action.yml` says. */
  readonly entry?: string;
  /** What set off the workflow; unset: a push to main. */
  readonly event?: WorkflowEvent;
  /** Files of the checked-out repository, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** `permissions: id-token: write`: the job may ask for tokens of its own. */
  readonly idToken?: 'write';
  /** The job's `environment:`. */
  readonly environment?: string;
  /** The repository's subjects hold ids: that of one made after 2026-07-15. */
  readonly subjects?: 'with-names' | 'immutable';
  /** What steps before this one of the same job have left in its temporary folder, by names. */
  readonly temporary?: Readonly<Record<string, string>>;
  /** More variables; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /**
   * `simulated`: time passes whenever the step waits, as a stepped clock needs it; `wall`: as on
   * the wall clock. Unset: what fits the simulator's clock.
   */
  readonly time?: 'simulated' | 'wall';
  /** Simulated seconds in a second of the wall clock; unset: as fast as possible. */
  readonly pace?: number;
  readonly signals?: readonly { readonly at: When; readonly signal: NodeJS.Signals }[];
  /** When the workflow run is cancelled. */
  readonly cancelAt?: When;
  /** Is given what kills the step at once, as a machine that goes away does. */
  readonly killWhen?: (kill: () => void) => void;
  /** Is given what stops reading what the step prints, as a runner does that lost its connection. */
  readonly closeOutputsWhen?: (close: () => void) => void;
  /** The longest time on the wall clock; then the step is killed and the run rejects. */
  readonly limitSeconds?: number;
  /** Called with each line of the web log as it appears. */
  readonly onLine?: (line: string) => void;
}

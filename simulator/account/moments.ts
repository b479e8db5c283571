import type { Instant, SimulatedClock } from '../clock.ts';

/** The stages through which a deployment passes, and its possible ends. */
export type DeploymentStage =
  | 'accepted'
  | 'provisioning'
  | 'activating'
  | 'baking'
  | 'final-bake'
  | 'removing'
  | 'rolling-back'
  | 'succeeded'
  | 'rolled-back'
  | 'rollback-failed'
  | 'failed';

/** Everything that an endpoint can get to: a stage of a deployment, or of its life. */
export type StageName =
  | DeploymentStage
  | 'creating'
  | 'created'
  | 'scaling'
  | 'scaled'
  | 'deregistered'
  | 'system-updating'
  | 'system-updated'
  | 'deleting'
  | 'deleted';

/** When something is to happen, as data: at an instant, or when the account gets there. */
export type Moment =
  | { readonly at: Instant }
  | { readonly afterSeconds: number }
  | AtStage
  | { readonly before: string; readonly nth?: number };

/** The next time that an endpoint reaches a stage (of a step, where there are several). */
export interface AtStage {
  readonly stage: StageName;
  readonly step?: number;
  readonly afterSeconds?: number;
  /** Any endpoint, unless named. */
  readonly endpoint?: string;
}

/** A stage that an endpoint has reached. */
export interface Reached {
  readonly endpoint: string;
  readonly stage: StageName;
  readonly step?: number;
}

interface Expectation {
  readonly moment: Moment;
  readonly action: () => void;
  callsToCome: number;
}

/** Lets things happen at moments; hears from the service what has been reached. */
export class Moments {
  readonly #clock: SimulatedClock;
  readonly #listeners: ((where: Reached) => void)[] = [];
  #expected: Expectation[] = [];

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  /** Does the action once, at the moment. */
  when(moment: Moment, action: () => void): void {
    if ('at' in moment) this.#clock.at(moment.at, action);
    else if ('stage' in moment) this.#expect(moment, action, 0);
    else if ('before' in moment) this.#expect(moment, action, moment.nth ?? 1);
    else this.#after(moment.afterSeconds, action);
  }

  /** An endpoint has reached a stage. */
  reached(where: Reached): void {
    for (const listener of this.#listeners) listener(where);
    for (const expectation of this.#take((each) => isReached(each.moment, where))) {
      const { moment, action } = expectation;
      const seconds = ('afterSeconds' in moment && moment.afterSeconds) || 0;
      if (seconds > 0) this.#after(seconds, action);
      else action();
    }
  }

  /** Tells of every stage that any endpoint reaches. */
  onReached(listener: (where: Reached) => void): void {
    this.#listeners.push(listener);
  }

  /** A call of an operation has arrived and is about to take effect. */
  called(operation: string): void {
    for (const each of this.#expected) {
      if ('before' in each.moment && each.moment.before === operation) each.callsToCome -= 1;
    }
    for (const { action } of this.#take((e) => 'before' in e.moment && e.callsToCome <= 0)) {
      action();
    }
  }

  #expect(moment: Moment, action: () => void, callsToCome: number): void {
    this.#expected.push({ moment, action, callsToCome });
  }

  #after(seconds: number, action: () => void): void {
    this.#clock.at(this.#clock.now() + seconds * 1000, action);
  }

  #take(wanted: (expectation: Expectation) => boolean): Expectation[] {
    const taken = this.#expected.filter(wanted);
    this.#expected = this.#expected.filter((each) => !taken.includes(each));
    return taken;
  }
}

function isReached(moment: Moment, where: Reached): boolean {
  return (
    'stage' in moment &&
    moment.stage === where.stage &&
    (moment.step === undefined || moment.step === where.step) &&
    (moment.endpoint === undefined || moment.endpoint === where.endpoint)
  );
}

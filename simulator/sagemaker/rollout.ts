import type { DeploymentConfig } from '@aws-sdk/client-sagemaker';
import type { Account } from '../account/account.ts';
import type { Endpoint } from '../account/endpoint.ts';
import type { EndpointState } from '../account/endpoint-state.ts';
import { doing, type Fleet, settled } from '../account/fleet.ts';
import { planDeployment } from './deployment.ts';
import type { Terms } from './policy.ts';
import { planRollback } from './rollback.ts';
import type { Order, Stage } from './stages.ts';
import type { Troubles } from './troubles.ts';

/** A deployment as UpdateEndpoint accepted it. */
export interface Update {
  readonly configName: string;
  readonly fleet: Fleet;
  readonly terms: Terms;
  readonly deploymentConfig: DeploymentConfig | undefined;
  readonly troubles: Troubles;
}

/** Plays a deployment on the clock, stage by stage, and turns it back when something trips. */
export class Rollout {
  readonly #account: Account;
  readonly #endpoint: Endpoint;
  readonly #update: Update;
  readonly #order: Order;
  #phase: 'forward' | 'back' | 'over' = 'forward';
  #reached: Stage | undefined;
  #reason: string | undefined;
  #pendingSince: number | undefined;
  #stopListening: () => void = () => {};

  constructor(account: Account, endpoint: Endpoint, update: Update) {
    this.#account = account;
    this.#endpoint = endpoint;
    this.#update = update;
    this.#order = {
      start: account.clock.now(),
      policy: update.terms.policy,
      old: settled(endpoint.state.live),
      new: update.fleet,
      durations: update.troubles.durations,
    };
  }

  start(): void {
    const { maximumSeconds } = this.#update.terms;
    this.#stopListening = this.#account.alarms.onChange(() => this.#lookAtAlarms());
    this.#play(planDeployment(this.#order), 'forward');
    if (maximumSeconds !== undefined) {
      // The reason that AWS gives for a timeout is unpublished: here there is none.
      this.#later(maximumSeconds, () => this.#turnBack(undefined));
    }
  }

  #play(stages: readonly Stage[], phase: 'forward' | 'back'): void {
    for (const stage of stages) {
      const show = () => {
        if (this.#phase === phase && this.#endpointIsThere()) this.#show(stage);
      };
      if (stage.at <= this.#account.clock.now()) show();
      else this.#account.clock.at(stage.at, show);
    }
  }

  #endpointIsThere(): boolean {
    return this.#account.endpoints.get(this.#endpoint.arn) === this.#endpoint;
  }

  #show(stage: Stage): void {
    if (stage.name === 'succeeded') this.#succeed(stage);
    else if (stage.name === 'rolled-back') this.#endRollback(stage);
    else if (this.#phase === 'back') this.#retreat(stage);
    else this.#proceed(stage);
  }

  #proceed(stage: Stage): void {
    this.#reached = stage;
    const accepted = stage.name === 'accepted';
    this.#endpoint.change(stage.at, {
      status: 'Updating',
      ...this.#fleetsIn(stage),
      ...(accepted && {
        modifiedAt: stage.at,
        lastDeploymentConfig: this.#update.deploymentConfig,
      }),
    });
    this.#awaitFailures(stage);
    this.#tell(stage);
    this.#lookAtAlarms();
  }

  #retreat(stage: Stage): void {
    this.#endpoint.change(stage.at, {
      status: this.#update.troubles.statusOfRollback,
      ...this.#fleetsIn(stage),
    });
    this.#tell(stage);
  }

  #fleetsIn(stage: Stage): Pick<EndpointState, 'live' | 'pending'> {
    if (!stage.pending) return { live: stage.live, pending: undefined };
    this.#pendingSince ??= stage.at;
    const { configName } = this.#update;
    const pending = { configName, since: this.#pendingSince, fleet: stage.pending };
    return { live: stage.live, pending };
  }

  #awaitFailures(stage: Stage): void {
    for (const { when, reason } of this.#update.troubles.failures) {
      const here = when.stage === stage.name && (when.step ?? stage.step) === stage.step;
      if (here) this.#later(when.afterSeconds ?? 0, () => this.#turnBack(reason));
    }
  }

  /** Alarms count from when the pending deployment shows until all is done. */
  #lookAtAlarms(): void {
    if (this.#phase !== 'forward' || !this.#reached?.pending) return;
    const tripped = this.#account.alarms.inAlarm(this.#update.terms.alarms);
    if (tripped.length === 0) return;
    this.#turnBack(
      `One or more configured alarm for automatic rollback deployment is in ALARM state: [${tripped.join(', ')}].`,
    );
  }

  #turnBack(reason: string | undefined): void {
    if (this.#phase !== 'forward' || !this.#reached || !this.#endpointIsThere()) return;
    this.#phase = 'back';
    this.#reason = reason;
    this.#play(planRollback(this.#order, this.#reached, this.#account.clock.now()), 'back');
  }

  #succeed(stage: Stage): void {
    const seconds = this.#update.troubles.summaryLingersSeconds;
    const { pending } = this.#endpoint.state;
    this.#finish(stage, {
      status: 'InService',
      configName: this.#update.configName,
      live: stage.live,
      pending: seconds > 0 ? pending : undefined,
      failureReason: undefined,
    });
    this.#afterwards(seconds, { pending: undefined });
  }

  #endRollback(stage: Stage): void {
    const { endOfRollback, trafficLateSeconds } = this.#update.troubles;
    const failureReason = this.#reason ?? this.#endpoint.state.failureReason;
    const asItTripped = this.#reached?.live ?? stage.live;
    if (endOfRollback !== 'rolled-back') {
      this.#finish(
        { ...stage, name: endOfRollback },
        {
          status: endOfRollback === 'failed' ? 'Failed' : 'UpdateRollbackFailed',
          ...this.#fleetsIn(this.#reached ?? stage),
          failureReason,
        },
      );
      return;
    }
    this.#finish(stage, {
      status: 'InService',
      live: trafficLateSeconds > 0 ? doing(asItTripped) : stage.live,
      pending: undefined,
      failureReason,
    });
    this.#afterwards(trafficLateSeconds, { live: stage.live });
  }

  #finish(stage: Stage, members: Partial<EndpointState>): void {
    this.#phase = 'over';
    this.#stopListening();
    this.#endpoint.change(stage.at, { ...members, modifiedAt: stage.at });
    this.#tell(stage);
  }

  /** A change some time after the end, unless something else has begun by then. */
  #afterwards(seconds: number, members: Partial<EndpointState>): void {
    const ended = this.#endpoint.state;
    if (seconds === 0) return;
    this.#later(seconds, () => {
      if (this.#endpoint.state === ended) this.#endpoint.change(this.#account.clock.now(), members);
    });
  }

  #later(seconds: number, action: () => void): void {
    this.#account.clock.at(this.#account.clock.now() + seconds * 1000, action);
  }

  #tell({ name, step }: Stage): void {
    this.#account.moments.reached({
      endpoint: this.#endpoint.name,
      stage: name,
      ...(step === undefined ? {} : { step }),
    });
  }
}

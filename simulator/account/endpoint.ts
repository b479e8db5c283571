import type { Instant } from '../clock.ts';
import { arnOf } from './arn.ts';
import type { EndpointState } from './endpoint-state.ts';
import type { Guise } from './faults.ts';
import { disguised, type ShownState } from './guise.ts';
import type { Place } from './place.ts';

/** An endpoint: a history of states, of which the last is the present one. */
export class Endpoint {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Instant;
  readonly #guises: { readonly from: Instant; readonly until: Instant; readonly guise: Guise }[] =
    [];
  readonly #history: { readonly at: Instant; readonly state: EndpointState }[];

  constructor(place: Place, name: string, initial: EndpointState) {
    this.name = name;
    this.arn = arnOf(place, 'endpoint', name);
    this.createdAt = initial.modifiedAt;
    this.#history = [{ at: this.createdAt, state: initial }];
  }

  get state(): EndpointState {
    return this.stateAt(Number.POSITIVE_INFINITY);
  }

  /** The state at an instant; before the creation, that of the creation. */
  stateAt(instant: Instant): EndpointState {
    const known = this.#history.findLast(({ at }) => at <= instant) ?? this.#history[0];
    if (!known) throw new Error(`Endpoint ${this.name} has no history`);
    return known.state;
  }

  /** Every state so far, for anyone who wants to see how it went. */
  get history(): readonly { readonly at: Instant; readonly state: EndpointState }[] {
    return this.#history;
  }

  /** The state at an instant, as it is shown. */
  shownAt(instant: Instant): ShownState {
    const worn = this.#guises.findLast(({ from, until }) => from <= instant && instant < until);
    return disguised(this.stateAt(instant), worn?.guise);
  }

  disguise(from: Instant, until: Instant, guise: Guise): void {
    this.#guises.push({ from, until, guise });
  }

  /** Changes the state from now on. A member given as undefined is removed. */
  change(at: Instant, members: Partial<EndpointState>): void {
    this.#history.push({ at, state: { ...this.state, ...members } });
  }

  /** Whether something runs that refuses updates and deletion. */
  get busy(): boolean {
    return !['InService', 'Failed', 'UpdateRollbackFailed'].includes(this.state.status);
  }
}

import { strikes } from '../struck-calls.ts';
import {
  type AccountFault,
  type CallFault,
  type DeploymentFault,
  type EndpointEvent,
  type Fault,
  isCallFault,
  isDeploymentFault,
} from './faults.ts';
import type { Moments } from './moments.ts';

interface InForce {
  readonly fault: StandingFault;
  /** How many calls, or deployments, it could have struck so far. */
  seen: number;
  open: boolean;
}

/** A fault that lies in wait, other than an event that happens at its moment. */
export type StandingFault = Exclude<Fault, EndpointEvent>;

/** The faults in force. Each counts what it sees, to know which call or deployment is meant. */
export class FaultsInForce {
  readonly #moments: Moments;
  readonly #all: InForce[] = [];

  constructor(moments: Moments) {
    this.#moments = moments;
  }

  add(fault: StandingFault): void {
    const inForce: InForce = { fault, seen: 0, open: true };
    this.#all.push(inForce);
    if (!isCallFault(fault)) return;
    if (fault.from) {
      inForce.open = false;
      this.#moments.when(fault.from, () => {
        inForce.open = true;
      });
    }
    if (fault.until) {
      this.#moments.when(fault.until, () => {
        inForce.open = false;
      });
    }
  }

  /** The first fault that strikes this call. */
  strikingCall(operation: string): CallFault | undefined {
    const concerned = this.#all.flatMap((inForce) => {
      const { fault, open } = inForce;
      if (!open || !isCallFault(fault) || (fault.operation ?? operation) !== operation) return [];
      return strikes(fault.calls, ++inForce.seen) ? [fault] : [];
    });
    return concerned[0];
  }

  /** The faults that strike a deployment of this endpoint which begins now. */
  strikingDeployment(endpoint: string): DeploymentFault[] {
    return this.#all.flatMap((inForce) => {
      const { fault } = inForce;
      if (!isDeploymentFault(fault) || (fault.endpoint ?? endpoint) !== endpoint) return [];
      return strikes(fault.nth, ++inForce.seen) ? [fault] : [];
    });
  }

  /** The account's faults of a kind. */
  ofAccount<Kind extends AccountFault['kind']>(kind: Kind): Extract<Fault, { kind: Kind }>[] {
    return this.#all.flatMap(({ fault }) =>
      fault.kind === kind ? [fault as Extract<Fault, { kind: Kind }>] : [],
    );
  }
}

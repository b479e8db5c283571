import type { DeploymentFault } from './faults.ts';
import type { Fleet } from './fleet.ts';

/** What the containers of a model write into their log, and whether they ever answer a ping. */
export type ContainerBehavior =
  | { readonly kind: 'healthy' }
  /** Writes these lines instead of a Traceback, exits, and is started again every minute. */
  | { readonly kind: 'dies-at-start'; readonly lines?: readonly string[] }
  /** Serves, and from so long after its start on fails requests with these lines. */
  | {
      readonly kind: 'fails-later';
      readonly afterSeconds?: number;
      readonly lines?: readonly string[];
    }
  /** Never writes: it has no log stream. */
  | { readonly kind: 'silent' }
  /** Serves, and writes what must not act wherever it is shown. */
  | { readonly kind: 'hostile'; readonly lines?: readonly string[] };

/** SageMaker restarts a container that exits for so long before it fails the deployment: 24 to 60 minutes are reported. */
export const givesUpAfterSeconds = 27 * 60;

/** How the containers of each model behave; those of a model that is not named are healthy. */
export class Containers {
  readonly #behaviors = new Map<string, ContainerBehavior>();

  /** To be said before they are launched: what is said later rewrites what they wrote. */
  set(model: string, behavior: ContainerBehavior): void {
    this.#behaviors.set(model, behavior);
  }

  of(model: string): ContainerBehavior {
    return this.#behaviors.get(model) ?? { kind: 'healthy' };
  }

  /** What becomes of a deployment of this fleet because of its containers. */
  faultsOf(fleet: Fleet): DeploymentFault[] {
    const dying = fleet.find(({ model }) => model && this.of(model).kind === 'dies-at-start');
    if (!dying) return [];
    return [{ kind: 'failing-health-check', seconds: givesUpAfterSeconds, variant: dying.name }];
  }
}

import type { Snapshot } from '../domain/endpoint.ts';
import type { Run } from '../run/run.ts';
import type { Again } from '../watch/observe.ts';

/** Why an endpoint is deleted: what is deleted, and what comes before. */
export interface Purpose {
  /** Whether it is what a poll shows: asked until it is being deleted. */
  readonly isMeant: (seen: Snapshot) => boolean;
  /**
   * Makes way for DeleteEndpoint, which follows at once unless another poll has to come first.
   *
   * @throws Problem where it must not be deleted.
   */
  readonly makeReady: (run: Run, seen: Snapshot) => Promise<Again | undefined>;
  /** Until it is gone, or until SageMaker has accepted the deletion. */
  readonly watch: 'until-gone' | 'start-only';
}

import type { Snapshot } from '../domain/endpoint.ts';
import type { Outcome } from '../domain/outcome.ts';

/** Either an update of the requested configuration runs now or may have run, or the run has ended already. */
export type Beginning =
  /** `perhaps-over`: a call of ours whose answer was lost may have led to what is there: it has settled by now. */
  | { readonly kind: 'running' | 'perhaps-over'; readonly before: Snapshot }
  /** All is ready to create the endpoint, once this failed one is gone. */
  | { readonly kind: 'to-replace'; readonly before: Snapshot }
  | { readonly kind: 'ended'; readonly outcome: Outcome };

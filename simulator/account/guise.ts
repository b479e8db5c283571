import type { EndpointState } from './endpoint-state.ts';
import type { Guise } from './faults.ts';
import type { Fleet } from './fleet.ts';

/** A state as DescribeEndpoint shows it: its statuses may be such as the API does not have yet. */
export type ShownState = Omit<EndpointState, 'status'> & { readonly status: string };

export function disguised(state: EndpointState, guise: Guise | undefined): ShownState {
  if (!guise) return state;
  const { status = state.status, variantStatus, pending } = guise;
  const { failureReason = state.failureReason } = guise;
  const dressed = (fleet: Fleet) => (variantStatus ? dress(fleet, variantStatus) : fleet);
  return {
    ...{ ...state, status, failureReason, live: dressed(state.live) },
    pending:
      pending === 'hidden' || !state.pending
        ? undefined
        : { ...state.pending, fleet: dressed(state.pending.fleet) },
  };
}

/** Only those that say what is done to them say something else. */
function dress(fleet: Fleet, status: string): Fleet {
  return fleet.map(({ activity, ...variant }) => ({
    ...variant,
    ...(activity && { activity: { ...activity, status } }),
  })) as Fleet;
}

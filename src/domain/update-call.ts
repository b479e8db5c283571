import type { Event } from './event.ts';
import type { Instant } from './request.ts';

/** UpdateEndpoint or CreateEndpoint, as far as it has come. */
export interface UpdateCall {
  /** `lost`: it may have taken effect, whatever a later one is answered, until one is accepted. */
  readonly call: 'none' | 'sent' | 'lost' | 'accepted';
  /** When it was sent last; undefined where another run's update was joined. */
  readonly sentAt: Instant | undefined;
}

export const notCalled: UpdateCall = { call: 'none', sentAt: undefined };

/** What is told of a call that changes something. */
export type CallEvent = Extract<Event, { kind: 'sent' | 'answered' | 'refused' | 'lost' }>;

/** The call after one more event of it; a refusal says nothing of an earlier one whose answer was lost. */
export function afterCall(update: UpdateCall, { kind, at }: CallEvent): UpdateCall {
  switch (kind) {
    case 'sent':
      return { call: update.call === 'lost' ? 'lost' : 'sent', sentAt: at };
    case 'answered':
      return { ...update, call: 'accepted' };
    case 'lost':
      return { ...update, call: 'lost' };
    case 'refused':
      return update.call === 'lost' ? update : { ...update, call: 'none' };
  }
}

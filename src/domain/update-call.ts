import type { Made } from './clean-up.ts';
import type { Event } from './event.ts';
import type { Instant } from './request.ts';

/** UpdateEndpoint or CreateEndpoint, as far as it has come. */
export interface UpdateCall {
  /** `lost`: it may have taken effect, whatever a later one is answered, until one is accepted. */
  readonly call: 'none' | 'sent' | 'lost' | 'accepted';
  /** When it was sent last; undefined where another run's update was joined. */
  readonly sentAt: Instant | undefined;
}

/** What became of the calls that change something. */
export interface Calls {
  /** Of the one that begins the update; of the update back, once the smoke test began. */
  readonly update: UpdateCall;
  /** Of DeleteEndpoint. */
  readonly deletion: UpdateCall;
  /** The models that were created: as with configurations. */
  readonly createdModels: readonly string[];
  /** The configurations that were created: a lookup may not show them for some seconds. */
  readonly createdConfigs: readonly string[];
  /** The inference components whose deletion was sent and not refused. */
  readonly deletedComponents: readonly string[];
  /** The configurations and models that were deleted. */
  readonly deleted: readonly Made[];
  /** The serving configuration that was to be created again: it had been deleted. */
  readonly recreatedConfig: string | undefined;
}

export const notCalled: UpdateCall = { call: 'none', sentAt: undefined };

export const noCalls: Calls = {
  update: notCalled,
  deletion: notCalled,
  createdModels: [],
  createdConfigs: [],
  deletedComponents: [],
  deleted: [],
  recreatedConfig: undefined,
};

/** What is told of a call that changes something. */
export type CallEvent = Extract<Event, { kind: 'sent' | 'answered' | 'refused' | 'lost' }>;

/** The calls after one more event, while `serving` serves. */
export function called(calls: Calls, event: CallEvent, serving: string | undefined): Calls {
  const { operation, name } = event.call;
  switch (operation) {
    case 'CreateModel':
      if (event.kind !== 'answered') return calls;
      return { ...calls, createdModels: [...calls.createdModels, name] };
    case 'CreateEndpointConfig':
      return afterCreation(calls, event, name === serving);
    case 'DeleteEndpointConfig':
      return afterDeletion(calls, event, { kind: 'endpoint configuration', name });
    case 'DeleteInferenceComponent':
      return { ...calls, deletedComponents: componentsAfter(calls, event) };
    case 'DeleteModel':
      return afterDeletion(calls, event, { kind: 'model', name });
    // What they change is read again, by this run or the next.
    case 'AddTags':
    case 'DeleteTags':
    case 'UpdateEndpointWeightsAndCapacities':
    case 'DeregisterScalableTarget':
    case 'RegisterScalableTarget':
    case 'PutScalingPolicy':
    case 'PutScheduledAction':
      return calls;
    case 'DeleteEndpoint':
      return { ...calls, deletion: afterCall(calls.deletion, event) };
    case 'CreateEndpoint':
    case 'UpdateEndpoint':
      return { ...calls, update: afterCall(calls.update, event) };
  }
}

function afterCreation(
  calls: Calls,
  { kind, call: { name } }: CallEvent,
  isServing: boolean,
): Calls {
  switch (kind) {
    case 'sent':
      return isServing ? { ...calls, recreatedConfig: name } : calls;
    case 'answered':
      return { ...calls, createdConfigs: [...calls.createdConfigs, name] };
    default:
      return calls;
  }
}

function componentsAfter(
  { deletedComponents }: Calls,
  { kind, call: { name } }: CallEvent,
): readonly string[] {
  const others = deletedComponents.filter((each) => each !== name);
  return kind === 'refused' ? others : [...others, name];
}

function afterDeletion(calls: Calls, { kind }: CallEvent, made: Made): Calls {
  return kind === 'answered' ? { ...calls, deleted: [...calls.deleted, made] } : calls;
}

/** The call after one more event of it; a refusal says nothing of an earlier one whose answer was lost. */
function afterCall(update: UpdateCall, { kind, at }: CallEvent): UpdateCall {
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

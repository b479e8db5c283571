/** A call that changes the endpoint's tags, its scaling or its instances, but begins no update. */
export type SideCall =
  | 'AddTags'
  | 'DeleteTags'
  | 'UpdateEndpointWeightsAndCapacities'
  | 'DeregisterScalableTarget'
  | 'RegisterScalableTarget'
  | 'PutScalingPolicy'
  | 'PutScheduledAction';

/** A call that changes something, and the name of what it creates, updates or deletes. */
export interface ChangingCall {
  readonly operation:
    | 'CreateModel'
    | 'CreateEndpointConfig'
    | 'CreateEndpoint'
    | 'UpdateEndpoint'
    | 'DeleteEndpoint'
    | 'DeleteEndpointConfig'
    | 'DeleteInferenceComponent'
    | 'DeleteModel'
    | SideCall;
  readonly name: string;
}

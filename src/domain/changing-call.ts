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
    | 'DeleteModel';
  readonly name: string;
}

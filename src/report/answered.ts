import type { ChangingCall } from '../domain/changing-call.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** What a call has done, as a line of the log, where nothing else tells it. */
export function answeredPhrases({ operation, name }: ChangingCall): readonly Phrase[] {
  switch (operation) {
    case 'CreateModel':
      return [phrase`Created the model ${name}`];
    case 'CreateEndpointConfig':
      return [phrase`Created the endpoint configuration ${name}`];
    case 'DeleteEndpoint':
      return [phrase`DeleteEndpoint accepted`];
    case 'DeleteInferenceComponent':
      return [phrase`DeleteInferenceComponent accepted: ${name}`];
    case 'DeleteModel':
      return [phrase`Deleted the model ${name}`];
    case 'DeleteEndpointConfig':
      return [phrase`Deleted the endpoint configuration ${name}`];
    default:
      return [];
  }
}

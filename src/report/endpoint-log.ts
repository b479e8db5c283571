import {
  type InFlight,
  inFlightOf,
  isAbsent,
  type Snapshot,
  servesNothing,
} from '../domain/endpoint.ts';
import { conditionOf } from '../domain/status.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';

export function foundPhrase(snapshot: Snapshot): Phrase {
  const { name, status, configName, failureReason } = snapshot;
  if (isAbsent(snapshot)) return phrase`There is no endpoint ${name}`;
  const counts = snapshot.variants.map((variant) => variant.currentInstances);
  const instances = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const fleet =
    instances > 0
      ? phrase`, ${instances} ${own(instances === 1 ? 'instance' : 'instances')}`
      : phrase``;
  if (conditionOf(status) === 'failed') {
    const reason = failureReason ? phrase`: ${failureReason}` : phrase``;
    return phrase`Found it ${status}, on ${configName}${reason}`;
  }
  const stale = failureReason
    ? phrase`; an earlier failure reason is still shown: ${failureReason}`
    : phrase``;
  const serving = own(servesNothing(snapshot) ? 'on' : 'serving');
  return phrase`Found it ${status}, ${serving} ${configName}${fleet}${stale}`;
}

export function waitingPhrase({ status, configName }: InFlight): Phrase {
  const what = configName ? phrase`${configName} is being rolled out` : unnamedWork(status);
  return phrase`Waiting: the endpoint is ${status} (${what}), and SageMaker takes one update at a time`;
}

/** What may be going on when SageMaker names no configuration. */
function unnamedWork(status: string): Phrase {
  if (conditionOf(status) === 'unknown') {
    return phrase`a status that this version of the action does not know`;
  }
  return status === 'SystemUpdating'
    ? phrase`AWS maintains it`
    : phrase`auto scaling, or an update that has just begun`;
}

/** What others do to the endpoint, while a run waits for it. */
export function stillPhrase(snapshot: Snapshot): Phrase {
  const { status, configName } = inFlightOf(snapshot);
  const what = configName === undefined ? phrase`` : phrase`: ${configName} is being rolled out`;
  return phrase`Still ${status}${what}`;
}

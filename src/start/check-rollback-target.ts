import type { Snapshot } from '../domain/endpoint.ts';
import { modelNamesOf } from '../domain/endpoint-config.ts';
import { type Former, notWhatServed } from '../domain/rollback-target.ts';
import { type WayBackFaults, wayBackFaults } from '../domain/rollback-target-check.ts';
import { joined, phrase } from '../domain/text/phrase.ts';
import { lookUp } from '../run/look-up.ts';
import { lookUpModels } from '../run/look-up-models.ts';
import type { Run } from '../run/run.ts';

/**
 * What speaks against rolling back to what served before; one that does not exist is told by the
 * pre-flight. Only a cancelled job is thrown.
 */
export async function checkWayBack(
  run: Run,
  serving: Snapshot,
  former: Former,
): Promise<WayBackFaults> {
  const { endpoints } = run.world;
  const content = (name: string) =>
    lookUp(run, () => endpoints.configuration(name, run.asked.endpointName));
  const found = await content(former.name);
  if (found.kind === 'missing') return { faults: [], hidden: undefined };
  if (found.kind === 'not-readable') {
    return { faults: [], hidden: former.by === 'record' ? found.problem : undefined };
  }
  const present = {
    described: found.value,
    models: await lookUpModels(run, modelNamesOf(found.value)),
    serving: await content(serving.configName),
  };
  return wayBackFaults(former, present, serving);
}

/** @throws Problem `no-rollback-target` where it is not known to be what served. */
export async function refuseUnlessItServed(
  run: Run,
  serving: Snapshot,
  former: Former,
): Promise<void> {
  const { faults, hidden } = await checkWayBack(run, serving, former);
  if (faults.length > 0) throw notWhatServed(former.name, joined(faults, ' '));
  if (!hidden) return;
  const why = phrase`Whether ${former.name} is still what served before could not be determined. ${hidden.what}`;
  throw notWhatServed(former.name, why, hidden);
}

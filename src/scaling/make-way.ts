import type { Snapshot } from '../domain/endpoint.ts';
import type { Instant } from '../domain/request.ts';
import { change } from '../run/change.ts';
import { patiently } from '../run/look-up.ts';
import { type Run, tell } from '../run/run.ts';
import type { Again } from '../watch/observe.ts';
import { saveScaling } from './save.ts';
import { scaleUp } from './scale-up.ts';

/**
 * Takes auto scaling off the variants for which SageMaker would refuse the update: saved first,
 * restored at the end of the run. Where instances are added meanwhile, the endpoint needs another
 * poll afterwards.
 *
 * @throws Problem where it cannot be saved: then nothing was changed.
 */
export async function makeWay(
  run: Run,
  before: Snapshot,
  until?: () => Instant,
): Promise<Again | undefined> {
  const { inTheWay, isOff } = run.scaling;
  if (inTheWay.length === 0 || isOff) return undefined;
  await saveScaling(run, before);
  for (const { scaled } of inTheWay) {
    await patiently(run.world, () =>
      change(run, { operation: 'DeregisterScalableTarget', name: before.name }, () =>
        run.world.scaling.deregister(before.name, scaled),
      ),
    );
  }
  run.scaling = { ...run.scaling, isOff: true };
  const scaled = inTheWay.map((one) => one.scaled);
  tell(run, { kind: 'scaling', change: { kind: 'taken-off', scaled } });
  return scaleUp(run, before, until);
}

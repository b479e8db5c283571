import type { Snapshot } from '../domain/endpoint.ts';
import { variantNamesOf } from '../domain/scaling.ts';
import { lookUp } from '../run/look-up.ts';
import { type Run, tell } from '../run/run.ts';
import { makeWay } from '../scaling/make-way.ts';
import type { Again } from '../watch/observe.ts';

/**
 * Takes auto scaling off all variants: SageMaker does that by itself only for callers who may, and may
 * refuse to delete the endpoint otherwise. It is saved like before an update, so that it is restored where
 * the endpoint is not deleted.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-scaling.html#endpoint-delete-with-scaling
 *
 * @throws Problem where it cannot be saved, or is refused: nothing was deleted.
 */
export async function removeScaling(run: Run, before: Snapshot): Promise<Again | undefined> {
  const variants = variantNamesOf(before);
  if (run.asked.autoscaling.kind === 'ignore' || run.scaling.isOff || variants.length === 0) {
    return undefined;
  }
  const live = await lookUp(run, () => run.world.scaling.read(before.name, variants));
  if (live.kind !== 'found') {
    if (live.kind === 'not-readable') {
      tell(run, { kind: 'scaling', change: { kind: 'not-read', problem: live.problem } });
    }
    return undefined;
  }
  const scaled = live.value;
  const inTheWay = scaled.map((one) => ({ scaled: one, why: 'endpoint-deleted' as const }));
  run.scaling = { ...run.scaling, scaled, inTheWay };
  const choice = undefined;
  tell(run, { kind: 'scaling', change: { kind: 'found', scaled, inTheWay, choice } });
  return makeWay(run, before);
}

import type { Snapshot } from '../domain/endpoint.ts';
import type { Finding, LookedUp } from '../domain/preflight/finding.ts';
import { replacementFindings } from '../domain/preflight/replacement.ts';
import { variantNamesOf } from '../domain/scaling.ts';
import { componentsOn } from '../run/components.ts';
import { lookUp } from '../run/look-up.ts';
import type { Run } from '../run/run.ts';
import { tagsFor } from '../run/tags.ts';

/** What is said before a failed endpoint is deleted and created again. */
export async function findReplacement(run: Run, failed: Snapshot): Promise<readonly Finding[]> {
  const tags = await tagsFor(run, failed);
  const components = await componentsOn(run, failed);
  return replacementFindings(failed, { tags, components, scaled: await scaledOn(run, failed) });
}

async function scaledOn(
  run: Run,
  failed: Snapshot,
): Promise<LookedUp<readonly string[]> | undefined> {
  const variants = variantNamesOf(failed);
  if (run.asked.autoscaling.kind === 'ignore' || variants.length === 0) return undefined;
  const found = await lookUp(run, () => run.world.scaling.targets(failed.name, variants));
  if (found.kind !== 'found') return found;
  return { kind: 'found', value: found.value.map(({ variant }) => variant) };
}

import type { Lifecycle } from '../domain/lifecycle.ts';
import { unfinishedScaling } from '../domain/scaling-event.ts';
import { inLog } from '../domain/text/log.ts';
import { refusedTags, shownState } from './scaling.ts';
import { missingPhrase } from './scaling-log.ts';

/** Auto scaling in the output `report`; null where it could not be read. */
export function scalingDetails({ scaling, scalingState }: Lifecycle): object | null {
  const state = shownState({ scalingState });
  const found = scaling.findLast((change) => change.kind === 'found');
  const isHidden = scaling.some(({ kind }) => kind === 'not-read');
  const refused = refusedTags(scaling);
  const isKnown = found && (found.scaled.length > 0 || !isHidden);
  if (!isKnown && refused.length === 0 && state === 'untouched') return null;
  const unfinished = unfinishedScaling(scaling);
  return {
    state,
    'keeps-counts': found?.choice ? found.choice.retention.kind !== 'none' : null,
    variants: (found?.scaled ?? []).map((scaled) => ({
      variant: scaled.variant,
      dimension: scaled.dimension,
      min: scaled.minCapacity,
      max: scaled.maxCapacity,
      policies: scaled.policies.map(({ name }) => name),
      'scheduled-actions': scaled.actions.map(({ name }) => name),
    })),
    'tags-left-alone': refused.flatMap(({ keys }) => keys),
    missing: (unfinished?.missing ?? []).map((part) => inLog(missingPhrase([part]))),
  };
}

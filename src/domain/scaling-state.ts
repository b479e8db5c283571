import type { ScalingChange } from './scaling-event.ts';

/** How far auto scaling has come from what it was. */
export type ScalingState =
  | 'untouched'
  /** It would make SageMaker refuse the update: it is about to be removed. */
  | 'in-the-way'
  | 'saved'
  | 'off'
  | 'restored'
  | 'restored-for-now'
  | 'incomplete'
  | 'tags-left'
  /** Removed with its endpoint. */
  | 'ended';

/** What became of auto scaling so far. */
export interface ScalingSoFar {
  /** What happened to it, in order. */
  readonly scaling: readonly ScalingChange[];
  readonly scalingState: ScalingState;
}

export const noScaling: ScalingSoFar = { scaling: [], scalingState: 'untouched' };

/** The same after one more change. */
export function afterChange(
  { scaling, scalingState }: ScalingSoFar,
  change: ScalingChange,
): ScalingSoFar {
  return { scaling: [...scaling, change], scalingState: stateAfter(scalingState, change) };
}

function stateAfter(state: ScalingState, change: ScalingChange): ScalingState {
  switch (change.kind) {
    case 'found':
      return change.inTheWay.length > 0 && !isPerhapsOff(state) ? 'in-the-way' : state;
    case 'left-by-a-run':
    case 'taken-off':
      return 'off';
    case 'saved':
      return state === 'off' ? 'off' : 'saved';
    case 'restored':
      return change.isForNow ? 'restored-for-now' : 'restored';
    case 'ended':
      return 'ended';
    case 'incomplete':
      return change.missing.length > 0 ? 'incomplete' : 'tags-left';
    case 'not-read':
    case 'tags-refused':
    case 'scaling-up':
      return state;
  }
}

/** Whether something may be left to restore: from before it is saved until all of it is back for good. */
export function isPerhapsOff(state: ScalingState): boolean {
  return state !== 'untouched' && state !== 'restored' && state !== 'ended';
}

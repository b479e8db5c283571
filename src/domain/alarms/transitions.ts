import type { Datapoint } from '../cause/alarm-evidence.ts';
import { isObject, type JsonObject, type JsonValue } from '../json.ts';
import type { Instant } from '../request.ts';
import { datapointsInData, datapointsInWords } from './state-reason.ts';

/** An item of an alarm's history about its state: nothing in its texts is trusted. */
export interface HistoryItem {
  readonly at: Instant;
  /** Such as `Alarm updated from OK to ALARM`. */
  readonly summary: string;
  /** JSON. */
  readonly data: string;
}

/** A change of an alarm's state. */
export interface Transition {
  readonly at: Instant;
  readonly from: string | undefined;
  /** OK, ALARM or INSUFFICIENT_DATA; undefined where the item does not say. */
  readonly to: string | undefined;
  /** In CloudWatch's words. */
  readonly reason: string | undefined;
  readonly decidedBy: readonly Datapoint[];
}

/** What an item tells, by its data, or else by its summary. */
export function transitionOf({ at, summary, data }: HistoryItem): Transition {
  const { oldState, newState } = membersOf(jsonIn(data));
  const { stateValue, stateReason, stateReasonData } = membersOf(newState);
  const [, saidOld, said] = /^Alarm updated from (\w+) to (\w+)\.?$/.exec(summary) ?? [];
  const reason = textIn(stateReason);
  const inData = datapointsInData(membersOf(stateReasonData), at);
  return {
    at,
    from: textIn(membersOf(oldState).stateValue) ?? saidOld,
    to: textIn(stateValue) ?? said,
    reason,
    decidedBy: inData.length > 0 ? inData : datapointsInWords(reason ?? '', at),
  };
}

/** The first change to ALARM, and the next one away from it. */
export function tripIn(
  transitions: readonly Transition[],
): { readonly trip: Transition; readonly recoveredAt: Instant | undefined } | undefined {
  const known = transitions.filter(({ to }) => to !== undefined);
  const index = known.findIndex(({ to }) => to === 'ALARM');
  const trip = known[index];
  if (!trip) return undefined;
  const recovery = known.slice(index + 1).find(({ to }) => to !== 'ALARM');
  return { trip, recoveredAt: recovery?.at };
}

/** When it left the state ALARM in which it was at the beginning; undefined: it was in another one, or no one knows. */
export function leftAlarmIn(transitions: readonly Transition[]): Instant | undefined {
  const first = transitions.find(({ to }) => to !== undefined);
  return first?.from === 'ALARM' && first.to !== 'ALARM' ? first.at : undefined;
}

/** The members of an object; none of anything else. Some texts are JSON within JSON. */
function membersOf(value: JsonValue | undefined): JsonObject {
  const read = typeof value === 'string' ? jsonIn(value) : value;
  return isObject(read) ? read : {};
}

function jsonIn(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textIn(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

import type { DescribeAlarmHistoryInput } from '@aws-sdk/client-cloudwatch';
import type { Call } from '../account/account.ts';
import type { Alarm, AlarmHistoryItem } from '../account/alarms.ts';
import { pageOf } from '../account/page.ts';
import { definitionOf } from './definition.ts';
import { badToken, millisecondsOf } from './members.ts';
import { reasonFor } from './usual-reason.ts';

const usualPage = 50;

/** Returns what happened to alarms, also to those that were deleted. */
export function describeAlarmHistory(input: DescribeAlarmHistoryInput, call: Call): object {
  const { account, place } = call;
  const all = place.region === account.place.region ? account.alarms.history : [];
  const found = all.filter((item) => isWanted(item, input));
  if (input.ScanBy !== 'TimestampAscending') found.reverse();
  const size = input.MaxRecords ?? usualPage;
  const { page, NextToken } = pageOf(found, { token: input.NextToken, size, badToken });
  return { AlarmHistoryItems: page.map(itemMembers), NextToken };
}

/** Without AlarmTypes only metric alarms are returned. */
function isWanted(item: AlarmHistoryItem, input: DescribeAlarmHistoryInput): boolean {
  const types: readonly string[] = input.AlarmTypes?.length ? input.AlarmTypes : ['MetricAlarm'];
  return (
    types.includes(typeOf(item.alarm)) &&
    (input.AlarmName ?? item.alarm.name) === item.alarm.name &&
    (input.HistoryItemType ?? typeOfItem[item.kind]) === typeOfItem[item.kind] &&
    item.at >= (millisecondsOf(input.StartDate) ?? item.at) &&
    item.at <= (millisecondsOf(input.EndDate) ?? item.at)
  );
}

function typeOf({ kind }: Alarm): string {
  return kind === 'composite' ? 'CompositeAlarm' : 'MetricAlarm';
}

const typeOfItem = { state: 'StateUpdate', configuration: 'ConfigurationUpdate' } as const;

function itemMembers(item: AlarmHistoryItem): object {
  const { alarm, at, kind } = item;
  return {
    AlarmName: alarm.name,
    AlarmType: typeOf(alarm),
    Timestamp: new Date(at),
    HistoryItemType: typeOfItem[kind],
    ...(item.kind === 'state' ? stateMembers(item) : configurationMembers(item)),
  };
}

function stateMembers({ alarm, before }: Extract<AlarmHistoryItem, { kind: 'state' }>): object {
  return {
    HistorySummary: `Alarm updated from ${before.state} to ${alarm.state}`,
    HistoryData: JSON.stringify({
      version: '1.0',
      oldState: stateIn(before),
      newState: stateIn(alarm),
    }),
  };
}

function stateIn(alarm: Alarm): object {
  const data = alarm.stateReasonData;
  return {
    stateValue: alarm.state,
    stateReason: reasonFor(alarm),
    ...(data !== undefined && { stateReasonData: readJson(data) }),
  };
}

/** Someone who sets a state by hand may give anything as its data. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const types = { created: 'Create', updated: 'Update', deleted: 'Delete' } as const;

function configurationMembers({
  alarm,
  change,
}: Extract<AlarmHistoryItem, { kind: 'configuration' }>): object {
  const described = { alarmName: alarm.name, ...definitionOf(alarm) };
  return {
    HistorySummary: `Alarm "${alarm.name}" ${change}`,
    HistoryData: JSON.stringify({
      version: '1.0',
      type: types[change],
      [`${change}Alarm`]: described,
    }),
  };
}

import {
  type AlarmType,
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import type { Alarm, Query } from '../domain/alarms/alarm.ts';
import type { Problem } from '../domain/problem.ts';
import type { History, Series, Span } from '../ports/cloudwatch.ts';
import type { Alarms } from '../ports.ts';
import type { Call } from './aws-calls.ts';
import { AwsConnection } from './aws-connection.ts';
import type { AwsSettings } from './aws-settings.ts';
import { compositeAlarmOf, logAlarmOf, metricAlarmOf } from './cloudwatch-answers.ts';
import { historyItemOf, sdkQueryOf, seriesById } from './cloudwatch-records.ts';

/** Without them DescribeAlarms answers metric alarms only. */
const alarmTypes: AlarmType[] = ['MetricAlarm', 'CompositeAlarm', 'LogAlarm'];

/** What DescribeAlarms takes and returns at most, and returns unless told otherwise. */
const mostNames = 100;

/** Pages that are read of one answer: an alarm that flaps for hours fills more. */
const mostPages = 3;

type Operation = 'DescribeAlarms' | 'DescribeAlarmHistory' | 'GetMetricData';

/** CloudWatch over its SDK, as far as it is asked for alarms, their history, and what they watch. */
export class CloudWatch implements Alarms {
  readonly #aws: AwsConnection<CloudWatchClient>;
  /** What is denied is not asked again in this run: in audited accounts each denial raises an alert. */
  readonly #denied = new Map<Operation, Problem>();

  constructor(aws: AwsSettings) {
    this.#aws = new AwsConnection(aws, CloudWatchClient);
  }

  async read(names: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Alarm>> {
    const command = new DescribeAlarmsCommand({
      AlarmNames: names.slice(0, mostNames),
      AlarmTypes: alarmTypes,
      MaxRecords: mostNames,
    });
    const answer = await this.#ask('DescribeAlarms', () =>
      this.#aws.client.send(command, sentWith(signal)),
    );
    const { MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] } = answer;
    return new Map<string, Alarm>([
      ...MetricAlarms.map((alarm) => [alarm.AlarmName ?? '', metricAlarmOf(alarm)] as const),
      ...CompositeAlarms.map((alarm) => [alarm.AlarmName ?? '', compositeAlarmOf(alarm)] as const),
      ...LogAlarms.map((alarm) => [alarm.AlarmName ?? '', logAlarmOf(alarm)] as const),
    ]);
  }

  async history(AlarmName: string, { from, until }: Span, signal: AbortSignal): Promise<History> {
    const pages = await this.#pages('DescribeAlarmHistory', (NextToken) => {
      const command = new DescribeAlarmHistoryCommand({
        ...{ AlarmName, AlarmTypes: alarmTypes, HistoryItemType: 'StateUpdate', NextToken },
        ...{ StartDate: new Date(from), EndDate: new Date(until) },
        ...{ MaxRecords: 100, ScanBy: 'TimestampAscending' },
      });
      return this.#aws.client.send(command, sentWith(signal));
    });
    const items = pages
      .flatMap(({ AlarmHistoryItems = [] }) => AlarmHistoryItems)
      .flatMap(historyItemOf)
      .sort((a, b) => a.at - b.at);
    return { items, extent: extentOf(pages) };
  }

  async datapoints(
    queries: readonly Query[],
    { from, until }: Span,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Series>> {
    const pages = await this.#pages('GetMetricData', (NextToken) => {
      const command = new GetMetricDataCommand({
        ...{ StartTime: new Date(from), EndTime: new Date(until), NextToken },
        ...{ MetricDataQueries: queries.map(sdkQueryOf), ScanBy: 'TimestampAscending' },
      });
      return this.#aws.client.send(command, sentWith(signal));
    });
    const results = pages.flatMap(({ MetricDataResults = [] }): MetricDataResult[] => [
      ...MetricDataResults,
    ]);
    return seriesById(results, extentOf(pages));
  }

  async #pages<Page extends { readonly NextToken?: string | undefined }>(
    operation: Operation,
    ask: (token: string | undefined) => Promise<Page>,
  ): Promise<readonly Page[]> {
    const pages: Page[] = [];
    do {
      const token = pages.at(-1)?.NextToken;
      pages.push(await this.#ask(operation, () => ask(token)));
    } while (pages.at(-1)?.NextToken && pages.length < mostPages);
    return pages;
  }

  async #ask<T>(operation: Operation, ask: () => Promise<T>): Promise<T> {
    const denial = this.#denied.get(operation);
    if (denial) throw denial;
    const call: Call = { operation, endpointName: '' };
    try {
      return await ask();
    } catch (thrown) {
      const problem = this.#aws.problem(thrown, call);
      if (problem.code === 'access-denied') this.#denied.set(operation, problem);
      throw problem;
    }
  }
}

function extentOf(pages: readonly { readonly NextToken?: string | undefined }[]): Series['extent'] {
  return pages.at(-1)?.NextToken ? 'part' : 'all';
}

function sentWith(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {};
}

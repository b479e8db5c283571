import type { Query } from '../domain/alarms/alarm.ts';
import type { HistoryItem } from '../domain/alarms/transitions.ts';
import type { Datapoint } from '../domain/cause/alarm-evidence.ts';
import type { Instant } from '../domain/request.ts';

/**
 * What tells why an alarm went to ALARM. All calls throw a Problem, and end when the signal is aborted.
 */
export interface AlarmRecords {
  /** DescribeAlarmHistory: changes of state in a span. */
  history(name: string, span: Span, signal: AbortSignal): Promise<History>;
  /** GetMetricData: what the queries that return data return, by their ids. */
  datapoints(
    queries: readonly Query[],
    span: Span,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Series>>;
}

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

export interface History {
  /** The earliest first. */
  readonly items: readonly HistoryItem[];
  /** `part`: there are more than are read. */
  readonly extent: 'all' | 'part';
}

export interface Series {
  /** By time. */
  readonly datapoints: readonly Datapoint[];
  /** `part`: CloudWatch says itself that there is more than it has answered. */
  readonly extent: 'all' | 'part';
}

import type { Instant } from '../request.ts';

/**
 * An alarm of CloudWatch, as far as it is read.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
export type Alarm = MetricAlarm | CompositeAlarm | LogAlarm;

interface AlarmState {
  /** OK, ALARM or INSUFFICIENT_DATA. */
  readonly state: string;
  /** Why it is in this state, in CloudWatch's words. */
  readonly stateReason: string | undefined;
  /** Since when; undefined where CloudWatch does not say. */
  readonly stateSince: Instant | undefined;
}

export interface MetricAlarm extends AlarmState {
  readonly kind: 'metric';
  readonly watches: Watched;
  /** As the API names it: GreaterThanThreshold, LessThanOrEqualToThreshold and so on. */
  readonly comparison: string;
  /** Undefined for anomaly detection, whose threshold is a band. */
  readonly threshold: number | undefined;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  /** breaching, notBreaching, ignore or missing. */
  readonly treatMissingData: string;
}

export interface CompositeAlarm extends AlarmState {
  readonly kind: 'composite';
  /** Such as `ALARM("fraud-5xx") OR ALARM("fraud-latency")`. */
  readonly rule: string;
}

/** It evaluates a query over logs: of what it watches, nothing is read. */
export interface LogAlarm extends AlarmState {
  readonly kind: 'log';
}

/** What a metric alarm watches. */
export type Watched =
  | ({ readonly kind: 'metric' } & Metric)
  /** Metric math: one of the queries is what the threshold is compared with. */
  | { readonly kind: 'expression'; readonly queries: readonly Query[] }
  /** PromQL and what a later version of the API has. */
  | { readonly kind: 'other' };

export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Average, Sum, Minimum, Maximum, SampleCount, or an extended one such as p99. */
  readonly statistic: string;
  readonly periodSeconds: number;
  /** Only data of this unit count; undefined: all. */
  readonly unit?: string | undefined;
}

export interface Query {
  readonly id: string;
  readonly returnsData: boolean;
  /** Of metrics and other queries, by their ids; undefined for a metric alone. */
  readonly expression: string | undefined;
  readonly metric: Metric | undefined;
  /** Of an expression. */
  readonly periodSeconds: number | undefined;
  /** Whose metric it is, where it is another account's. */
  readonly accountId?: string | undefined;
}

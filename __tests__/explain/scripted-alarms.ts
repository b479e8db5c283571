import type { Alarm, Query } from '../../src/domain/alarms/alarm.ts';
import type { HistoryItem } from '../../src/domain/alarms/transitions.ts';
import type { Datapoint } from '../../src/domain/cause/alarm-evidence.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Instant } from '../../src/domain/request.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { History, Series, Span } from '../../src/ports/cloudwatch.ts';
import type { Alarms } from '../../src/ports.ts';

type Operation = 'DescribeAlarms' | 'DescribeAlarmHistory' | 'GetMetricData';

/** What CloudWatch holds, and how it answers. */
export interface Script {
  readonly alarms?: Readonly<Record<string, Alarm>>;
  readonly histories?: Readonly<Record<string, readonly HistoryItem[]>>;
  /** By the endpoint configuration in a query's dimensions; `all`: by a query without one. */
  readonly data?: Readonly<Record<string, readonly Datapoint[]>>;
  /** Whether there is no more of the histories than what is answered. */
  readonly isHistoryWhole?: boolean;
  readonly extent?: Series['extent'];
  readonly denied?: readonly Operation[];
  readonly hanging?: readonly Operation[];
}

/** CloudWatch by a script: it answers what it holds, and keeps what it was asked. */
export class ScriptedAlarms implements Alarms {
  /** Operation and what it was about. */
  readonly calls: string[] = [];
  readonly signals: AbortSignal[] = [];
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  async read(names: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Alarm>> {
    await this.#asked('DescribeAlarms', names.join(), signal);
    const { alarms = {} } = this.#script;
    return new Map(Object.entries(alarms).filter(([name]) => names.includes(name)));
  }

  async history(name: string, _: Span, signal: AbortSignal): Promise<History> {
    await this.#asked('DescribeAlarmHistory', name, signal);
    const { histories = {}, isHistoryWhole = true } = this.#script;
    return { items: histories[name] ?? [], extent: isHistoryWhole ? 'all' : 'part' };
  }

  async datapoints(
    queries: readonly Query[],
    { from, until }: Span,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Series>> {
    await this.#asked('GetMetricData', queries.map(({ id }) => id).join(), signal);
    const { data = {}, extent = 'all' } = this.#script;
    const series = queries
      .filter(({ returnsData }) => returnsData)
      .map(({ id, metric }): [string, Series] => {
        const held = data[metric?.dimensions.EndpointConfigName ?? 'all'] ?? [];
        return [id, { datapoints: held.filter(({ at }) => at >= from && at < until), extent }];
      });
    return new Map(series);
  }

  async #asked(
    operation: Operation,
    about: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    this.calls.push(`${operation} ${about}`);
    if (signal) this.signals.push(signal);
    const { denied = [], hanging = [] } = this.#script;
    if (hanging.includes(operation)) await new Promise(() => {});
    if (denied.includes(operation)) {
      throw new Problem('access-denied', phrase`The role of this job may not call ${operation}.`, {
        remedy: phrase`Allow it.`,
      });
    }
  }
}

/** A change of state as the history holds it. */
export function item(at: Instant, to: string, reason = '', data: object = {}): HistoryItem {
  const newState = { stateValue: to, stateReason: reason, stateReasonData: data };
  return {
    at,
    summary: `Alarm updated from OK to ${to}`,
    data: JSON.stringify({ version: '1.0', newState }),
  };
}

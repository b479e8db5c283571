import type { Account } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Endpoint } from '../account/endpoint.ts';
import type { Instant } from '../clock.ts';
import { type Minute, type Published, published } from './published.ts';
import { type Served, servedIn } from './requests.ts';
import { configsToldSince, type History, minuteMs, stretchesIn } from './serving.ts';

/** A metric as requests to CloudWatch name it. */
export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly unit?: string | undefined;
}

/** From an instant up to another one, which is not part of it. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

interface Of {
  readonly endpoint: string;
  readonly variant: string;
  readonly config: string | undefined;
}

type MinuteOfEndpoint = Pick<Minute, 'served' | 'atTheEnd' | 'answers'>;

const usualDelaySeconds = 60;

/**
 * What SageMaker publishes of the endpoints of an account. Each minute follows from who served in
 * it and from the traffic, and is worked out when it is first asked for.
 */
export class Metrics {
  readonly #account: Account;
  readonly #minutes = new WeakMap<Endpoint, Map<Instant, MinuteOfEndpoint>>();

  constructor(account: Account) {
    this.#account = account;
  }

  /** The end of the last minute of which CloudWatch has the datapoint. */
  knownUntil({ dimensions }: MetricName, now: Instant): Instant {
    const traffic = this.#account.traffic.at(this.#arnOf(dimensions.EndpointName ?? ''), now);
    const delay = (traffic.delaySeconds ?? usualDelaySeconds) * 1000;
    return Math.floor((now - delay) / minuteMs) * minuteMs;
  }

  /** The samples of the minutes that begin in a span: of a metric that there is not, none. */
  samples(metric: MetricName, { from, to }: Span): number[] {
    const { namespace, name, unit } = metric;
    const found = publishedAs(namespace, name);
    const of = dimensionsIn(metric);
    if (!found || !of || (unit ?? found.unit) !== found.unit) return [];
    const samples: number[] = [];
    for (const endpoint of this.#endpointsOf(of.endpoint)) {
      const since = of.config === undefined ? 0 : configsToldSince(endpoint.history);
      const first = Math.ceil(Math.max(from, since - minuteMs + 1) / minuteMs) * minuteMs;
      for (let minute = first; minute < to; minute += minuteMs) {
        for (const sample of found.samples(this.#minuteOf(endpoint, of, minute))) {
          samples.push(sample);
        }
      }
    }
    return samples;
  }

  #minuteOf(endpoint: Endpoint, { variant, config }: Of, minute: Instant): Minute {
    const { served, atTheEnd, answers } = this.#served(endpoint, minute);
    const ofIt = (each: Served) =>
      each.variant === variant && (config ?? each.configName) === each.configName;
    return {
      served: served.filter(ofIt),
      atTheEnd: atTheEnd.filter(ofIt),
      of: config === undefined ? 'variant' : 'configuration',
      answers,
    };
  }

  #served(endpoint: Endpoint, minute: Instant): MinuteOfEndpoint {
    const known = this.#minutes.get(endpoint) ?? new Map<Instant, MinuteOfEndpoint>();
    this.#minutes.set(endpoint, known);
    const found = known.get(minute) ?? this.#work(endpoint, minute);
    known.set(minute, found);
    return found;
  }

  #work(endpoint: Endpoint, minute: Instant): MinuteOfEndpoint {
    const traffic = this.#account.traffic.at(endpoint.arn, minute);
    const stretches = stretchesIn(this.#historyOf(endpoint), minute, minute + minuteMs);
    const served = stretches.map((stretch) => servedIn(stretch, traffic));
    const answers = this.#isAsynchronous(endpoint, minute) ? 'asynchronously' : 'at once';
    return { served: served.flat(), atTheEnd: served.at(-1) ?? [], answers };
  }

  /** A deleted endpoint served until it was deleted. */
  #historyOf(endpoint: Endpoint): History {
    const deleted = this.#account.deletedEndpoints.find((each) => each.endpoint === endpoint);
    if (!deleted) return endpoint.history;
    const state = { ...endpoint.state, status: 'Deleting', live: [], pending: undefined } as const;
    return [...endpoint.history, { at: deleted.deletedAt, state }];
  }

  #endpointsOf(name: string): Endpoint[] {
    const arn = this.#arnOf(name);
    const { endpoints, deletedEndpoints } = this.#account;
    const deleted = deletedEndpoints.map(({ endpoint }) => endpoint);
    const all = [...deleted, ...endpoints.values()];
    return all.filter((endpoint) => endpoint.arn === arn);
  }

  #isAsynchronous(endpoint: Endpoint, minute: Instant): boolean {
    const { configName } = endpoint.stateAt(minute);
    const config = this.#account.endpointConfigs.get(
      arnOf(this.#account.place, 'endpoint-config', configName),
    );
    return config?.input.AsyncInferenceConfig !== undefined;
  }

  #arnOf(endpoint: string): string {
    return arnOf(this.#account.place, 'endpoint', endpoint);
  }
}

function publishedAs(namespace: string, name: string): Published | undefined {
  const ofNamespace = Object.hasOwn(published, namespace) ? published[namespace] : undefined;
  return ofNamespace && Object.hasOwn(ofNamespace, name) ? ofNamespace[name] : undefined;
}

/** The dimensions are these two, or these three, and no others. */
function dimensionsIn({ dimensions }: MetricName): Of | undefined {
  const { EndpointName, VariantName, EndpointConfigName, ...others } = dimensions;
  if (EndpointName === undefined || VariantName === undefined) return undefined;
  if (Object.keys(others).length > 0) return undefined;
  return { endpoint: EndpointName, variant: VariantName, config: EndpointConfigName };
}

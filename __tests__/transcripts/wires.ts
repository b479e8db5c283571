import { isDeepStrictEqual } from 'node:util';
import type { SeenRequest } from '../../simulator/account/aws-service.ts';
import type { SeenRequest as GitHubRequest } from '../../simulator/github/github.ts';
import type { Simulator } from '../../simulator/simulator.ts';

/** What a run did to the world. */
export interface Seen {
  readonly aws: readonly SeenRequest[];
  readonly github: readonly GitHubRequest[];
  readonly left: Left;
}

/** The endpoint as a run left it. */
export type Left = Readonly<Record<string, unknown>>;

/** All calls in the order of their arrival, whatever service they are for. */
export class Wires {
  readonly #simulator: Simulator;
  readonly #aws: SeenRequest[] = [];
  #scaling: Simulator['scaling']['standing'] = [];
  #github = 0;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
    const { sts, sagemaker, cloudwatch, logs, scaling, runtime } = simulator;
    for (const service of [sts, sagemaker, cloudwatch, logs, scaling, runtime]) {
      service.onRequest((request) => this.#aws.push(request));
    }
  }

  /** From now on a run begins. */
  begin(): void {
    this.#aws.length = 0;
    this.#github = this.#simulator.github.requests.length;
    this.#scaling = this.#simulator.scaling.standing;
  }

  /** What that run did. */
  seen(endpoint = 'fraud-prod'): Seen {
    return {
      aws: [...this.#aws],
      github: this.#simulator.github.requests.slice(this.#github),
      left: leftOf(this.#simulator, endpoint, this.#scaling),
    };
  }
}

function leftOf(
  simulator: Simulator,
  name: string,
  before: Simulator['scaling']['standing'],
): Left {
  const state = simulator.sagemaker.endpoint(name)?.state;
  const scaling = simulator.scaling.standing;
  const isAsBefore = isDeepStrictEqual(scaling, before);
  const isScaled = before.length > 0 || scaling.length > 0;
  const tags = Object.keys(simulator.sagemaker.tags('endpoint', name));
  return {
    status: state?.status ?? 'does not exist',
    ...(state && { serves: state.configName, fleet: state.live.map(variantOf) }),
    ...(state?.pending && { 'updating to': state.pending.configName }),
    ...(tags.length > 0 && { tags }),
    ...(isScaled && { 'auto scaling': isAsBefore ? 'as before' : scaling }),
  };
}

type Variant = NonNullable<ReturnType<Simulator['sagemaker']['endpoint']>>['state']['live'][number];

/** `AllTraffic: 3 x ml.m5.xlarge of fraud-v2` */
function variantOf({ name, capacity, model, images = [] }: Variant): string {
  const size =
    capacity.kind === 'serverless'
      ? 'serverless'
      : `${capacity.current} x ${capacity.type ?? 'any type'}`;
  const image = images.map(({ specified }) => specified).join(', ');
  return `${name}: ${size} of ${model ?? 'components'} (${image})`;
}

import type { Alarm } from '../../src/domain/alarms/alarm.ts';
import type { Snapshot } from '../../src/domain/endpoint.ts';
import { modelNamesOf } from '../../src/domain/endpoint-config.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { Problem, type ProblemCode } from '../../src/domain/problem.ts';
import type { Instant, RolloutRequest } from '../../src/domain/request.ts';
import type { Answer as ModelsAnswer, SmokeCall } from '../../src/domain/smoke-test.ts';
import type { Tag } from '../../src/domain/tags.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { Alarms, Endpoints, Invocations } from '../../src/ports.ts';
import { metricAlarm } from '../domain/alarms.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import { type Invoked, type Models, saidBy } from './model-fleet.ts';
import type { RunScript, Trouble } from './scenario.ts';
import type { VirtualTime } from './virtual-time.ts';

/** An answer of DescribeEndpoint, and when it was true. */
export interface Answer {
  readonly at: Instant;
  readonly trueSince: Instant;
  readonly snapshot: Snapshot | undefined;
}

/** The endpoint configurations of the account: their content, their age, and since when they can be found. */
export type Configurations = Map<string, Stored>;
/** The models that runs have created. */
export type CreatedModels = Map<string, Stored>;

interface Stored {
  readonly content: JsonObject;
  readonly createdAt: Instant;
  readonly since: Instant;
}

/** What all runs have in common. */
export interface Behind {
  readonly time: VirtualTime;
  readonly endpoint: ModelEndpoint;
  readonly configurations: Configurations;
  readonly models: Models;
  readonly createdModels: CreatedModels;
  /** When the model m2 was created again. */
  readonly m2Again: Instant[];
}

type Kind = 'looks' | 'changes' | 'lookups' | 'requests';

/** A call that hangs is given up after so many seconds, as the adapter does. */
export const callLimitSeconds = 20;
/** So long a new model is not found. */
const secondsUntilFound = 2;
/** What a throttled answer asks for. */
const retryAfterSeconds = 90;

/**
 * What one run sees of the endpoint: answers take a while, may be old, may fail, and may be lost
 * after the call took effect. It has its own bad luck; the endpoint behind it is everybody's.
 */
export class ModelWires implements Endpoints, Pick<Alarms, 'read'>, Invocations {
  readonly answers: Answer[] = [];
  readonly invoked: Invoked[] = [];
  /** When UpdateEndpoint and CreateEndpoint were called, whatever became of it. */
  readonly requestedAt: Instant[] = [];
  /** Whether the last poll was answered. */
  isInSight = false;
  /** Nothing is sent any more: what was sent arrives, and no one hears of it. */
  isCut = false;
  readonly #by: string;
  readonly #script: RunScript;
  readonly #behind: Behind;
  readonly #startedAt: Instant;
  readonly #time: VirtualTime;
  readonly #endpoint: ModelEndpoint;
  readonly #configurations: Configurations;

  constructor(by: string, script: RunScript, behind: Behind) {
    this.#by = by;
    this.#script = script;
    this.#behind = behind;
    this.#time = behind.time;
    this.#startedAt = behind.time.now();
    this.#endpoint = behind.endpoint;
    this.#configurations = behind.configurations;
  }

  poll(): Promise<Snapshot> {
    this.isInSight = false;
    return this.#call('looks', () => {
      this.isInSight = true;
      const { staleness } = this.#script;
      const age = staleness[this.answers.length % staleness.length] ?? 0;
      const version = this.#endpoint.versionAt(this.#time.now() - 1000 * age);
      const { snapshot, since = 0 } = version ?? {};
      this.answers.push({ at: this.#time.now(), trueSince: since, snapshot });
      if (!snapshot) throw problem('endpoint-not-found');
      return snapshot;
    });
  }

  configuration(name: string): Promise<JsonObject> {
    return this.#call('lookups', () => {
      const found = this.#configurations.get(name);
      if (!found || found.since > this.#time.now()) throw problem('endpoint-config-not-found');
      const CreationTime = found.createdAt / 1000;
      return { ...found.content, EndpointConfigName: name, CreationTime };
    });
  }

  /** Those of v1, v2 and v3 are there, and differ in their environment. */
  model(name: string): Promise<JsonObject> {
    return this.#call('lookups', () => {
      const created = this.#findCreated(name);
      if (created)
        return { ...created.content, ModelName: name, CreationTime: created.createdAt / 1000 };
      return {
        ModelName: name,
        PrimaryContainer: { Environment: { BASE: name } },
        CreationTime: name === 'm2' ? (this.#behind.m2Again.at(-1) ?? 0) / 1000 : 0,
      };
    });
  }

  createModel(name: string, content: JsonObject): Promise<void> {
    return this.#call('changes', () => {
      const { createdModels } = this.#behind;
      if (createdModels.has(name)) throw problem('already-exists');
      const now = this.#time.now();
      createdModels.set(name, { content, createdAt: now, since: now + 1000 * secondsUntilFound });
    });
  }

  /** @throws Problem where a model of a run is not there, or not found yet. */
  #findCreated(name: string): Stored | undefined {
    if (!name.startsWith('fraud-')) return undefined;
    const created = this.#behind.createdModels.get(name);
    if (!created || created.since > this.#time.now()) throw problem('model-not-found');
    return created;
  }

  createConfiguration(name: string, content: JsonObject): Promise<void> {
    return this.#call('changes', () => {
      if (this.#configurations.has(name)) throw problem('already-exists');
      for (const model of modelNamesOf(content)) this.#findCreated(model);
      const now = this.#time.now();
      this.#configurations.set(name, { content, createdAt: now, since: now });
    });
  }

  createEndpoint({ endpointConfigName }: RolloutRequest): Promise<void> {
    this.requestedAt.push(this.#time.now());
    return this.#call('changes', () => {
      this.#expectConfiguration(endpointConfigName);
      this.#endpoint.create(endpointConfigName, this.#by);
    });
  }

  update({ endpointConfigName }: RolloutRequest): Promise<void> {
    this.requestedAt.push(this.#time.now());
    return this.#call('changes', () => {
      this.#expectConfiguration(endpointConfigName);
      this.#endpoint.update(endpointConfigName, this.#by);
    });
  }

  scale(): Promise<void> {
    return Promise.reject(new Error('Auto scaling is ignored.'));
  }

  tags(): Promise<readonly Tag[]> {
    return this.#call('lookups', () => this.#endpoint.tags);
  }

  tag(_: Snapshot, tags: readonly Tag[]): Promise<void> {
    return this.#call('changes', () => {
      const others = this.#endpoint.tags.filter(({ Key }) => !tags.some((tag) => tag.Key === Key));
      this.#endpoint.tags = [...others, ...tags];
    });
  }

  untag(): Promise<void> {
    return this.#call('changes', () => {});
  }

  read(names: readonly string[]): Promise<ReadonlyMap<string, Alarm>> {
    return this.#call('lookups', () => new Map(names.map((name) => [name, metricAlarm])));
  }

  async invoke(_: string, { request }: SmokeCall): Promise<ModelsAnswer> {
    const invoked: Invoked = {
      at: this.#time.now(),
      request: request.name,
      config: undefined,
      said: 'nothing',
    };
    this.invoked.push(invoked);
    const said = await this.#call('requests', () => saidBy(this.#behind));
    if (said.seconds > 0) await this.#time.sleep(said.seconds);
    Object.assign(invoked, { config: said.config, said: said.isRight ? 'right' : 'wrong' });
    return said.answer;
  }

  #expectConfiguration(name: string): void {
    const found = this.#configurations.get(name);
    if (!found || found.since > this.#time.now()) throw problem('endpoint-config-not-found');
  }

  /** Half of the time a call is on its way there, half on its way back. */
  async #call<T>(kind: Kind, act: () => T): Promise<T> {
    if (this.isCut) return new Promise(() => {});
    const trouble = this.#trouble(kind);
    const seconds = trouble?.kind === 'hang' ? callLimitSeconds : this.#script.callSeconds;
    if (seconds > 0) await this.#time.sleep(seconds / 2);
    if (trouble) {
      if (kind === 'changes' && trouble.takes && mayTake(trouble)) attempt(act);
      if (seconds > 0) await this.#time.sleep(seconds / 2);
      throw problemOf(trouble);
    }
    const answer = act();
    if (seconds > 0) await this.#time.sleep(seconds / 2);
    return answer;
  }

  #trouble(kind: Kind): Trouble | undefined {
    const now = (this.#time.now() - this.#startedAt) / 1000;
    return this.#script.troubles.find(
      ({ on, from, seconds }) =>
        (on === 'every call' || on === kind) && from <= now && now < from + seconds,
    );
  }
}

/** Answers that say that nothing was done are never about something that was. */
function mayTake({ kind }: Trouble): boolean {
  return ['unavailable', 'unreadable', 'reset', 'hang'].includes(kind);
}

function attempt(act: () => unknown): void {
  try {
    act();
  } catch {
    // The refusal is lost like any other answer.
  }
}

function problemOf({ kind }: Trouble): Problem {
  switch (kind) {
    case 'throttled':
      return problem('throttled');
    case 'asked to wait':
      return problem('throttled', retryAfterSeconds);
    case 'unavailable':
      return problem('unavailable');
    case 'unreadable':
      return problem('unreadable');
    case 'reset':
    case 'hang':
      return problem('unreachable');
    case 'denied':
      return problem('access-denied');
    case 'expired':
      return problem('credentials');
  }
}

/** Without a stack: to take it costs more than all else here. */
function problem(code: ProblemCode, retryAfterSeconds?: number): Problem {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const remedy = phrase`None, in a model.`;
  const found = new Problem(code, phrase`In this model: ${code}.`, { remedy, retryAfterSeconds });
  Error.stackTraceLimit = stackTraceLimit;
  return found;
}

import type { Listed, ListKind, Made } from '../../src/domain/clean-up.ts';
import { Problem } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { Deletions } from '../../src/ports.ts';
import { at, endpoint, pending } from '../domain/snapshots.ts';
import { type Account, naming, type Thing } from './clean-up-account.ts';
import type { Scene } from './clean-up-scenes.ts';
import type { VirtualTime } from './virtual-time.ts';

/** By which list it is seen that something is in use. */
const seenBy = {
  ...{ serving: 'endpoints', record: 'endpoints', configuration: 'endpoint configuration' },
  ...{ component: 'components', job: 'running-jobs' },
} as const satisfies Record<NonNullable<Scene['taken']>['kind'], ListKind>;

/** The ports of the region of a scene, and what is wrong about what is deleted in it. */
export class Region {
  readonly deleted: Made[] = [];
  readonly wrong: string[] = [];
  readonly #scene: Scene;
  readonly #account: Account;
  readonly #time: VirtualTime;
  readonly #protected: ReadonlySet<string>;
  #calls = 0;
  /** At which call each list was last read. */
  readonly #listedAt = new Map<ListKind, number>();
  #taken: { readonly name: string; readonly at: number; readonly list: ListKind } | undefined;

  constructor(scene: Scene, account: Account, time: VirtualTime) {
    this.#scene = scene;
    this.#account = account;
    this.#time = time;
    this.#protected = new Set([
      ...this.#newest('endpoint configuration'),
      ...this.#newest('model'),
      ...[...account.endpoints.values()].flatMap(({ needs }) => needs),
      ...[scene.servedBefore, scene.recorded].flatMap((index) =>
        index === null ? [] : account.nameOfConfig(index),
      ),
      ...[...account.components.values(), ...account.jobs.values()].map(({ model }) => model),
    ]);
  }

  readonly ports = {
    endpoints: {
      poll: async (name: string) => this.#call(() => this.#endpoint(name).snapshot),
      tags: async ({ arn }: { arn: string }) =>
        this.#call(() => {
          const { things, endpoints } = this.#account;
          return things.get(arn)?.tags ?? endpoints.get(arn.slice(4))?.tags ?? [];
        }),
      configuration: async (name: string) => this.#call(() => this.#described(name)),
      model: async (name: string) => this.#call(() => this.#described(name)),
    },
    deletions: {
      list: async (kind, { nameContains = '' }) =>
        this.#call(() => {
          if (nameContains === '') this.#listedAt.set(kind, this.#calls);
          return this.#list(kind).filter(({ name }) => name.includes(nameContains));
        }),
      component: async (name) => this.#call(() => this.#user('components', name).described),
      job: async (name) => this.#call(() => this.#user('jobs', name).described),
      components: async () => this.#call(() => []),
      deleteComponent: async () => this.#call(() => undefined),
      deleteEndpoint: async () => this.#call(() => undefined),
      delete: async (made) => this.#call(() => this.#delete(made)),
    } satisfies Deletions,
  };

  #call<T>(answer: () => T): T {
    this.#calls += 1;
    if (this.#calls === this.#scene.taken?.call) this.#take(this.#scene.taken);
    const fault = this.#scene.faults.find(({ call }) => call === this.#calls);
    if (fault) throw new Problem(fault.code, phrase`No.`, { remedy: phrase`Wait.` });
    return answer();
  }

  #take({ kind, target }: NonNullable<Scene['taken']>): void {
    const { things, components, jobs, nameOfConfig, nameOfModel } = this.#account;
    const isOfConfig = kind === 'serving' || kind === 'record';
    const name = isOfConfig ? nameOfConfig(target) : nameOfModel(target);
    // What is gone already cannot be taken.
    if (!things.has(name)) return;
    const modifiedAt = this.#time.now();
    this.#taken = { name, at: this.#calls, list: seenBy[kind] };
    if (isOfConfig) {
      this.#serve(name);
    } else if (kind === 'configuration') {
      things.set('late', this.#lateConfig(name));
    } else {
      const users = kind === 'component' ? components : jobs;
      users.set('late', { described: { ModelName: name }, model: name, modifiedAt });
    }
  }

  /** By an endpoint that has been there for long, or else by a new one. */
  #serve(name: string): void {
    const { endpoints, things } = this.#account;
    // No endpoint serves what is not there yet.
    const lastModified = Math.max(this.#time.now(), things.get(name)?.createdAt ?? 0);
    const known = endpoints.get('e1');
    if (known?.snapshot.status === 'InService') {
      const status = 'Updating' as const;
      const update = { status, pending: pending(name), lastModified };
      endpoints.set('e1', { ...known, snapshot: { ...known.snapshot, ...update } });
    } else {
      const serves = endpoint({ name: 'late', arn: 'arn:late', configName: name });
      const snapshot = { ...serves, lastModified };
      endpoints.set('late', { snapshot, tags: [], needs: [name], isSilent: false });
    }
  }

  #lateConfig(model: string): Thing {
    const createdAt = this.#time.now();
    const described = naming('variant', [model], 'late');
    const kind = 'endpoint configuration';
    return { kind, name: 'late', tags: [], described, createdAt, isOurs: false, names: [model] };
  }

  #delete(made: Made): void {
    const { kind, name } = made;
    const { things } = this.#account;
    const thing = things.get(name);
    if (thing?.kind !== kind || !thing.isOurs) this.wrong.push(`${name} is not ours`);
    if ((thing?.createdAt ?? 0) >= at(0)) this.wrong.push(`${name} is new`);
    if (this.#protected.has(name)) this.wrong.push(`${name} is in use, or among the newest`);
    const users = [...things.values()].filter(({ names }) => names.includes(name));
    if (users.some((one) => one.name !== 'late')) this.wrong.push(`${name} is named`);
    if (kind === 'model' && this.#someModelIsHidden()) this.wrong.push('a model may serve');
    if ([...this.#account.endpoints.values()].some(({ isSilent }) => isSilent))
      this.wrong.push('an endpoint does not say what it is updated to');
    const { name: takenName, at: takenAt = 0, list } = this.#taken ?? {};
    if (takenName === name && list && takenAt <= (this.#listedAt.get(list) ?? 0)) {
      this.wrong.push(`${name} was taken before all were listed`);
    }
    things.delete(name);
    this.deleted.push({ kind, name });
  }

  /** Of an endpoint whose configuration was deleted, or created again since, the models are not known. */
  #someModelIsHidden(): boolean {
    const { endpoints, things } = this.#account;
    return [...endpoints.values()].some(({ snapshot: { configName, pending, lastModified } }) =>
      [configName, pending?.configName ?? configName].some((name) => {
        const { createdAt = Number.POSITIVE_INFINITY } = things.get(name) ?? {};
        return createdAt > lastModified;
      }),
    );
  }

  #newest(kind: Made['kind']): readonly string[] {
    return [...this.#account.things.values()]
      .filter((one) => one.kind === kind && one.isOurs)
      .toSorted((one, other) => other.createdAt - one.createdAt)
      .slice(0, this.#scene.keep)
      .map(({ name }) => name);
  }

  /** What is there although it was to go. */
  leftOver(): readonly string[] {
    const { things } = this.#account;
    return [...things.values()]
      .filter(({ name, isOurs, createdAt }) => {
        const isNamed = [...things.values()].some(({ names }) => names.includes(name));
        return isOurs && createdAt < at(0) && !this.#protected.has(name) && !isNamed;
      })
      .map(({ name }) => `${name} is left over`);
  }

  #list(kind: ListKind): readonly Listed[] {
    const { things, endpoints, components, jobs } = this.#account;
    const listed = (name: string, createdAt: number, modifiedAt = createdAt, arn = name) => ({
      ...{ name, arn, createdAt, modifiedAt },
    });
    switch (kind) {
      case 'endpoints':
        return [...endpoints].map(
          ([
            name,
            {
              snapshot: { createdAt, lastModified },
            },
          ]) => listed(name, createdAt, lastModified, `arn:${name}`),
        );
      case 'components':
      case 'running-jobs':
        return [...(kind === 'components' ? components : jobs)].map(([name, { modifiedAt }]) =>
          listed(name, at(-9000), modifiedAt),
        );
      default:
        return [...things.values()]
          .filter((one) => one.kind === kind)
          .map(({ name, createdAt }) => listed(name, createdAt));
    }
  }

  #endpoint(name: string) {
    const found = this.#account.endpoints.get(name);
    if (!found) throw new Problem('endpoint-not-found', phrase`No.`, { remedy: phrase`None.` });
    return found;
  }

  #described(name: string) {
    const found = this.#account.things.get(name);
    if (!found) throw new Problem('model-not-found', phrase`No.`, { remedy: phrase`None.` });
    return found.described;
  }

  #user(kind: 'components' | 'jobs', name: string) {
    const found = this.#account[kind].get(name);
    if (!found) throw new Problem('refused', phrase`No.`, { remedy: phrase`None.` });
    return found;
  }
}

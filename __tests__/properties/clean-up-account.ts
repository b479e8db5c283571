import { createHash } from 'node:crypto';
import type { Made } from '../../src/domain/clean-up.ts';
import { namesFor } from '../../src/domain/config-name.ts';
import type { Snapshot } from '../../src/domain/endpoint.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { withMark } from '../../src/domain/mark.ts';
import { tagsOfRecord } from '../../src/domain/record.ts';
import type { Instant } from '../../src/domain/request.ts';
import type { Tag } from '../../src/domain/tags.ts';
import { at, endpoint, pending } from '../domain/snapshots.ts';
import type { Maker, places, Scene } from './clean-up-scenes.ts';

export const digest = (text: string) => createHash('sha256').update(text).digest('hex');
/** Of which the clean-up is; older ARNs have it in lower case. */
export const endpointName = 'Fraud';
const nameOf = namesFor(endpointName, digest);

/** A configuration or a model as it is there. */
export interface Thing extends Made {
  readonly tags: readonly Tag[];
  readonly described: JsonObject;
  readonly createdAt: Instant;
  /** Whether this action made it for the endpoint. */
  readonly isOurs: boolean;
  /** What it names, by the world's own knowledge. */
  readonly names: readonly string[];
}

export interface Endpoint {
  readonly snapshot: Snapshot;
  readonly tags: readonly Tag[];
  /** The configurations that it needs. */
  readonly needs: readonly string[];
  readonly isSilent: boolean;
}

/** An inference component or a transform job. */
export interface ModelUser {
  readonly described: JsonObject;
  readonly model: string;
  readonly modifiedAt: Instant;
}

/** What a region holds. */
export interface Account {
  readonly things: Map<string, Thing>;
  readonly endpoints: Map<string, Endpoint>;
  readonly components: Map<string, ModelUser>;
  readonly jobs: Map<string, ModelUser>;
  readonly nameOfConfig: (index: number) => string;
  readonly nameOfModel: (index: number) => string;
}

const own = withMark([], { endpointName });

function thing(
  {
    kind,
    maker,
    ageSeconds,
    foreign,
  }: Made & { maker: Maker; ageSeconds: number; foreign: string },
  content: JsonObject,
  names: readonly string[] = [],
): Thing {
  const key = kind === 'model' ? 'ModelName' : 'EndpointConfigName';
  const name = maker === 'foreign' ? foreign : nameOf({ content, run: undefined });
  const createdAt = at(maker === 'made-meanwhile' ? ageSeconds : -600 - ageSeconds);
  const tags: Record<Maker, readonly Tag[]> = {
    ...{ ours: own, 'copied-tags': own, 'made-meanwhile': own, foreign: own },
    ...{ 'only-the-name': [], 'of-another': withMark([], { endpointName: 'other' }) },
  };
  const other = maker === 'copied-tags' ? { VpcConfig: { Subnets: ['subnet-1'] } } : {};
  const CreationTime = new Date(createdAt).toISOString();
  const described = { ...content, ...other, CreationTime, [key]: name };
  const isOurs = maker === 'ours' || maker === 'made-meanwhile';
  return { kind, name, tags: tags[maker], described, createdAt, isOurs, names };
}

function modelOf(index: number, made: Scene['models'][number]): Thing {
  const content = { PrimaryContainer: { Image: `images/fraud:${index}` } };
  return thing({ ...made, kind: 'model', name: '', foreign: `model-${index}` }, content);
}

/** A configuration that names a model somewhere. */
export function naming(
  place: (typeof places)[number],
  [first = '', second]: readonly string[],
  variant: string,
): JsonObject {
  const more = second === undefined ? [] : [{ VariantName: 'more', ModelName: second }];
  const arn = `arn:aws:sagemaker:eu-west-1:123456789012:model/${first.toLowerCase()}`;
  const plain = { VariantName: variant };
  switch (place) {
    case 'variant':
      return { ProductionVariants: [{ ...plain, ModelName: first }, ...more] };
    case 'arn':
      return { ProductionVariants: [{ ...plain, ModelName: arn }, ...more] };
    case 'pool':
      return {
        ProductionVariants: [{ ...plain, InstancePools: [{ ModelNameOverride: first }] }, ...more],
      };
    case 'shadow':
      return {
        ProductionVariants: [plain, ...more],
        ShadowProductionVariants: [{ VariantName: 'shadow', ModelName: first }],
      };
    case 'new-member':
      return { ProductionVariants: [plain, ...more], NewConfig: { Fallbacks: [{ To: first }] } };
  }
}

/** The region of a scene, before anything is deleted. */
export function accountOf(scene: Scene): Account {
  const modelAt = (index: number) => scene.models[index] ?? { maker: 'ours', ageSeconds: 1 };
  const nameOfModel = (index: number) => modelOf(index, modelAt(index)).name;
  const configs = scene.configs.map((each, index) => {
    const names = [each.model, each.second ?? []].flat().map(nameOfModel);
    const content = naming(each.place, names, `live${index}`);
    const foreign = `config-${index}`;
    return thing({ ...each, kind: 'endpoint configuration', name: '', foreign }, content, names);
  });
  const nameOfConfig = (index: number) => configs[index]?.name ?? `deleted-${index}`;
  const things = [...scene.models.map((each, index) => modelOf(index, each)), ...configs];
  const endpoints = scene.endpoints.map((each, index) => {
    const name = index === 0 ? endpointName : `e${index}`;
    return [name, endpointOf(name, each, nameOfConfig)] as const;
  });
  return {
    things: new Map(things.map((one) => [one.name, one])),
    endpoints: new Map(endpoints),
    components: users(scene.components, (model, { isOfMany }) => {
      const specification = { ModelName: model };
      return isOfMany ? { Specifications: [specification] } : { Specification: specification };
    }),
    jobs: users(scene.jobs, (ModelName) => ({ ModelName })),
    ...{ nameOfConfig, nameOfModel },
  };

  function users<One extends { readonly model: number }>(
    all: readonly One[],
    describe: (model: string, one: One) => JsonObject,
  ): Map<string, ModelUser> {
    return new Map(
      all.map((one, index) => {
        const model = nameOfModel(one.model);
        return [`user-${index}`, { described: describe(model, one), model, modifiedAt: at(-5000) }];
      }),
    );
  }
}

function endpointOf(
  name: string,
  each: Scene['endpoints'][number],
  nameOfConfig: (index: number) => string,
): Endpoint {
  const configName = each.serves === null ? 'deleted-by-others' : nameOfConfig(each.serves);
  const rollsOut = each.pending === null ? undefined : nameOfConfig(each.pending);
  const isSilent = rollsOut !== undefined && each.isSilent;
  const snapshot = endpoint({
    ...{ name, arn: `arn:${name}`, configName, lastModified: at(-each.ageSeconds) },
    ...(rollsOut !== undefined && { status: 'Updating' }),
    ...(rollsOut !== undefined && !isSilent && { pending: pending(rollsOut) }),
  });
  const [current, previous] = [each.current, each.previous].map((index) =>
    index === null ? undefined : nameOfConfig(index),
  );
  const more = { mode: 'deploy', commit: undefined, run: undefined } as const;
  const tags = current === undefined ? [] : tagsOfRecord({ previous, current, ...more });
  const recorded = current === undefined ? [] : [current, previous ?? []].flat();
  return { snapshot, tags, needs: [configName, rollsOut ?? [], recorded].flat(), isSilent };
}

import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanUp } from '../../src/deletion/clean-up.ts';
import { namesFor } from '../../src/domain/config-name.ts';
import type { Snapshot } from '../../src/domain/endpoint.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { withMark } from '../../src/domain/mark.ts';
import { Problem, type ProblemCode } from '../../src/domain/problem.ts';
import { tagsOfRecord } from '../../src/domain/record.ts';
import type { RolloutRequest } from '../../src/domain/request.ts';
import type { Tag } from '../../src/domain/tags.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { World } from '../../src/ports.ts';
import { newRun } from '../../src/run/run.ts';
import { at, endpoint, pending } from '../domain/snapshots.ts';
import { VirtualTime } from './virtual-time.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const nameOf = namesFor('fraud', digest);
const contentOf = (model: number): JsonObject => ({
  ProductionVariants: [{ VariantName: 'live', ModelName: `m${model}` }],
});

/** Who made a configuration, and how it looks. */
const makers = ['ours', 'copied-tags', 'only-the-name', 'of-another', 'made-meanwhile'] as const;

interface Config {
  readonly name: string;
  readonly tags: readonly Tag[];
  readonly described: JsonObject;
  readonly isOurs: boolean;
}

function configOf(maker: (typeof makers)[number], model: number): Config {
  const content = contentOf(model);
  const name = nameOf({ content, run: undefined });
  const own = withMark([], { endpointName: 'fraud' });
  const made = (seconds: number) => ({ CreationTime: new Date(at(seconds)).toISOString() });
  const of = (tags: readonly Tag[], described: JsonObject, isOurs = false): Config => {
    return { name, tags, described: { ...described, EndpointConfigName: name }, isOurs };
  };
  switch (maker) {
    case 'ours':
      return of(own, { ...content, ...made(-600) }, true);
    case 'copied-tags':
      return of(own, { ...contentOf(model + 100), ...made(-600) });
    case 'only-the-name':
      return of([], { ...content, ...made(-600) });
    case 'of-another':
      return of(withMark([], { endpointName: 'other' }), { ...content, ...made(-600) });
    case 'made-meanwhile':
      return of(own, { ...content, ...made(60) });
  }
}

const model = fc.nat(5);
const worlds = fc.record({
  makers: fc.array(fc.constantFrom(...makers), { minLength: 1, maxLength: 6 }),
  endpoints: fc.array(
    fc.record({
      serves: model,
      pending: fc.option(model),
      previous: fc.option(model),
      isSilent: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  /** Which calls fail, and how. */
  faults: fc.array(
    fc.record({
      call: fc.nat(60),
      code: fc.constantFrom<ProblemCode>(
        ...(['throttled', 'access-denied', 'unreadable', 'unavailable'] as const),
      ),
    }),
    { maxLength: 3 },
  ),
  /** Before which call another endpoint begins to serve which configuration. */
  taken: fc.option(fc.record({ call: fc.nat(60), model })),
});
type Scene = typeof worlds extends fc.Arbitrary<infer S> ? S : never;

/** The world, and what was deleted in it although it must not be. */
function stage(scene: Scene) {
  const time = new VirtualTime(at(0));
  const configs = new Map(
    scene.makers.map((maker, index) => configOf(maker, index)).map((one) => [one.name, one]),
  );
  const nameOfModel = (index: number) => nameOf({ content: contentOf(index), run: undefined });
  const endpoints = new Map<string, { snapshot: Snapshot; tags: readonly Tag[] }>();
  for (const [index, one] of scene.endpoints.entries()) {
    const name = `e${index}`;
    const told = { name, arn: `arn:${name}`, configName: nameOfModel(one.serves) };
    const isUpdating = one.pending !== null;
    const snapshot = endpoint({
      ...told,
      ...(isUpdating && { status: 'Updating' }),
      ...(isUpdating && !one.isSilent && { pending: pending(nameOfModel(one.pending ?? 0)) }),
    });
    const record =
      one.previous === null
        ? []
        : tagsOfRecord({
            ...{ previous: nameOfModel(one.previous), current: told.configName, mode: 'deploy' },
            ...{ commit: undefined, run: undefined },
          });
    endpoints.set(name, { snapshot, tags: record });
  }
  const wrong: string[] = [];
  const deleted: string[] = [];
  let calls = 0;
  let listedAt = -1;
  let takenAt = Number.POSITIVE_INFINITY;
  const call = <T>(answer: () => T) => {
    calls += 1;
    if (scene.taken && calls === scene.taken.call) {
      takenAt = calls;
      const configName = nameOfModel(scene.taken.model);
      const snapshot = endpoint({ name: 'late', arn: 'arn:late', configName });
      endpoints.set('late', { snapshot, tags: [] });
    }
    const fault = scene.faults.find((one) => one.call === calls);
    if (fault) throw new Problem(fault.code, phrase`No.`, { remedy: phrase`Wait.` });
    return answer();
  };
  const users = (name: string) =>
    [...scene.endpoints.entries()].filter(([, one]) =>
      [one.serves, one.pending, one.previous].some(
        (index) => index !== null && nameOfModel(index) === name,
      ),
    );
  const judge = (name: string) => {
    if (!configs.get(name)?.isOurs) wrong.push(`${name} is not ours`);
    if (users(name).length > 0) wrong.push(`${name} is in use`);
    const isTaken = scene.taken && nameOfModel(scene.taken.model) === name && takenAt <= listedAt;
    if (isTaken) wrong.push(`${name} was taken before all were listed`);
    configs.delete(name);
    deleted.push(name);
  };
  const world = {
    ...{ clock: time, cancelled: new AbortController().signal, digest, tell: () => undefined },
    endpoints: {
      poll: async (name: string) => call(() => endpoints.get(name)?.snapshot),
      tags: async ({ arn }: { arn: string }) =>
        call(() => configs.get(arn)?.tags ?? endpoints.get(arn.slice(4))?.tags ?? []),
      configuration: async (name: string) => call(() => configs.get(name)?.described),
    },
    deletions: {
      endpoints: async () =>
        call(() => {
          listedAt = calls;
          return [...endpoints.keys()];
        }),
      configurations: async () =>
        call(() => [...configs.keys()].map((name) => ({ name, arn: name }))),
      deleteConfiguration: async (name: string) => call(() => judge(name)),
    },
  } as unknown as World;
  return { world, time, wrong, deleted, configs };
}

const request = {
  ...{ endpointName: 'fraud', source: { kind: 'nothing', isConfirmed: false } },
  ...{ autoscaling: { kind: 'ignore' }, waitTimeoutSeconds: undefined },
} as unknown as RolloutRequest;

async function play(scene: Scene) {
  const staged = stage(scene);
  const run = newRun(request, staged.world);
  const told = cleanUp(run);
  await staged.time.until(told);
  return staged;
}

it('nothing is deleted that an endpoint needs, that its record names, or that others made', async () => {
  let deletedInAll = 0;
  const holds = fc.asyncProperty(worlds, async (scene) => {
    const { wrong, deleted } = await play(scene);
    deletedInAll += deleted.length;
    expect(wrong).toEqual([]);
  });
  await fc.assert(holds, { seed: 15, numRuns: 2000 });
  // The property is no empty one.
  expect(deletedInAll).toBeGreaterThan(200);
});

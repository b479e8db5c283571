import { cleanUp } from '../../src/deletion/clean-up.ts';
import type { Task } from '../../src/deletion/sweep.ts';
import type { Made, Need } from '../../src/domain/clean-up.ts';
import type { Event } from '../../src/domain/event.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { RolloutRequest } from '../../src/domain/request.ts';
import type { World } from '../../src/ports.ts';
import { newRun } from '../../src/run/run.ts';
import { at } from '../domain/snapshots.ts';
import { accountOf, digest, endpointName } from './clean-up-account.ts';
import { Region } from './clean-up-region.ts';
import type { Scene } from './clean-up-scenes.ts';
import { VirtualTime } from './virtual-time.ts';

/** What a clean-up did. */
export interface Played {
  readonly deleted: readonly Made[];
  /** What was wrong about it. */
  readonly wrong: readonly string[];
  readonly problem: Problem | undefined;
}

/**
 * The real clean-up in the region of a scene, and what is wrong about what it deletes. Where nothing
 * comes between, what a plan says beforehand is what goes.
 */
export async function playCleanUp(scene: Scene): Promise<Played> {
  const played = await play(scene, 'deleted');
  // A plan counts on another record of the endpoint.
  const isComparable = isQuiet(scene) && scene.endpoints[0]?.current === null;
  if (!isComparable) return played;
  const planned = await play(scene, 'planned');
  const [due, deleted] = [planned, played].map((one) => JSON.stringify(one.due));
  const different = due === deleted ? [] : [`planned ${due}, and deleted ${deleted}`];
  return { ...played, wrong: [...played.wrong, ...planned.wrong, ...different] };
}

/** Nothing comes between, and nothing is hidden. */
function isQuiet({ faults, taken }: Scene): boolean {
  return faults.length === 0 && taken === null;
}

async function play(scene: Scene, how: Task['how']): Promise<Played & { due: readonly Made[] }> {
  const time = new VirtualTime(at(0));
  const account = accountOf(scene);
  const region = new Region(scene, account, time);
  const events: Event[] = [];
  const world = {
    ...{ clock: time, cancelled: new AbortController().signal, digest },
    tell: (event: Event) => events.push(event),
    ...region.ports,
  } as unknown as World;
  const needs = [scene.servedBefore, scene.recorded].flatMap((index): readonly Need[] =>
    index === null
      ? []
      : [
          {
            name: account.nameOfConfig(index),
            user: { kind: 'served-before', name: endpointName },
          },
        ],
  );
  const keep = { 'endpoint configuration': scene.keep, model: scene.keep };
  await time.until(cleanUp(newRun(request, world), { keep, needs, how }));
  const end = events.findLast(
    (event) => event.kind === (how === 'planned' ? 'clean-up-planned' : 'cleaned-up'),
  );
  const problem = end && 'problem' in end ? end.problem : undefined;
  const isTold = end ? [] : ['its end is not told'];
  const { deleted } = region;
  const isPlan = end?.kind === 'clean-up-planned';
  const careful = !isPlan && isQuiet(scene) && !problem ? region.leftOver() : [];
  const early = isPlan && deleted.length > 0 ? ['a plan deletes'] : [];
  const due = isPlan ? end.due : deleted;
  return { deleted, due, wrong: [...region.wrong, ...isTold, ...careful, ...early], problem };
}

const request = {
  ...{ endpointName, source: { kind: 'nothing', isConfirmed: false } },
  ...{ autoscaling: { kind: 'ignore' }, waitTimeoutSeconds: undefined },
} as unknown as RolloutRequest;

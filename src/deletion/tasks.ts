import type { Need, User } from '../domain/clean-up.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import { modelNamesOf } from '../domain/endpoint-config.ts';
import type { Run } from '../run/run.ts';
import type { Target } from '../start/target.ts';
import type { Task } from './sweep.ts';

/** With the endpoint goes everything that was made for it. */
export const afterDeletion: Task = { keep: keepOfEach(0), needs: [], how: 'deleted' };

/** What this run has replaced is kept, whether its record could be left or not. */
export function afterRollout({ asked, told }: Run, keepVersions: number): Task {
  const { before, recorded } = told.state;
  const needs = [
    ...need('served-before', asked.endpointName, before?.configName),
    ...need('record', asked.endpointName, recorded?.record.previous),
    ...need('serving', asked.endpointName, recorded?.record.current),
  ];
  return { keep: keepOfEach(keepVersions), needs, how: 'deleted' };
}

/** What is still to be created will be the newest, and what serves now the previous one. */
export function ofPlan(
  { asked, told }: Run,
  { before, target }: { readonly before: Snapshot; readonly target: Target },
): Task {
  const { keepVersions = 0, endpointName } = asked;
  const { makesConfig, models } = told.state;
  const content = target.kind === 'made' ? modelNamesOf(target.content) : [];
  const newModels = models.filter(({ isNew }) => isNew).length;
  return {
    keep: {
      'endpoint configuration': Math.max(0, keepVersions - (makesConfig ? 1 : 0)),
      model: Math.max(0, keepVersions - newModels),
    },
    needs: [
      ...need('planned', endpointName, target.name),
      ...content.flatMap((name) => need('planned', endpointName, name)),
      ...need('served-before', endpointName, before.configName),
    ],
    how: 'planned',
  };
}

function keepOfEach(count: number): Task['keep'] {
  return { 'endpoint configuration': count, model: count };
}

function need(kind: User['kind'], endpoint: string, name: string | undefined): readonly Need[] {
  return name === undefined || name === '' ? [] : [{ name, user: { kind, name: endpoint } }];
}

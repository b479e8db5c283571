import { modelNamesOf } from '../../src/domain/endpoint-config.ts';
import { isObject, type JsonValue, textAt } from '../../src/domain/json.ts';
import type { OutcomeKind } from '../../src/domain/outcome.ts';
import { imageOf } from './requests.ts';
import { type Truth, unless } from './truth.ts';

/** Outcomes that say that what was requested serves, or is being rolled out. */
const saying: readonly OutcomeKind[] = ['deployed', 'unchanged', 'started'];

/** What is wrong with the models that a run has made: another content serves, or one was made twice. */
export function modelFaults({ run, history, requested }: Truth): readonly string[] {
  const { configurations, createdModels } = history;
  const contents = [...createdModels.values()].map(({ content }) => JSON.stringify(content));
  const once = unless(new Set(contents).size === contents.length, 'a model was created twice');
  const image = imageOf(run.script);
  if (image === undefined || !saying.includes(run.outcome.kind)) return once;
  const [name = ''] = modelNamesOf(configurations.get(requested)?.content ?? {});
  const content = createdModels.get(name)?.content;
  const serves = imageIn(content?.PrimaryContainer);
  const servedNothing = history.endpoint.versions.some(({ snapshot }) => !snapshot);
  return [
    ...once,
    ...unless(serves === image, `${run.outcome.kind}, with ${serves} instead of ${image}`),
    ...unless(
      baseIn(content?.PrimaryContainer) !== undefined || servedNothing,
      'the environment of the model that served was lost',
    ),
  ];
}

function imageIn(container: JsonValue | undefined): string | undefined {
  return isObject(container) ? textAt(container, 'Image') : undefined;
}

function baseIn(container: JsonValue | undefined): string | undefined {
  const environment = isObject(container) ? container.Environment : undefined;
  return isObject(environment) ? textAt(environment, 'BASE') : undefined;
}

import { type JsonObject, objectAt } from '../domain/json.ts';
import { containersOf } from '../domain/models/model-content.ts';
import { Problem } from '../domain/problem.ts';

/** Shorter values are in every sentence. */
const shortest = 4;

/**
 * The Problem without the variables of containers: SageMaker quotes them in its refusals, those of a
 * package too, as `{NAME=value}`.
 */
export function withoutEnvironment(thrown: unknown, model: JsonObject): unknown {
  if (!(thrown instanceof Problem) || thrown.said === undefined) return thrown;
  const values = containersOf(model)
    .flatMap((container) => Object.values(objectAt(container, 'Environment') ?? {}))
    .filter((value) => typeof value === 'string' && value.length >= shortest)
    .toSorted((one, other) => String(other).length - String(one).length);
  const said = values.reduce<string>(
    (text, value) => text.replaceAll(String(value), '***'),
    String(thrown.said),
  );
  return new Problem(thrown.code, thrown.what, { ...thrown, said: withoutMaps(said) });
}

function withoutMaps(text: string): string {
  const less = text.replaceAll(/\{[^{}]*\}/g, '(…)');
  return less === text ? text : withoutMaps(less);
}

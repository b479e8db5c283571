import { NormalizedSchema } from '@smithy/core/schema';
import { getSmithyContext } from '@smithy/core/transport';
import { phrase } from '../domain/text/phrase.ts';
import { UnreadableAnswer } from './aws-answers.ts';

/** Kind, namespace, name, traits, input and output, as the SDK writes them. */
type Operation = readonly [9, string, string, unknown, unknown, Schema];
type Schema = Parameters<typeof NormalizedSchema.of>[0];

/** The schema of what an operation answers, from the context of the SDK's middleware. */
export function outputSchemaOf(context: object): NormalizedSchema {
  const { operationSchema } = getSmithyContext(context) as { operationSchema: Operation };
  return NormalizedSchema.of(operationSchema[5]);
}

/**
 * The SDK reads a member of another type than the API's as it comes: a text where a list belongs, a
 * time that no clock shows. Nothing can be concluded from such an answer.
 * @throws UnreadableAnswer where an answer does not have the types of its operation's output.
 */
export function refuseMistyped(schema: NormalizedSchema, answer: unknown): void {
  const wrong = mistyped(schema, answer, []);
  if (!wrong) return;
  throw new UnreadableAnswer(200, phrase`with a member of another type than the API’s: ${wrong}`);
}

/** The path of the first member that is not of its schema's type. */
function mistyped(
  schema: NormalizedSchema,
  value: unknown,
  path: readonly string[],
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isOfType(schema, value)) return path.join('.');
  if (schema.isStructSchema()) {
    for (const [name, member] of schema.structIterator()) {
      const wrong = mistyped(member, Object(value)[name], [...path, name]);
      if (wrong) return wrong;
    }
  }
  if (schema.isListSchema() || schema.isMapSchema()) {
    for (const one of Object.values(value)) {
      // The API has no lists with gaps among the operations that are called.
      if (one === null || one === undefined) return path.join('.');
      const wrong = mistyped(schema.getValueSchema(), one, path);
      if (wrong) return wrong;
    }
  }
  return undefined;
}

function isOfType(schema: NormalizedSchema, value: unknown): boolean {
  if (schema.isListSchema()) return Array.isArray(value);
  if (schema.isStructSchema() || schema.isMapSchema())
    return Object(value) === value && !Array.isArray(value);
  if (schema.isTimestampSchema()) return isTime(value);
  if (schema.isStringSchema()) return typeof value === 'string';
  if (schema.isBooleanSchema()) return typeof value === 'boolean';
  if (schema.isNumericSchema()) return Number.isFinite(value);
  return true;
}

/** Answers that are read as they come have seconds since 1970 instead. */
function isTime(value: unknown): boolean {
  const time = value instanceof Date ? value : typeof value === 'number' && new Date(1000 * value);
  return time !== false && !Number.isNaN(time.getTime());
}

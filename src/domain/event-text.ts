import type { Event } from './event.ts';
import { Problem, type ProblemCode } from './problem.ts';
import { Phrase, revivedPhrase } from './text/phrase.ts';

/**
 * An event as one line of JSON, from which `eventFrom` makes it again: phrases and problems too, these with
 * the problem that they come of. The values of containers' variables are left out: only which are the same stays.
 */
export function textOfEvent(event: Event): string {
  const variables = new Map<unknown, string>();
  return JSON.stringify(event, (member, value) => {
    if (member === 'Environment') return hidden(value, variables);
    if (value instanceof Phrase) return { [phraseMark]: value.parts };
    if (!(value instanceof Problem)) return renamed(value, (name) => `$${name}`);
    const { code, what, points, remedy, rerun, said, retryAfterSeconds } = value;
    const cause = value.cause instanceof Problem ? value.cause : undefined;
    return { [problemMark]: { code, what, points, remedy, rerun, said, retryAfterSeconds, cause } };
  });
}

/**
 * The event again. Only for a text that is known to come from `textOfEvent`: what it says are our
 * own words is taken for that. Throws where it is cut off.
 */
export function eventFrom(text: string): Event {
  return JSON.parse(text, (_, value) => {
    if (Array.isArray(value?.[phraseMark])) return revivedPhrase(value[phraseMark]);
    if (!value?.[problemMark]) return renamed(value, (name) => name.slice(1));
    const { code, what, ...details } = value[problemMark];
    return new Problem(code as ProblemCode, what, details);
  });
}

const phraseMark = '$phrase';
const problemMark = '$problem';
/** Members of a file may have these names too: there they get one more sign. */
const marks = /^\$+(phrase|problem)$/;

function hidden(environment: unknown, variables: Map<unknown, string>): unknown {
  if (typeof environment !== 'object' || environment === null) return undefined;
  const names = Object.entries(environment).map(([name, value]) => {
    const kept = variables.get(value) ?? `value ${variables.size + 1}`;
    variables.set(value, kept);
    return [name, kept];
  });
  return Object.fromEntries(names);
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (!Object.keys(value).some((name) => marks.test(name))) return value;
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([name, member]) => [marks.test(name) ? rename(name) : name, member]),
  );
}

import { isObject, type JsonValue } from '../json.ts';
import { isSecretName } from '../secret-name.ts';
import type { Tag } from '../tags.ts';
import { excerpt } from '../text/excerpt.ts';
import { own, type Phrase, phrase } from '../text/phrase.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** A value that a tool was to fill in before, or a person: AWS takes it as it is written. */
const placeholders = [
  // Shells, Terraform, CloudFormation's Sub: ${BUCKET}, $(cat x), $BUCKET.
  /\$\{[^{}]*\}/,
  /\$\([^()]*\)/,
  /\$[A-Za-z_]\w*/,
  // Jinja, Helm, GitHub's own expressions: {{ model }}.
  /\{\{.*?\}\}/s,
  // ERB, EJS: <%= model %>.
  /<%.*?%>/s,
  // Octopus, Azure, ant, Windows: #{MODEL}#, @@MODEL@@, @MODEL@, %MODEL%, __MODEL__.
  /#\{[^{}]*\}/,
  /@@?[A-Z][A-Z0-9_.]+@/,
  /%[A-Z][A-Z0-9_]{2,}%/,
  /\b__[A-Z][A-Z0-9_]*__\b/,
  // People: <YOUR BUCKET>, [YOUR BUCKET], TODO, your-bucket.
  /<[A-Za-z][\w .-]*>/,
  /\[[A-Z][A-Z _-]{2,}\]/,
  /\b(TODO|TBD|FIXME|CHANGE[-_ ]?ME|REPLACE[-_ ]?ME|PLACEHOLDER)\b/,
  /\byour[-_ ](bucket|model|role|key|account|image|endpoint|name|id)\b/i,
] as const;
const wholly = /^\s*(todo|tbd|fixme|change[-_ ]?me|replace[-_ ]?me|placeholder|x{3,}|\.{3}|…)\s*$/i;

/** Members with a language of their own, in which such signs mean something. */
const expressions = ['ContentTemplate', 'EnableExplanations'];
/** Of a prompt or a pattern in a container's variable no one can know more than this. */
const free = 'Environment';
const longestShown = 40;

/** Whether the whole value, or for members of a known form any part of it, was to be filled in. */
function isPlaceholder(value: string, isFree: boolean): boolean {
  if (wholly.test(value)) return true;
  return placeholders.some((pattern) => {
    const found = pattern.exec(value)?.[0];
    return found !== undefined && (!isFree || found.length === value.trim().length);
  });
}

interface Place {
  /** The input that holds or names it. */
  readonly input: 'endpoint-config-file' | 'smoke-test-file' | 'tags';
  readonly path: string;
  readonly value: string;
}

function placesIn(value: JsonValue, path: string): readonly Place[] {
  if (typeof value === 'string') return [{ input: 'endpoint-config-file', path, value }];
  if (Array.isArray(value)) return value.flatMap((one, at) => placesIn(one, `${path}[${at}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    expressions.includes(name) ? [] : placesIn(member, path === '' ? name : `${path}.${name}`),
  );
}

/** Values of the file, the tags and the smoke test that are taken as they are written, and cannot be meant so. */
export function valuesAreFilledIn({ request }: Facts): readonly Finding[] {
  const { source, tags, smokeTest } = request;
  const places: readonly Place[] = [
    ...(source.kind === 'file' ? placesIn(source.content, '') : []),
    ...tags.map(({ Key, Value }: Tag) => ({ input: 'tags' as const, path: Key, value: Value })),
    ...(smokeTest?.requests ?? []).flatMap(({ name, payload }) =>
      payload.kind === 'in-s3'
        ? [
            {
              input: 'smoke-test-file' as const,
              path: `${name}: input-location`,
              value: payload.location,
            },
          ]
        : [],
    ),
  ];
  return places
    .filter(({ path, value }) => isPlaceholder(value, path.split('.').includes(free)))
    .map(findingOf);
}

function findingOf({ input, path, value }: Place): Finding {
  const names = path.split(/[.[\] ]/);
  const shown: Phrase = names.some(isSecretName)
    ? phrase`has a placeholder`
    : phrase`is ${excerpt(value, longestShown)}`;
  return {
    id: 'placeholder',
    level: 'warning',
    seen: phrase`${own(input)} ${path} ${shown}.`,
    why: phrase`It looks like a placeholder: this action fills nothing in, and AWS takes it literally.`,
    remedy:
      input === 'endpoint-config-file'
        ? phrase`Write the value, or set it by \`endpoint-config-values\`.`
        : phrase`Write the value, or fill it in before.`,
  };
}

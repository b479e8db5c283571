import type { JsonObject } from './json.ts';
import { resourceName } from './names.ts';
import type { Instant } from './request.ts';
import { canonicalText } from './same-content.ts';

const digestLength = 10;

/** What a name is made of. */
export interface NameParts {
  readonly content: JsonObject;
  /** The run that rolls the content out anew, where one does. */
  readonly run: string | undefined;
  /** When the newest of its models was created, where that tells it from what runs already. */
  readonly newestModelAt?: Instant | undefined;
}

/** With what the names for an endpoint begin; a long name is cut. */
export function stemFor(endpointName: string): string {
  return endpointName.slice(0, resourceName.most - digestLength - 1).replace(/-+$/, '');
}

/** Whether a name may have been made for the endpoint, by its looks. */
export function looksMadeFor(endpointName: string, name: string): boolean {
  const stem = `${stemFor(endpointName)}-`;
  return name.startsWith(stem) && name.length === stem.length + digestLength;
}

/** Makes names of their parts. */
export type NameOf = (parts: NameParts) => string;

/**
 * Legal names for what an endpoint is to serve, such as `fraud-3f2a9c1b07`; `digest` answers a hash
 * in hexadecimal. The same parts make the same name, so that a re-run, or two runs at once, find the
 * same configuration.
 */
export function namesFor(endpointName: string, digest: (text: string) => string): NameOf {
  const stem = stemFor(endpointName);
  return (parts) => `${stem}-${digest(textOf(parts)).slice(0, digestLength)}`;
}

function textOf({ content, run, newestModelAt }: NameParts): string {
  return [
    canonicalText(content),
    ...(run === undefined ? [] : [`run ${run}`]),
    ...(newestModelAt === undefined ? [] : [`models of ${newestModelAt}`]),
  ].join('\n');
}

/** What decides under which name content is rolled out. */
export interface Names {
  /** Of the content, and of the run where it is rolled out anew. */
  readonly plain: string;
  /** Of the same and of its newest model; the same as the plain one where no model is known. */
  readonly dated: string;
  readonly serving: {
    readonly name: string;
    /** Whether it says the same; never where the content is rolled out anew. */
    readonly isSame: boolean;
    /** What was created again since it began to serve, the configuration or one of its models. */
    readonly replaced: 'nothing' | 'configuration' | 'model';
  };
  /** What is being rolled out, and whether one of the content's models was created since that began. */
  readonly inFlight: { readonly name: string; readonly isOutdated: boolean } | undefined;
}

/**
 * The name of content for which the user gives none. What serves keeps its name as long as it is
 * still the same content; a name that holds the date of the newest model proves it by itself.
 */
export function nameToRollOut({ plain, dated, serving, inFlight }: Names): string {
  if (serving.name === dated && dated !== plain) return dated;
  const name = serving.isSame ? serving.name : plain;
  if (name === serving.name) {
    if (serving.replaced === 'model') return dated;
    if (serving.replaced === 'nothing' || name === plain) return name;
  }
  return plain === inFlight?.name && inFlight.isOutdated ? dated : plain;
}

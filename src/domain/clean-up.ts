import { isObject, type JsonObject, type JsonValue } from './json.ts';
import type { Named } from './replaced.ts';
import type { Instant } from './request.ts';

/** What this action creates for an endpoint beside the endpoint itself. */
export type Made = Pick<Named, 'kind' | 'name'>;

/** What names a configuration or a model. */
export interface User {
  readonly kind:
    | 'serving'
    /** It is being rolled out to the endpoint. */
    | 'pending'
    /** The endpoint's record names it. */
    | 'record'
    /** It served the endpoint before this run. */
    | 'served-before'
    /** This run would roll it out. */
    | 'planned'
    | 'configuration'
    | 'component'
    | 'job';
  /** Of the endpoint, the configuration, the inference component or the transform job. */
  readonly name: string;
}

/** Something that is in use, by its name, and by what. */
export interface Need {
  readonly name: string;
  readonly user: User;
}

/** Something of ours that is not deleted, and why. */
export interface Kept extends Made {
  readonly why:
    | { readonly kind: 'newest' }
    /** It was created since the run began: another run is about to use it. */
    | { readonly kind: 'new' }
    | { readonly kind: 'needed'; readonly user: User };
}

/** `running-jobs`: transform jobs that run, or are being stopped. */
export type ListKind = 'endpoints' | Made['kind'] | 'components' | 'running-jobs';

export interface ListSearch {
  /** For the errors. */
  readonly endpointName: string;
  readonly nameContains?: string;
}

/** A resource, as a list tells it. */
export interface Listed {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Instant;
  /** When it was created, where it cannot be modified. */
  readonly modifiedAt: Instant;
}

/** Names that differ in their case only are one, and older ARNs have them in lower case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * Every text in a description that may be the name of a model, whatever the member is called: the API
 * grows, and a name too many only keeps a model.
 */
export function namesIn(described: JsonObject): readonly string[] {
  return [...new Set(textsIn(described).map(nameInArn))];
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** The model that an ARN names; any other text as it is. */
function nameInArn(text: string): string {
  return /:model\/(?<name>[a-zA-Z0-9-]+)$/.exec(text)?.groups?.name ?? text;
}

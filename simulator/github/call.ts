import type { Credential, Scope } from './account.ts';
import type { Reply } from './reply.ts';
import type { World } from './world.ts';

/** One request, as an endpoint sees it. */
export interface Call {
  readonly world: World;
  readonly credential: Credential;
  /** The variable parts of the path, in order. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Where the caller reaches the API, and this endpoint in it. */
  readonly api: string;
  readonly url: string;
  /** Where the documentation describes this endpoint. */
  readonly page: string;
}

/** A part of the API: where it is, what it asks for, what it does. */
export interface Endpoint {
  readonly method: string;
  readonly pattern: RegExp;
  readonly needs?: readonly [Scope, 'read' | 'write'];
  readonly page: string;
  readonly answer: (call: Call) => Reply;
}

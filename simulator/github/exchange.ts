import type { Request } from '../http.ts';
import { isSlow, type SlowBody } from '../slow-body.ts';
import { type Credential, permits } from './account.ts';
import type { Endpoint } from './call.ts';
import { endpoints } from './endpoints.ts';
import { type Faults, replyTo } from './faults.ts';
import type { RateLimits } from './limits.ts';
import { badCredentials, notAccessible, notFound, type Reply, refusal } from './reply.ts';
import type { World } from './world.ts';

/** What an exchange needs to know of the whole. */
export interface Office {
  readonly world: World;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly credentials: ReadonlyMap<string, Credential>;
}

/** What becomes of a request: it is replied to, at once or later, or it never is. */
export type Outcome =
  | {
      readonly kind: 'reply';
      readonly reply: Reply;
      readonly delaySeconds: number;
      readonly body: SlowBody | 'at-once';
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

/** The prefix of the API on a GitHub Enterprise Server. */
const enterprisePrefix = /^\/api(?:\/v3(?=\/)|(?=\/graphql$))/;

/** The path without the prefix of an Enterprise Server. */
export function plainPath(path: string): string {
  return path.replace(enterprisePrefix, '');
}

/** Carries a request through everything that can stop it, to the endpoint. */
export function exchange(office: Office, request: Request): Outcome {
  const { world, faults, limits } = office;
  const now = world.clock.now();
  const path = plainPath(request.path);
  const endpoint = endpointOf(request.method, path);
  const fault = faults.striking(request.method, path);
  if (fault?.kind === 'reset' || fault?.kind === 'hang') return { kind: fault.kind };
  if (fault?.kind === 'comment-deleted') world.comments.delete(Number(path.split('/').at(-1)));
  const reply =
    limits.count(request.method, now) ??
    (fault && replyTo(fault, now, endpoint?.page ?? '')) ??
    admit(office, request, endpoint);
  if (fault?.kind === 'lost-answer') return { kind: 'reset' };
  const body = isSlow(fault) ? fault.kind : 'at-once';
  return { kind: 'reply', reply, delaySeconds: fault?.kind === 'slow' ? fault.seconds : 0, body };
}

function endpointOf(method: string, path: string): Endpoint | undefined {
  return endpoints.find((endpoint) => endpoint.method === method && endpoint.pattern.test(path));
}

function admit(office: Office, request: Request, endpoint: Endpoint | undefined): Reply {
  const credential = office.credentials.get(tokenOf(request));
  if (!credential) return badCredentials();
  if (!endpoint) return notFound('');
  const { needs, page, pattern } = endpoint;
  if (needs && !permits(credential, ...needs)) return notAccessible(page);
  const path = plainPath(request.path);
  const api = addressOf(request);
  try {
    return endpoint.answer({
      world: office.world,
      credential,
      parts: pattern.exec(path)?.slice(1).map(decodeURIComponent) ?? [],
      query: request.query,
      body: request.body ? JSON.parse(request.body) : undefined,
      api,
      url: api + path,
      page,
    });
  } catch (cause) {
    if (cause instanceof SyntaxError) return refusal(400, 'Problems parsing JSON', page);
    throw cause;
  }
}

function tokenOf(request: Request): string {
  const [, token = ''] = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return token;
}

function addressOf({ headers, path }: Request): string {
  return `http://${headers.host}${enterprisePrefix.exec(path)?.[0] ?? ''}`;
}

import type { Instant, SimulatedClock } from '../clock.ts';
import type { Answer, Request, Service } from '../http.ts';
import { inPieces, isSlow } from '../slow-body.ts';
import { type Fault, Faults, replyTo } from './faults.ts';
import { type Reply, refusal } from './reply.ts';

/** What a token of a job says. */
export interface IdTokenClaims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
}

/** Where and by what a job asks for its tokens. */
export interface TokenDoor {
  readonly path: string;
  readonly requestToken: string;
}

/** A token that was given out. */
export interface GivenToken {
  readonly at: Instant;
  readonly token: string;
  readonly claims: IdTokenClaims;
}

const issuer = 'https://token.actions.githubusercontent.com';
const prefix = '/_apis/distributedtask/hubs/Actions/plans/9001/jobs/';
const secondsToLive = 300;

/** What gives a job with `permissions: id-token: write` tokens of its own. */
export class IdTokens implements Service {
  /** Every token so far. */
  readonly given: GivenToken[] = [];
  readonly #clock: SimulatedClock;
  readonly #faults: Faults;
  readonly #subjects: string[] = [];

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
    this.#faults = new Faults(clock);
  }

  /** A job with this subject may ask from here on. */
  open(subject: string): TokenDoor {
    const number = this.#subjects.push(subject);
    return {
      path: `${prefix}${number}/idtoken?api-version=2.0`,
      requestToken: `eyJsimulated.request-token-of-job.${number}`,
    };
  }

  addFault(fault: Fault): void {
    this.#faults.add(fault);
  }

  serves({ path }: Request): boolean {
    return path.startsWith(prefix);
  }

  answer(request: Request): Answer {
    const fault = this.#faults.striking(request.method, request.path);
    if (fault?.kind === 'reset' || fault?.kind === 'hang') return { kind: fault.kind };
    const reply = (fault && replyTo(fault, this.#clock.now(), '')) ?? this.#give(request);
    return isSlow(fault) ? inPieces(written(reply), fault.kind, this.#clock) : written(reply);
  }

  #give({ path, query, headers }: Request): Reply {
    const number = path.slice(prefix.length).split('/')[0];
    const sub = this.#subjects[Number(number) - 1];
    if (sub === undefined) return refusal(404, 'Not Found');
    if (headers.authorization !== `Bearer eyJsimulated.request-token-of-job.${number}`) {
      return refusal(401, 'Bad credentials');
    }
    const at = this.#clock.now();
    const iat = Math.floor(at / 1000);
    const aud = query.get('audience') ?? 'https://github.com/acme';
    const claims = { iss: issuer, aud, sub, iat, exp: iat + secondsToLive };
    const token = tokenOf(claims, this.given.length + 1);
    this.given.push({ at, token, claims });
    return { status: 200, body: { count: token.length, value: token } };
  }
}

/** The claims of a token; undefined where it is none. Signatures are not verified. */
export function claimsIn(token: string): IdTokenClaims | undefined {
  try {
    const [, payload = ''] = token.split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function tokenOf(claims: IdTokenClaims, number: number): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const header = { typ: 'JWT', alg: 'RS256', kid: 'simulated' };
  const signature = Buffer.from(`simulated signature ${number}`).toString('base64url');
  return `${part(header)}.${part({ ...claims, jti: String(number) })}.${signature}`;
}

function written({ status, headers, body }: Reply): Extract<Answer, { readonly kind: 'answer' }> {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

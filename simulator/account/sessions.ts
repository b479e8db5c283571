import { AwsError, expiredToken } from '../aws/aws-error.ts';
import type { Instant } from '../clock.ts';
import type { Request } from '../http.ts';

/** The keys of a session, and when they end. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAt: Instant;
}

/**
 * The sessions that the account knows. Any keys are accepted until `enforce` is called; those of
 * a known session are until it ends.
 */
export class Sessions {
  readonly #known = new Map<string, Session>();
  #accepts: 'any' | 'known' = 'any';

  /** From here on keys that no one issued are refused. */
  enforce(): void {
    this.#accepts = 'known';
  }

  /** A session that lasts until then; the words are made up, and never the same twice. */
  open(expiresAt: Instant): Session {
    const number = String(this.#known.size + 1).padStart(6, '0');
    const session = {
      accessKeyId: `ASIASIMULATED0${number}`,
      secretAccessKey: `simulated/secret+key/of/session/${number}`,
      sessionToken: `IQoJsimulated//session+token_of_${number}==`,
      expiresAt,
    };
    this.#known.set(session.accessKeyId, session);
    return session;
  }

  /** Every session so far. */
  get all(): readonly Session[] {
    return [...this.#known.values()];
  }

  /** @throws AwsError where the keys of a request are not good now. */
  check({ headers }: Request, now: Instant): void {
    const [, keyId = ''] = /Credential=([^/]+)\//.exec(headers.authorization ?? '') ?? [];
    const session = this.#known.get(keyId);
    if (!session && this.#accepts === 'any') return;
    if (session?.sessionToken !== headers['x-amz-security-token'] || !session) throw unrecognized();
    if (now >= session.expiresAt) throw expiredToken();
  }
}

function unrecognized(): AwsError {
  return new AwsError(
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
  );
}

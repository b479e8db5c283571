import type { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { Clock } from '../ports.ts';

/** How the SDK asks for credentials: with the client that needs them. */
export type Provider = (
  asking?: Parameters<ReturnType<typeof defaultProvider>>[0],
) => Promise<Identity>;
export type Identity = Awaited<ReturnType<ReturnType<typeof defaultProvider>>>;

/** Credentials, and since when they are held. */
interface Held {
  readonly identity: Identity;
  readonly since: number;
}

/** As the SDK does it: sessions are renewed five minutes before they end. */
const longestMarginMs = 300_000;
/** After an early renewal that failed: the session at hand still works. */
const pauseMs = 30_000;

/**
 * The credentials that all clients share. They are kept until shortly before they end, by their
 * own word, and asked for again then, or when AWS says that they have ended. The SDK's own memory
 * would keep credentials for ever that do not say when they end.
 */
export class RenewingCredentials {
  readonly #source: Provider;
  readonly #clock: Clock;
  readonly #keepSecret: (text: string) => void;
  #held: Held | undefined;
  #renewal: Promise<Identity> | undefined;
  #pausedUntil = 0;
  /** Who asked last: a renewal that no one asks for takes its region and time limits from there. */
  #asking: Parameters<Provider>[0];

  constructor(source: Provider, clock: Clock, keepSecret: (text: string) => void) {
    this.#source = source;
    this.#clock = clock;
    this.#keepSecret = keepSecret;
  }

  /** For the clients; throws what the source throws. `memoized`: the SDK is not to keep them too. */
  readonly provider: Provider & { readonly memoized: true } = Object.assign(
    (asking?: Parameters<Provider>[0]) => this.#provide(asking),
    { memoized: true } as const,
  );

  /** The credentials at hand; undefined before they were needed. */
  get identity(): Identity | undefined {
    return this.#held?.identity;
  }

  /** AWS refused the ones at hand: asks again, and answers whether there are others now. */
  async renew(): Promise<boolean> {
    const refused = this.#held?.identity;
    const identity = await this.#ask(undefined);
    return (
      identity.accessKeyId !== refused?.accessKeyId ||
      identity.sessionToken !== refused.sessionToken
    );
  }

  async #provide(asking: Parameters<Provider>[0]): Promise<Identity> {
    const held = this.#held;
    if (!held) return this.#ask(asking);
    const now = this.#clock.now();
    const end = held.identity.expiration?.getTime() ?? Infinity;
    // A session of seconds would else be renewed at each call.
    const marginMs = Math.min(longestMarginMs, (end - held.since) / 2);
    if (now < end - marginMs) return held.identity;
    if (now >= end) return this.#ask(asking);
    return this.#renewEarly(held.identity, asking);
  }

  /** While the session at hand lasts, a renewal that fails hurts no one. */
  async #renewEarly(identity: Identity, asking: Parameters<Provider>[0]): Promise<Identity> {
    if (this.#clock.now() < this.#pausedUntil) return identity;
    try {
      return await this.#ask(asking);
    } catch {
      this.#pausedUntil = this.#clock.now() + pauseMs;
      return identity;
    }
  }

  /** Asks the source, once for all who ask at the same time. */
  #ask(asking: Parameters<Provider>[0]): Promise<Identity> {
    this.#asking = asking ?? this.#asking;
    this.#renewal ??= this.#source(this.#asking)
      .then((identity) => this.#hold(identity))
      .finally(() => {
        this.#renewal = undefined;
      });
    return this.#renewal;
  }

  #hold(identity: Identity): Identity {
    const { accessKeyId, secretAccessKey, sessionToken = '' } = identity;
    for (const secret of [secretAccessKey, sessionToken]) this.#keepSecret(secret);
    if (sessionToken) this.#keepSecret(accessKeyId);
    this.#held = { identity, since: this.#clock.now() };
    return identity;
  }
}

import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { within } from '../cancellation.ts';
import type { CredentialsLifetime } from '../domain/preflight/facts.ts';
import { Problem } from '../domain/problem.ts';
import type { Role } from '../domain/role.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Clock, Credentials } from '../ports.ts';
import { answerChecks, type Stack } from './answer-checks.ts';
import { checkCredentials } from './credential-checks.ts';
import type { AskForToken } from './id-token.ts';
import type { JobProxy } from './proxy.ts';
import { type Identity, type Provider, RenewingCredentials } from './renewing-credentials.ts';
import { sessionsOf } from './role-sessions.ts';
import { saysThatCredentialsEnded } from './sdk-error.ts';
import { markWay, type Way, watchWay } from './way.ts';

/** A host that takes no connection is given up sooner than one that answers slowly. */
const connectionTimeoutMs = 5_000;
/** A call, from its start to the last byte of its answer: credentials, connection and body included. */
const secondsForACall = 30;
/** Less than that, so that what keeps a call waiting is told. */
const secondsForCredentials = 20;

/** What the clients of AWS need from the rest of the run. */
export interface AwsSurroundings {
  readonly clock: Clock;
  /** Asks GitHub for a token of the job. */
  readonly idToken: AskForToken;
  /** Hears every secret as soon as it is known. */
  readonly mask: (secret: string) => void;
  readonly proxy: JobProxy;
  /** What the job's variables tell of its credentials, should they not be accepted. */
  readonly suspicion: Phrase | undefined;
}

/** What every client of AWS is made with. */
export interface AwsSettings extends Credentials {
  readonly region: string;
  /**
   * A client in the region, with the shared credentials, that sends a call once and waits for it
   * so many seconds: longer where its service takes longer to answer than others. It is made at its
   * first use, which for most services comes after the first call or never.
   */
  connect<C extends Client>(Client: ClientClass<C>, seconds?: number): () => C;
}

/** How the SDK's client classes are made, as far as they are alike. */
export type ClientClass<C> = new (config: {
  readonly region: string;
  readonly credentials: Provider;
  readonly maxAttempts: number;
  readonly requestHandler: ReturnType<JobProxy['agents']> & Readonly<Record<string, unknown>>;
}) => C;

/** What all of the SDK's clients have. */
export interface Client {
  readonly middlewareStack: Stack;
  // biome-ignore lint/suspicious/noExplicitAny: each client has commands of its own.
  send(command: any, options?: any): Promise<any>;
}

/**
 * The settings of all clients: region and credentials, those of the role, else those that the SDK's
 * default chain finds. They share one session.
 */
export function awsSettings(
  { region, role }: { readonly region: string; readonly role: Role | undefined },
  { clock, idToken, mask, proxy, suspicion }: AwsSurroundings,
): AwsSettings {
  const source = role
    ? sessionsOf(role, { region, clock, ask: idToken, keepSecret: mask, proxy })
    : environmentCredentials(clock);
  const credentials = new RenewingCredentials(source, clock, mask);
  const whose = { role: role?.arn, suspicion };
  return {
    region,
    lifetime: async () => (role ? { kind: 'lasting' } : lifetimeOf(credentials.identity)),
    connect: (Client, seconds = secondsForACall) =>
      once(() => {
        const client = new Client({
          region,
          credentials: credentials.provider,
          maxAttempts: 1,
          // A silent socket is also closed where the SDK itself calls, as STS for a role.
          requestHandler: {
            ...{ connectionTimeout: connectionTimeoutMs, socketTimeout: 1000 * seconds },
            ...proxy.agents(),
          },
        });
        const proxyOnTheWay = watchWay(client.middlewareStack, proxy);
        answerChecks.applyToStack(client.middlewareStack);
        renewOnRefusal(client, credentials, { clock, isOfRole: role !== undefined });
        limitCalls(client, seconds, clock);
        markErrors(client, () => ({ ...whose, proxy: proxyOnTheWay() }));
        return client;
      }),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * The SDK's own time limits end with the headers of an answer, or count silence only, and none is
 * for credentials that never come.
 */
function limitCalls(client: Client, seconds: number, clock: Clock): void {
  const send = client.send.bind(client);
  client.send = (command, options) =>
    within(seconds, clock, async (limit) => {
      const given: AbortSignal | undefined = options?.abortSignal;
      const abortSignal = given ? AbortSignal.any([given, limit]) : limit;
      return send(command, { ...options, abortSignal });
    });
}

/** What is thrown tells how its call went. */
function markErrors(client: Client, way: () => Way): void {
  const send = client.send.bind(client);
  client.send = (command, options) =>
    send(command, options).catch((thrown) => {
      markWay(thrown, way());
      throw thrown;
    });
}

/** The SDK's default chain, asked anew each time: files are read again, services called again. */
function environmentCredentials(clock: Clock): Provider {
  const chain = defaultProvider({ ignoreCache: true });
  return async (asking) => {
    const ask = async () => checkCredentials(await chain({ ...asking, forceRefresh: true }));
    return within(secondsForCredentials, clock, ask).catch((thrown) => {
      throw Object(thrown).name === 'TimeoutError' ? neverCame(thrown) : thrown;
    });
  };
}

function neverCame(cause: Error): Problem {
  return new Problem('unreachable', phrase`No AWS credentials arrived in time.`, {
    remedy: phrase`They come from the environment, the AWS SDK's files or this runner's metadata service: one of these does not answer. Set \`role-to-assume\`, or run aws-actions/configure-aws-credentials before this step.`,
    said: cause.message,
    cause,
  });
}

/** A session that was just opened may be unknown to a service for some seconds. */
const secondsForAFreshSession = [1, 2, 4, 8];

/**
 * A call that is refused because the credentials have ended is sent again, once, where there are
 * others by now: a refused call has taken no effect.
 */
function renewOnRefusal(
  client: Client,
  credentials: RenewingCredentials,
  { clock, isOfRole }: { readonly clock: Clock; readonly isOfRole: boolean },
): void {
  const again = async <T>(call: () => Promise<T>): Promise<T> => {
    for (const seconds of isOfRole ? secondsForAFreshSession : []) {
      try {
        return await call();
      } catch (thrown) {
        if (!saysThatCredentialsEnded(thrown)) throw thrown;
        await clock.sleep(seconds);
      }
    }
    return call();
  };
  const renewing =
    <Args, Output>(next: (args: Args) => Promise<Output>) =>
    async (args: Args): Promise<Output> => {
      try {
        return await next(args);
      } catch (thrown) {
        if (!saysThatCredentialsEnded(thrown) || !(await credentials.renew())) throw thrown;
        return again(() => next(args));
      }
    };
  client.middlewareStack.add(renewing, { step: 'initialize', name: 'renewCredentials' });
}

/** Only the variables of the environment cannot change any more: all others are asked again. */
function lifetimeOf(identity: Identity | undefined): CredentialsLifetime {
  if (!identity) return { kind: 'lasting' };
  const { $source = {} } = identity as { $source?: Readonly<Record<string, string>> };
  if (!('CREDENTIALS_ENV_VARS' in $source)) return { kind: 'lasting' };
  if (identity.expiration) return { kind: 'until', at: identity.expiration.getTime() };
  return identity.sessionToken ? { kind: 'undeclared' } : { kind: 'lasting' };
}

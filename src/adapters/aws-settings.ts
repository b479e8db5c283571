import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { CredentialsLifetime } from '../domain/preflight/facts.ts';
import type { Role } from '../domain/role.ts';
import type { Clock, Credentials } from '../ports.ts';
import { answerChecks, type Stack } from './answer-checks.ts';
import type { AskForToken } from './id-token.ts';
import { type Identity, type Provider, RenewingCredentials } from './renewing-credentials.ts';
import { sessionsOf } from './role-sessions.ts';
import { saysThatCredentialsEnded } from './sdk-error.ts';

const connectionTimeoutMs = 5_000;
const requestTimeoutMs = 20_000;

/** What the clients of AWS need from the rest of the run. */
export interface AwsSurroundings {
  readonly clock: Clock;
  /** Asks GitHub for a token of the job. */
  readonly idToken: AskForToken;
  /** Hears every secret as soon as it is known. */
  readonly mask: (secret: string) => void;
}

/** What every client of AWS is made with. */
export interface AwsSettings extends Credentials {
  readonly region: string;
  /**
   * A client in the region, with the shared credentials and time limits, that sends a call once;
   * `answerWithinMs` where its service takes longer to answer than others.
   */
  connect<C extends Client>(Client: ClientClass<C>, answerWithinMs?: number): C;
}

/** How the SDK's client classes are made, as far as they are alike. */
type ClientClass<C> = new (config: {
  readonly region: string;
  readonly credentials: Provider;
  readonly maxAttempts: number;
  readonly requestHandler: Readonly<Record<string, number | boolean>>;
}) => C;

/** What all of the SDK's clients have. */
interface Client {
  readonly middlewareStack: Stack;
}

/**
 * The settings of all clients: region and credentials, those of the role, else those that the SDK's
 * default chain finds. They share one session.
 */
export function awsSettings(
  { region, role }: { readonly region: string; readonly role: Role | undefined },
  { clock, idToken, mask }: AwsSurroundings,
): AwsSettings {
  const source = role
    ? sessionsOf(role, { region, clock, ask: idToken, keepSecret: mask })
    : environmentCredentials();
  const credentials = new RenewingCredentials(source, clock, mask);
  return {
    region,
    lifetime: async () => (role ? { kind: 'lasting' } : lifetimeOf(credentials.identity)),
    connect: (Client, answerWithinMs = requestTimeoutMs) => {
      const client = new Client({
        region,
        credentials: credentials.provider,
        maxAttempts: 1,
        requestHandler: {
          connectionTimeout: connectionTimeoutMs,
          requestTimeout: answerWithinMs,
          throwOnRequestTimeout: true,
        },
      });
      answerChecks.applyToStack(client.middlewareStack);
      renewOnRefusal(client, credentials);
      return client;
    },
  };
}

/** The SDK's default chain, asked anew each time: files are read again, services called again. */
function environmentCredentials(): Provider {
  const chain = defaultProvider({ ignoreCache: true });
  return (asking) => chain({ ...asking, forceRefresh: true });
}

/**
 * A call that is refused because the credentials have ended is sent again, once, where there are
 * others by now: a refused call has taken no effect.
 */
function renewOnRefusal(client: Client, credentials: RenewingCredentials): void {
  const renewing =
    <Args, Output>(next: (args: Args) => Promise<Output>) =>
    async (args: Args): Promise<Output> => {
      try {
        return await next(args);
      } catch (thrown) {
        if (!saysThatCredentialsEnded(thrown) || !(await credentials.renew())) throw thrown;
        return next(args);
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

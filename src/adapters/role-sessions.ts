import { fromWebToken } from '@aws-sdk/credential-provider-web-identity';
import { within } from '../cancellation.ts';
import { audienceOf, type Role } from '../domain/role.ts';
import type { Clock } from '../ports.ts';
import { answerChecks, type Stack } from './answer-checks.ts';
import { type AskForToken, claimsOf, freshToken } from './id-token.ts';
import type { JobProxy } from './proxy.ts';
import type { Provider } from './renewing-credentials.ts';
import { refusedRole } from './sts-errors.ts';
import { watchWay } from './way.ts';

/** With the token's own limit it is less than that of the call which needs the session. */
const secondsToAssume = 10;

/** What it takes to assume a role by a token of the job. */
export interface Assuming {
  readonly region: string;
  readonly clock: Clock;
  readonly ask: AskForToken;
  readonly keepSecret: (text: string) => void;
  readonly proxy: JobProxy;
}

/**
 * Assumes the role anew each time, by the SDK's web-identity provider and a fresh token: the last
 * one has ended after five minutes. Throws a Problem.
 */
export function sessionsOf(
  role: Role,
  { region, clock, ask, keepSecret, proxy }: Assuming,
): Provider {
  return async (asking) => {
    const token = await freshToken(audienceOf(role), { ask, clock });
    keepSecret(token);
    let proxyOnTheWay = (): string | undefined => undefined;
    const noteWay = (stack: Stack) => {
      proxyOnTheWay = watchWay(stack, proxy);
    };
    const assume = fromWebToken({
      roleArn: role.arn,
      roleSessionName: role.sessionName,
      durationSeconds: role.durationSeconds,
      webIdentityToken: token,
      // Who watches decides whether to try again.
      clientConfig: { region, maxAttempts: 1, requestHandler: proxy.agents() },
      clientPlugins: [answerChecks, { applyToStack: noteWay }],
    });
    try {
      return await within(secondsToAssume, clock, () => assume(asking));
    } catch (thrown) {
      throw refusedRole(thrown, {
        ...{ role, region, claims: claimsOf(token) },
        proxy: proxyOnTheWay(),
      });
    }
  };
}

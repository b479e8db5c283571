import type { Account, Call } from '../account/account.ts';
import { AwsService } from '../account/aws-service.ts';
import { session as caller } from '../account/call-faults.ts';
import type { Session } from '../account/sessions.ts';
import { inQueryCodes } from '../aws/query-codes.ts';
import { queryProtocol } from '../aws/query-protocol.ts';
import type { Structure } from '../aws/shape.ts';
import { integer, structure, text } from '../aws/shape.ts';
import { admit, type Refusal, type Role, type RoleOptions, refusals, roleOf } from './roles.ts';

/** By the API model; session policies are not modeled. */
const requests: Readonly<Record<string, Structure>> = {
  AssumeRoleWithWebIdentity: structure({
    'RoleArn!': text(2048, undefined, 20),
    'RoleSessionName!': text(64, '[\\w+=,.@-]*', 2),
    'WebIdentityToken!': text(20_000, undefined, 4),
    ProviderId: text(2048, undefined, 4),
    DurationSeconds: integer(900, 43_200),
  }),
  GetCallerIdentity: structure({}),
};

const protocol = queryProtocol({
  version: '2011-06-15',
  namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  requests,
});

interface AssumeRoleInput {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly WebIdentityToken: string;
  readonly DurationSeconds?: number;
}

/** AWS STS, as far as GitHub's tokens assume roles; everyone has the same identity. */
export class Sts extends AwsService {
  readonly #roles = new Map<string, Role>();
  readonly #refusals: Refusal[] = [];

  constructor(account: Account) {
    super(account, {
      protocols: [protocol],
      name: 'sts',
      requests,
      unsigned: ['AssumeRoleWithWebIdentity'],
      perform: (operation, input, call) =>
        operation === 'GetCallerIdentity'
          ? callerIdentity(call)
          : this.#assume(input as AssumeRoleInput, call),
      resourceOf: (input) => String(input.RoleArn),
      // Of a token, not of keys: the model gives it this name.
      inItsWords: (error) => (error.name === 'ExpiredTokenException' ? error : inQueryCodes(error)),
    });
  }

  /** Every session that was ever opened. */
  get sessions(): readonly Session[] {
    return this.account.sessions.all;
  }

  /** Adds a role, answers its ARN; from here on only the keys of sessions are good. */
  addRole(name: string, options: RoleOptions = {}): string {
    const arn = `arn:aws:iam::${this.account.place.account}:role/${name}`;
    this.#roles.set(arn, roleOf(options));
    this.account.sessions.enforce();
    return arn;
  }

  /** Someone changes the trust policy, or deletes the role. */
  changeRole(arn: string, options: RoleOptions | undefined): void {
    if (options) this.#roles.set(arn, roleOf(options));
    else this.#roles.delete(arn);
  }

  /** Keys that someone got elsewhere, good for so long; from here on only known ones are. */
  openSession(seconds: number): Session {
    this.account.sessions.enforce();
    return this.account.sessions.open(this.account.clock.now() + seconds * 1000);
  }

  /** Refuses the next calls: one for each. */
  refuse(...refused: readonly Refusal[]): void {
    this.#refusals.push(...refused);
  }

  #assume(input: AssumeRoleInput, { now }: Call): object {
    const refusal = this.#refusals.shift();
    if (refusal) throw refusals[refusal]();
    const { RoleArn, RoleSessionName, WebIdentityToken: token, DurationSeconds = 3600 } = input;
    const role = this.#roles.get(RoleArn);
    const claims = admit(role, { token, seconds: DurationSeconds, now });
    const seconds = role?.sessionSeconds ?? DurationSeconds;
    const session = this.account.sessions.open(now + seconds * 1000);
    const [, , , , account, path = ''] = RoleArn.split(':');
    const name = path.split('/').at(-1);
    return {
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.sessionToken,
        Expiration: new Date(session.expiresAt),
      },
      SubjectFromWebIdentityToken: claims.sub,
      AssumedRoleUser: {
        AssumedRoleId: `AROASIMULATED0000001:${RoleSessionName}`,
        Arn: `arn:aws:sts::${account}:assumed-role/${name}/${RoleSessionName}`,
      },
      Provider: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
      Audience: claims.aud,
    };
  }
}

function callerIdentity({ place: { account } }: Call): object {
  return {
    UserId: `AROASIMULATED0000001:${caller.split('/').at(-1)}`,
    Account: account,
    Arn: `arn:aws:sts::${account}:${caller}`,
  };
}

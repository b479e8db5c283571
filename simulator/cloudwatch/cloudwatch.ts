import type { Account } from '../account/account.ts';
import type { Alarms } from '../account/alarms.ts';
import { AwsService } from '../account/aws-service.ts';
import { cborProtocol } from '../aws/cbor-protocol.ts';
import { jsonProtocol } from '../aws/json-protocol.ts';
import { type Protocol, queryCompatible } from '../aws/protocol.ts';
import { inQueryCodes } from '../aws/query-codes.ts';
import { queryProtocol } from '../aws/query-protocol.ts';
import { describeAlarms } from './describe-alarms.ts';
import { requests } from './shapes.ts';

const target = 'GraniteServiceVersion20100801';

/** Newer clients speak CBOR or JSON, older ones query. */
const protocols: readonly Protocol[] = [
  queryCompatible(cborProtocol(target)),
  queryCompatible(jsonProtocol(target, '1.0')),
  queryProtocol({
    version: '2010-08-01',
    namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    requests,
  }),
];

/** Amazon CloudWatch, as far as the state of alarms goes. */
export class CloudWatch extends AwsService {
  constructor(account: Account) {
    super(account, {
      protocols,
      name: 'cloudwatch',
      requests,
      perform: (_, input, call) => describeAlarms(input, call),
      resourceOf: (_, { region, account }) => `arn:aws:cloudwatch:${region}:${account}:alarm:*`,
      inItsWords: inQueryCodes,
    });
  }

  /** The alarms that SageMaker reads too. */
  get alarms(): Alarms {
    return this.account.alarms;
  }
}

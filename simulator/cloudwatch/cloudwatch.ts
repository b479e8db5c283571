import type { Account } from '../account/account.ts';
import type { Alarms } from '../account/alarms.ts';
import { AwsService } from '../account/aws-service.ts';
import type { Place } from '../account/place.ts';
import { cborProtocol } from '../aws/cbor-protocol.ts';
import { jsonProtocol } from '../aws/json-protocol.ts';
import type { Input } from '../aws/protocol.ts';
import { type Protocol, queryCompatible } from '../aws/protocol.ts';
import { inQueryCodes } from '../aws/query-codes.ts';
import { queryProtocol } from '../aws/query-protocol.ts';
import { Metrics } from '../metrics/metrics.ts';
import { followRules } from './composites.ts';
import { Evaluation } from './evaluation.ts';
import { perform } from './operations.ts';
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

/** Amazon CloudWatch, as far as alarms go, and the metrics of endpoints. */
export class CloudWatch extends AwsService {
  constructor(account: Account) {
    const metrics = new Metrics(account);
    super(account, {
      protocols,
      name: 'cloudwatch',
      requests,
      perform: (operation, input, call) => perform(operation, input, call, metrics),
      resourceOf,
      inItsWords: inQueryCodes,
    });
    new Evaluation(account, metrics);
    followRules(account);
  }

  /** The alarms that SageMaker reads too. */
  get alarms(): Alarms {
    return this.account.alarms;
  }
}

/** Metrics are no resources; alarms are named one by one only where they are changed. */
function resourceOf(input: Input, { region, account }: Place): string {
  if ('MetricDataQueries' in input) return '*';
  const { AlarmName: name = '*' } = input;
  return `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`;
}

import type { Account, Call } from '../account/account.ts';
import { AwsService } from '../account/aws-service.ts';
import type { Containers } from '../account/containers.ts';
import type { Place } from '../account/place.ts';
import { jsonProtocol } from '../aws/json-protocol.ts';
import type { Input } from '../aws/protocol.ts';
import { describeLogStreams } from './describe-log-streams.ts';
import { inItsWords } from './errors.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { getLogEvents } from './get-log-events.ts';
import { requests } from './shapes.ts';

const protocol = jsonProtocol('Logs_20140328', '1.1');

/** Amazon CloudWatch Logs, as far as the containers of endpoints write into it. */
export class Logs extends AwsService {
  /** Every search begins with so many answers that are empty and go on. */
  emptyPages = 1;
  /** How old the times are that DescribeLogStreams tells of events. */
  lagSeconds = 600;

  constructor(account: Account) {
    super(account, {
      protocols: [protocol],
      name: 'logs',
      requests,
      perform: (operation, input, call) => this.#perform(operation, input, call),
      resourceOf,
      inItsWords,
    });
  }

  /** How the containers of models behave. */
  get containers(): Containers {
    return this.account.containers;
  }

  #perform(operation: string, input: object, call: Call): object {
    if (operation === 'DescribeLogStreams') return describeLogStreams(input, call, this.lagSeconds);
    if (operation === 'FilterLogEvents') return filterLogEvents(input, call, this.emptyPages);
    return getLogEvents({ logStreamName: undefined, ...input }, call);
  }
}

/** A permission that is missing is about the streams of the group. */
function resourceOf(input: Input, { region, account }: Place): string {
  const { logGroupName: group = '*', logStreamName: stream = '' } = input;
  return `arn:aws:logs:${region}:${account}:log-group:${group}:log-stream:${stream}`;
}

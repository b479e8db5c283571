import type { Call } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Endpoint } from '../account/endpoint.ts';
import type { Instant } from '../clock.ts';
import { doesNotExist, invalid } from './errors.ts';
import { type Instance, instancesOf } from './instances.ts';
import { type Life, type LogLine, linesOf, type Script } from './lines.ts';
import { queueScript, scriptOf } from './scripts.ts';

const prefix = '/aws/sagemaker/Endpoints/';

/** From the launch of an instance to the first line of its container; the next one is a second later. */
const startSeconds = 20;

/** From when a line is written until it is found. */
export const ingestionMs = 1500;

/** What a container writes into; it is there from its start on, and stays for good. */
export interface LogStream {
  readonly name: string;
  readonly life: Life;
  readonly script: Script;
}

export interface GroupInput {
  readonly logGroupName?: string;
  readonly logGroupIdentifier?: string;
}

/** The log streams of a group that are there: those of all endpoints that have had the name. */
export function streamsOf(input: GroupInput, call: Call): LogStream[] {
  const name = groupOf(input);
  const streams = endpointsOf(name, call).flatMap(({ endpoint, deletedAt }) =>
    instancesOf(endpoint, deletedAt).flatMap((instance) => streamsOfInstance(instance, call)),
  );
  const there = streams.filter(({ life }) => life.startedAt <= call.asOf);
  if (there.length === 0) throw doesNotExist('log group');
  return there;
}

/** The name of the group that is meant, by its name or its ARN. */
export function groupOf({ logGroupName, logGroupIdentifier }: GroupInput): string {
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
    throw invalid('Exactly one of logGroupName or logGroupIdentifier is required.');
  }
  return logGroupName ?? logGroupIdentifier?.replace(/^arn:.*:log-group:/, '') ?? '';
}

/** The lines of a stream that are found, of a range that is asked for. */
export function foundLines(
  { script, life }: LogStream,
  { from = 0, to = Number.POSITIVE_INFINITY }: { from?: Instant; to?: Instant },
  { asOf }: Call,
): LogLine[] {
  return linesOf(script, life, { from, to: Math.min(to, asOf - ingestionMs) });
}

interface Found {
  readonly endpoint: Endpoint;
  readonly deletedAt?: Instant;
}

function endpointsOf(group: string, { account, place }: Call): Found[] {
  if (!group.startsWith(prefix)) return [];
  const arn = arnOf(place, 'endpoint', group.slice(prefix.length));
  const present = account.endpoints.get(arn);
  return [
    ...account.deletedEndpoints.filter(({ endpoint }) => endpoint.arn === arn),
    ...(present ? [{ endpoint: present }] : []),
  ];
}

function streamsOfInstance(instance: Instance, { account }: Call): LogStream[] {
  const { id, variant, launchedAt, endedAt, serving, place } = instance;
  const { model, logs = [] } = variant;
  const script = model && scriptOf(account.containers.of(model), model);
  const startedAt = launchedAt + (startSeconds + place) * 1000;
  if (!script || endedAt <= startedAt) return [];
  return logs.map((ending) => ({
    name: `${variant.name}/${id}${ending}`,
    life: { startedAt, endedAt, serving },
    script: ending === '/data-log' ? queueScript : script,
  }));
}

import type { ContainerLogs } from '../ports/logs.ts';
import type { AwsSettings } from './aws-settings.ts';

/** The logs of containers, whose client is loaded at the first call: a plan needs none. */
export function logsOnDemand(aws: AwsSettings): ContainerLogs {
  let loaded: Promise<ContainerLogs> | undefined;
  const logs = () => {
    loaded ??= import('./cloudwatch-logs.ts').then(({ CloudWatchLogs }) => new CloudWatchLogs(aws));
    return loaded;
  };
  return {
    streams: async (...given) => (await logs()).streams(...given),
    find: async (...given) => (await logs()).find(...given),
    last: async (...given) => (await logs()).last(...given),
  };
}

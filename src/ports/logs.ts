import type { Written } from '../domain/cause/log-lines.ts';
import type { LogStream } from '../domain/cause/new-containers.ts';
import type { Instant } from '../domain/request.ts';

/**
 * What is needed from CloudWatch Logs: the log group of an endpoint's containers. All calls read,
 * throw a Problem and nothing else, and are sent once; undefined: there is no such log group.
 */
export interface ContainerLogs {
  /** DescribeLogStreams, one page: those written to last come first, or those whose names begin so. */
  streams(
    endpointName: string,
    search: { readonly prefix?: string; readonly token?: string | undefined },
    signal: AbortSignal,
  ): Promise<Page<LogStream> | undefined>;
  /** FilterLogEvents, one page, the oldest first; a page may be empty, and another come after it. */
  find(
    endpointName: string,
    search: LineSearch,
    signal: AbortSignal,
  ): Promise<Page<FoundEvent> | undefined>;
  /** GetLogEvents: the last events of a stream. */
  last(
    endpointName: string,
    stream: string,
    signal: AbortSignal,
  ): Promise<readonly Written[] | undefined>;
}

export interface LineSearch {
  readonly since: Instant;
  /** By what events are found, as CloudWatch takes it. */
  readonly pattern: string;
  /** Undefined: in all of them. */
  readonly streams: readonly string[] | undefined;
  readonly token?: string | undefined;
}

export interface FoundEvent extends Written {
  readonly stream: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Undefined: it is the last one. */
  readonly next: string | undefined;
}

import type { Event } from './event.ts';

/** What a run knows of the endpoint's record, and what became of its own. */
export interface Records {
  /** What the endpoint's record said beforehand. */
  readonly recalled: Extract<Event, { kind: 'recalled' }> | undefined;
  /** The commit that the endpoint's record named at first. */
  readonly servedCommit: string | undefined;
  /** The record that was left. */
  readonly recorded: Extract<Event, { kind: 'recorded' }> | undefined;
  /** Why no record was left; undefined where one was, or none was due. */
  readonly notRecorded: Extract<Event, { kind: 'not-recorded' }> | undefined;
}

export const noRecord: Records = {
  ...{ recalled: undefined, servedCommit: undefined, recorded: undefined, notRecorded: undefined },
};

export function afterRecord(
  { servedCommit }: Records,
  event: Extract<Event, { kind: 'recalled' | 'served-commit' | 'recorded' | 'not-recorded' }>,
): Partial<Records> {
  switch (event.kind) {
    case 'recalled':
      return { recalled: event };
    case 'served-commit':
      return { servedCommit: servedCommit ?? event.commit };
    case 'recorded':
      return { recorded: event };
    case 'not-recorded':
      return { notRecorded: event };
  }
}

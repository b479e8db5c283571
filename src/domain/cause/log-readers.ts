/** The input `show-logs`. */
export type ShowLogs = 'everything' | 'nothing' | 'auto';

/** What GitHub says of the repository; `unknown`: it does not say. */
export type Visibility = 'public' | 'internal' | 'private' | 'unknown';

/** Who may read lines of containers: all readers of the report, those of the job summary, or none. */
export type Shown = 'everyone' | 'summary' | 'no-one';

/**
 * Containers log what people send them: unless told otherwise, their lines are for those only who
 * may see the repository. Where it is not known to be closed, it counts as public.
 */
export function shownTo(asked: ShowLogs, visibility: Visibility): Shown {
  if (asked === 'everything') return 'everyone';
  const isClosed = visibility === 'private' || visibility === 'internal';
  return asked === 'auto' && isClosed ? 'summary' : 'no-one';
}

import type { Lifecycle } from '../../domain/lifecycle.ts';
import { inLog } from '../../domain/text/log.ts';
import { phrase } from '../../domain/text/phrase.ts';
import { isoTime } from '../../domain/time.ts';

/** What was read of the containers, as the output `report` has it: only lines that everyone may see. */
export function containerMembers({ containerEvidence: evidence }: Lifecycle): object | null {
  if (!evidence) return null;
  const { logGroup, containers, more, unread } = evidence;
  return {
    'log-group': logGroup,
    started: containers.map(({ stream, startedAt, condition, lines }) => ({
      ...{ stream, 'started-at': isoTime(startedAt), condition },
      lines: lines.map(({ at, text, times }) => ({
        ...{ at: isoTime(at), text: inLog(phrase`${text}`), times },
      })),
    })),
    more,
    unread: unread ? inLog(unread.what) : null,
  };
}

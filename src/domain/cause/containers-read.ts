import type { Problem } from '../problem.ts';
import type { Instant } from '../request.ts';
import type { ContainerEvidence, ExaminedContainer } from './container-evidence.ts';
import {
  conditionBy,
  lastLines,
  meaningfulLines,
  tellingLine,
  type Written,
  withoutNumbers,
} from './log-lines.ts';
import type { Shown } from './log-readers.ts';
import type { LogStream } from './new-containers.ts';

/** What was read of the logs. */
export interface Read {
  readonly logGroup: ContainerEvidence['logGroup'];
  readonly streams: readonly LogStream[];
  readonly isComplete: boolean;
  /** By stream. */
  readonly events: ReadonlyMap<string, readonly Written[]>;
  readonly since: Instant;
  readonly unread: Problem | undefined;
}

/** Containers that are shown one by one. */
const mostContainers = 3;

const gravity = { died: 2, failing: 1, 'no-failure': 0 } as const;

/** What the logs tell, with those lines alone that some reader may see. */
export function evidenceOf(
  { events, streams, logGroup, isComplete, since, unread }: Read,
  shownTo: Shown,
): ContainerEvidence {
  const containers = unlike(
    streams
      .map(({ name, createdAt }) => ({
        ...{ stream: name, startedAt: createdAt },
        lines: meaningfulLines(events.get(name) ?? [], streams.length),
      }))
      .sort((one, other) => gravityOf(other) - gravityOf(one) || other.startedAt - one.startedAt),
  ).map((container) => seenBy(container, shownTo));
  return {
    ...{ logGroup, isComplete, since, shownTo, unread },
    containers: containers.slice(0, mostContainers),
    more: Math.max(0, containers.length - mostContainers),
  };
}

/** A container with all of its meaningful lines. */
interface Container extends Pick<ExaminedContainer, 'stream' | 'startedAt' | 'lines'> {
  readonly alike?: number;
}

function gravityOf({ lines }: Container): number {
  return gravity[conditionBy(lines)];
}

/** Of those that fail in the same way the newest. */
function unlike(containers: readonly Container[]): readonly Container[] {
  const kinds = Map.groupBy(containers, ({ stream, lines }) => {
    const told = tellingLine(lines);
    return told ? `${conditionBy(lines)} ${withoutNumbers(told.text)}` : stream;
  });
  return [...kinds.values()].flatMap(([newest, ...others]) =>
    newest ? [{ ...newest, alike: others.length }] : [],
  );
}

function seenBy({ alike = 0, lines, ...container }: Container, shownTo: Shown): ExaminedContainer {
  return {
    ...{ ...container, alike, condition: conditionBy(lines) },
    lines: shownTo === 'everyone' ? lastLines(lines, 'all') : [],
    summaryLines: shownTo === 'summary' ? lastLines(lines, 'failures') : [],
  };
}

/** What a reading that was cut short leaves of the one before it. */
export function together(
  reading: ContainerEvidence,
  before: ContainerEvidence | undefined,
): ContainerEvidence {
  if (!before || !reading.unread) return reading;
  return { ...before, unread: reading.unread };
}

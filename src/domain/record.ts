import { keeps, resourceName } from './names.ts';
import type { Instant } from './request.ts';
import { type Tag, tagViolationsOf } from './tags.ts';

/** What the last rollout that was seen to succeed left on the endpoint, as tags: docs/record.md. */
export interface RolloutRecord {
  /** The configuration that served before; undefined: the rollout created the endpoint. */
  readonly previous: string | undefined;
  /** The configuration that the rollout brought. */
  readonly current: string;
  /** Which way it went. */
  readonly mode: 'deploy' | 'rollback';
  /** The commit that was rolled out, or rolled back from. */
  readonly commit: string | undefined;
  /** The branch whose commit that was; undefined: not known, or of none. */
  readonly branch?: string | undefined;
  /** The URL of the workflow run. */
  readonly run: string | undefined;
  /** When its update was called: what was created later is not what serves. */
  readonly since?: Instant | undefined;
  /** When the endpoint had begun to serve the previous one, at the latest. */
  readonly previousSince?: Instant | undefined;
}

/** The keys of the tags: users and their scripts read them, so they stay. */
export const recordKeys = {
  previous: 'sagemaker-rollout:previous-endpoint-config',
  current: 'sagemaker-rollout:endpoint-config',
  mode: 'sagemaker-rollout:mode',
  commit: 'sagemaker-rollout:commit',
  branch: 'sagemaker-rollout:branch',
  run: 'sagemaker-rollout:run',
  since: 'sagemaker-rollout:since',
  previousSince: 'sagemaker-rollout:previous-since',
} as const;

const unknown = 'unknown';

/** The record as tags; a member that no tag can hold is left out. */
export function tagsOfRecord(record: RolloutRecord): readonly Tag[] {
  const texts = {
    ...record,
    branch: branchText(record.branch),
    since: timeText(record.since),
    previousSince: record.previous === undefined ? undefined : timeText(record.previousSince),
  };
  return Object.entries(recordKeys)
    .map(([member, Key]) => ({ Key, Value: texts[member as keyof RolloutRecord] ?? '' }))
    .filter((tag) => tag.Value !== '' && tagViolationsOf([tag]).length === 0);
}

/** A tag stays until it is replaced, and not every name of a branch can be the value of one. */
function branchText(branch = ''): string {
  const isLegal = tagViolationsOf([{ Key: recordKeys.branch, Value: branch }]).length === 0;
  return branch !== '' && isLegal ? branch : unknown;
}

/** A tag stays until it is replaced: a time that is not known is written as well. */
function timeText(instant: Instant | undefined): string {
  return instant === undefined ? unknown : new Date(instant).toISOString();
}

/** Nothing else than what was written: other texts of times may leave the time zone open. */
function timeIn(text: string | undefined): Instant | undefined {
  const instant = Date.parse(text ?? '');
  return Number.isFinite(instant) && timeText(instant) === text ? instant : undefined;
}

function branchIn(text: string | undefined): string | undefined {
  return text === unknown ? undefined : text;
}

/** The record among an endpoint's tags; undefined where there is none, or none that can be read. */
export function recordIn(tags: readonly Tag[]): RolloutRecord | undefined {
  const valueAt = (key: string) => tags.find(({ Key }) => Key === key)?.Value || undefined;
  const [previous, current] = [valueAt(recordKeys.previous), valueAt(recordKeys.current)];
  const isLegible = [previous, current].every((name) => keeps(name ?? 'absent', resourceName));
  if (current === undefined || !isLegible) return undefined;
  return {
    previous,
    current,
    mode: valueAt(recordKeys.mode) === 'rollback' ? 'rollback' : 'deploy',
    commit: valueAt(recordKeys.commit),
    branch: branchIn(valueAt(recordKeys.branch)),
    run: valueAt(recordKeys.run),
    since: timeIn(valueAt(recordKeys.since)),
    previousSince: timeIn(valueAt(recordKeys.previousSince)),
  };
}

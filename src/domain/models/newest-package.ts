import { type JsonObject, numberAt, textAt } from '../json.ts';
import { Problem } from '../problem.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import type { VersionOf } from './package-reference.ts';

/** A version of a group, as ListModelPackages tells it. */
interface Version {
  readonly arn: string;
  readonly version: number;
  readonly status: string;
  /** It may be absent. */
  readonly approval: string | undefined;
}

function versionIn(summary: JsonObject): Version {
  return {
    arn: textAt(summary, 'ModelPackageArn') ?? '',
    version: numberAt(summary, 'ModelPackageVersion') ?? 0,
    status: textAt(summary, 'ModelPackageStatus') ?? '',
    approval: textAt(summary, 'ModelApprovalStatus'),
  };
}

/**
 * The ARN of the version with the highest number that is approved and complete, in whatever order
 * they are listed; undefined where there is none.
 */
export function newestApproved(summaries: readonly JsonObject[]): string | undefined {
  const [newest] = newestFirst(summaries).filter(
    ({ status, approval }) => status === 'Completed' && approval === 'Approved',
  );
  return newest?.arn;
}

/** The ARN of that version; undefined where it is not listed. */
export function versionAmong(
  summaries: readonly JsonObject[],
  version: number,
): string | undefined {
  return newestFirst(summaries).find((each) => each.version === version)?.arn;
}

function newestFirst(summaries: readonly JsonObject[]): readonly Version[] {
  return summaries.map(versionIn).toSorted((one, other) => other.version - one.version);
}

/** What to say of a version that its group does not have. */
export function noSuchVersion(
  { group, version }: VersionOf,
  summaries: readonly JsonObject[],
): Problem {
  const [newest] = newestFirst(summaries);
  const has = newest
    ? phrase`its newest version is ${newest.version}`
    : phrase`it has no versions at all`;
  const what = phrase`There is no version ${version} in the model package group ${group}: ${has}.`;
  return new Problem('model-package-not-found', what, {
    remedy: phrase`Name a version that exists, or the group alone, which means its newest approved version.`,
  });
}

/** Why a group has nothing to roll out. */
export function noneApproved(group: string, summaries: readonly JsonObject[]): Problem {
  const [newest, ...older] = newestFirst(summaries);
  const what = phrase`The model package group ${group} has no approved version.`;
  if (!newest) {
    return new Problem('no-approved-package', phrase`${what} It has no versions at all.`, {
      remedy: phrase`Register a version (CreateModelPackage) and approve it, or check the name of the group.`,
      rerun: phrase`Then re-run this job.`,
    });
  }
  return new Problem('no-approved-package', phrase`${what} ${seenPhrase(newest, older)}`, {
    remedy: phrase`Approve a version (UpdateModelPackage, or in SageMaker Studio).`,
    rerun: phrase`Then re-run this job.`,
  });
}

function seenPhrase(newest: Version, older: readonly Version[]): Phrase {
  const approved = [newest, ...older].find(({ approval }) => approval === 'Approved');
  const count =
    older.length === 0
      ? phrase`its only version`
      : phrase`the newest of its ${older.length + 1} versions`;
  const state = newest.approval ?? phrase`without an approval status`;
  const seen = phrase`Version ${newest.version}, ${count}, is ${state}.`;
  return approved
    ? phrase`${seen} Version ${approved.version} is approved, but its status is ${approved.status}, which is not Completed.`
    : seen;
}

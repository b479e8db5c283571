import { type JsonObject, objectAt, textAt } from '../domain/json.ts';

const heads = 'refs/heads/';
/** A branch of GitHub's own, for one group of pull requests only. */
const ofMergeQueue = `${heads}gh-readonly-queue/`;

/** The branch whose commit the run is about; undefined where that is a tag's, a pull request's or a fork's. */
export function branchOf(
  { GITHUB_REF: ref = '' }: Readonly<Record<string, string | undefined>>,
  payload: JsonObject,
): string | undefined {
  const run = objectAt(payload, 'workflow_run');
  if (run) return isOfThisRepository(run, payload) ? textAt(run, 'head_branch') : undefined;
  const isOfHead = ['check_run', 'check_suite', 'pull_request'].some((name) => {
    const about = objectAt(payload, name);
    return about !== undefined && about.merged !== true;
  });
  if (isOfHead || !ref.startsWith(heads) || ref.startsWith(ofMergeQueue)) return undefined;
  return ref.slice(heads.length);
}

function isOfThisRepository(run: JsonObject, payload: JsonObject): boolean {
  const home = objectAt(payload, 'repository')?.id;
  return home !== undefined && home === objectAt(run, 'head_repository')?.id;
}

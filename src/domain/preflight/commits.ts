import { phrase } from '../text/phrase.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** Two runs of one branch may end in another order than they began; a re-run of an old one goes back. */
export function commitIsNotOlder({ commits }: Facts): readonly Finding[] {
  switch (commits.kind) {
    case 'not-compared':
    case 'newer':
      return [];
    case 'older':
      return [
        {
          id,
          level: 'error',
          seen: phrase`The commit of this run, ${short(commits.own)}, is older than ${short(commits.recorded)}, which was rolled out last from the same branch.`,
          why: phrase`This would roll out what was replaced already.`,
          remedy: phrase`Run the workflow on the newest commit. To go back on purpose, use \`mode: rollback\`, or set \`if-older-commit: allow\`.`,
        },
      ];
    case 'unrelated':
      return [
        remark(
          phrase`The commit that was rolled out last, ${short(commits.recorded)}, is not in the history of this one, ${short(commits.own)}.`,
          phrase`No action needed if the branch was rewritten.`,
        ),
      ];
    case 'other-repository':
      return [
        remark(
          phrase`The commit that was rolled out last, ${short(commits.recorded)}, is of another repository: ${commits.run}.`,
          phrase`No action needed if both are to roll out to this endpoint.`,
        ),
      ];
    case 'not-known': {
      const { what, remedy } = commits.problem;
      return [
        remark(
          phrase`${what} The commit that was rolled out last is ${short(commits.recorded)}.`,
          commits.problem.code === 'access-denied'
            ? phrase`Give the job \`permissions: contents: read\`, or set \`if-older-commit: allow\`.`
            : remedy,
        ),
      ];
    }
  }
}

const id = 'older-commit';

function remark(seen: Finding['seen'], remedy: Finding['remedy']): Finding {
  const why = phrase`Whether this run rolls out something older is not known.`;
  return { id, level: 'remark', seen, why, remedy };
}

function short(commit: string): string {
  return commit.slice(0, 7);
}

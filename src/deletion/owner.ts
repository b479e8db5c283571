import type { Snapshot } from '../domain/endpoint.ts';
import { markIn } from '../domain/mark.ts';
import { Problem } from '../domain/problem.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Run } from '../run/run.ts';
import { tagsFor } from '../run/tags.ts';

/**
 * Whether the endpoint may be deleted: this action created it, or its name is given once more.
 *
 * @throws Problem `not-confirmed`, or why that cannot be known.
 */
export async function checkOwner(run: Run, endpoint: Snapshot): Promise<void> {
  const { source } = run.asked;
  if (source.kind === 'nothing' && source.isConfirmed) return;
  const tags = await tagsFor(run, endpoint);
  if (tags.kind === 'not-readable') throw notKnown(endpoint, tags.problem);
  const mark = markIn(tags.kind === 'found' ? tags.value : []);
  if (mark?.endpointName !== endpoint.name) throw notConfirmed(endpoint);
}

function notConfirmed({ name }: Snapshot): Problem {
  return new Problem('not-confirmed', phrase`Endpoint ${name} was not created by this action.`, {
    remedy: phrase`Set \`confirm-delete\` to its name to delete it all the same.`,
  });
}

function notKnown({ name }: Snapshot, cause: Problem): Problem {
  return new Problem(
    cause.code,
    phrase`Whether this action created endpoint ${name} is not known. ${cause.what}`,
    {
      remedy: phrase`${cause.remedy} Or set \`confirm-delete\` to its name.`,
      said: cause.said,
      cause,
    },
  );
}

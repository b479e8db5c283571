import { durationText } from './duration.ts';
import type { Snapshot } from './endpoint.ts';
import { Problem } from './problem.ts';
import { phrase } from './text/phrase.ts';

/** What is wrong with an endpoint that has settled in another status than InService. */
export function brokenProblem(poll: Snapshot): Problem {
  switch (poll.status) {
    case 'Failed':
      return creationFailed(poll);
    case 'Deleting':
      return beingDeleted(poll);
    case 'UpdateRollbackFailed':
      return new Problem(
        'endpoint-failed',
        phrase`The rollback of ${poll.name} failed: it serves with a mix of old and new instances.`,
        {
          remedy: phrase`Call UpdateEndpoint again with a configuration that is known to work.`,
          rerun: phrase`Re-run this job, or the last one that deployed.`,
        },
      );
    default:
      return new Problem(
        'endpoint-failed',
        phrase`Endpoint ${poll.name} ended in the status ${poll.status}.`,
        {
          remedy: phrase`Check the endpoint in the SageMaker console before you continue.`,
        },
      );
  }
}

/** `said`: SageMaker's reason, where nothing else tells it. */
export function creationFailed({ name, status }: Snapshot, said?: string): Problem {
  return new Problem('endpoint-failed', phrase`Endpoint ${name} is ${status}.`, {
    remedy: phrase`SageMaker cannot update an endpoint in this status. With \`create-endpoint: replace-failed\` the next run deletes it and creates it again. Or delete it yourself (DeleteEndpoint; its configurations and models stay), and create it again.`,
    said: said || undefined,
  });
}

export function beingDeleted({ name }: Snapshot): Problem {
  return new Problem('endpoint-deleting', phrase`Endpoint ${name} is being deleted.`, {
    remedy: phrase`Find out what is deleting it. Once it is deleted, it can be created again under the same name.`,
  });
}

/** Its status says nothing, and has said nothing for so long. */
export function notUnderstood({ name, status }: Snapshot, seconds: number): Problem {
  const isLong = seconds >= 60;
  const since = isLong ? phrase`, for ${durationText(seconds)} now` : phrase``;
  const what = phrase`Endpoint ${name} has the status ${status}${since}, which this version of the action does not know.`;
  return new Problem('unknown-status', what, {
    remedy: phrase`Check the endpoint in the SageMaker console, and use a newer version of this action.`,
  });
}

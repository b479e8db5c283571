import type { Event } from '../domain/event.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Markdown, md, together } from '../domain/text/markdown.ts';
import { listed, type Phrase, phrase } from '../domain/text/phrase.ts';
import { nothing } from './limit.ts';
import { problemPhrases } from './problem.ts';
import type { ReportData } from './report-data.ts';

/** The headline of `mode: delete`; undefined where it is that of a rollout. */
export function deletionHeadline(
  { mode, request: { endpointName } }: ReportData,
  outcome: Outcome,
): Phrase | undefined {
  if (mode !== 'delete') return undefined;
  switch (outcome.kind) {
    case 'deleted':
      return outcome.how === 'already-gone'
        ? phrase`Deleted: there is no endpoint ${endpointName} any more`
        : phrase`Deleted: endpoint ${endpointName}`;
    case 'started':
      return phrase`Started: endpoint ${endpointName} is being deleted`;
    case 'failed':
      return phrase`Failed: endpoint ${endpointName} was not deleted`;
    case 'timed-out':
      return phrase`Timed out: endpoint ${endpointName} was not seen to be deleted`;
    case 'unknown':
      return phrase`Unknown: whether endpoint ${endpointName} was deleted`;
    default:
      return undefined;
  }
}

/** What is going on while the endpoint is there. */
export function deletingPhrase({ request }: ReportData, { deletion }: Lifecycle): Phrase {
  return deletion.call === 'accepted'
    ? phrase`Deleting endpoint ${request.endpointName}`
    : phrase`Waiting to delete endpoint ${request.endpointName}`;
}

type CleanedUp = Extract<Event, { kind: 'cleaned-up' }>;

/** What of ours was deleted with the endpoint, in the log; each deletion has had a line of its own. */
export function cleanUpPhrases({ deleted, kept, problem }: CleanedUp): readonly Phrase[] {
  const none = deleted.length + kept.length === 0 && !problem;
  return [
    ...(none ? [phrase`There is no endpoint configuration of this action to delete`] : []),
    ...kept.map(
      ({ name, neededBy }) => phrase`Kept the endpoint configuration ${name}: ${neededBy} needs it`,
    ),
    ...(problem
      ? [phrase`Not all is known, so nothing more is deleted.`, ...problemPhrases(problem)]
      : []),
  ];
}

/** The same in the report; empty where nothing was to be deleted. */
export function cleanUpSection({ cleanedUp }: Lifecycle): Markdown {
  if (!cleanedUp) return nothing;
  const { deleted, kept, problem } = cleanedUp;
  const lines = [
    ...(deleted.length > 0 ? [phrase`Endpoint configurations deleted: ${listed(deleted)}`] : []),
    ...(kept.length > 0 || problem ? cleanUpPhrases(cleanedUp) : []),
    ...(problem ? [problem.remedy] : []),
  ];
  return together(
    lines.map((line) => md`${line}`),
    '\n\n',
  );
}

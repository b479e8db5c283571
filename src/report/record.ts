import type { Event } from '../domain/event.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Problem } from '../domain/problem.ts';
import type { RolloutRecord } from '../domain/record.ts';
import { type Markdown, md } from '../domain/text/markdown.ts';
import { joined, listed, type Phrase, phrase } from '../domain/text/phrase.ts';
import { nothing } from './limit.ts';

/** What someone who wants to go back has to know while an update runs. */
export const noStopping = phrase`SageMaker has no call that stops an update: the rollback begins when this one has ended.`;

/** What the endpoint's record said, as it was found. */
export function recordSaysPhrase({ previous, current, mode, commit, run }: RolloutRecord): Phrase {
  const how = mode === 'rollback' ? phrase`by a rollback` : phrase`by a rollout`;
  const of = commit === undefined ? phrase`` : phrase` (${commit.slice(0, 7)})`;
  const where = run === undefined ? phrase`` : phrase`, ${run}`;
  return previous === undefined
    ? phrase`it was created on ${current}${of}${where}`
    : phrase`${current} replaced ${previous}, ${how}${of}${where}`;
}

/** What became of the record, in the log. */
export function recordPhrases({ recorded, notRecorded }: Lifecycle): readonly Phrase[] {
  return [
    ...(recorded ? [recordLeftPhrase(recorded.record)] : []),
    ...(notRecorded ? notRecordedPhrases(notRecorded.problem) : []),
  ];
}

function recordLeftPhrase({ previous, current }: RolloutRecord): Phrase {
  return previous === undefined
    ? phrase`Recorded in the endpoint's tags: it was created on ${current}`
    : phrase`Recorded in the endpoint's tags: ${current} replaced ${previous}`;
}

/** Why no record was left: a remark. */
function notRecordedPhrases({ what, said, remedy }: Problem): readonly Phrase[] {
  return [
    phrase`No record was left in the endpoint's tags, so \`mode: rollback\` cannot roll back from here. ${what}`,
    ...(said ? [phrase`The error: ${said}`] : []),
    remedy,
  ];
}

/** The remark in the report; empty where a record was left, or none was due. */
export function notRecordedSection({ notRecorded }: Lifecycle): Markdown {
  return notRecorded ? md`${joined(notRecordedPhrases(notRecorded.problem), ' ')}` : nothing;
}

/** Alarms that are red before the endpoint goes back. */
export function alarmedPhrases({
  alarms,
  leftOut,
}: Pick<Extract<Event, { kind: 'alarmed' }>, 'alarms' | 'leftOut'>): readonly Phrase[] {
  const red = phrase`In ALARM already: ${listed(alarms)}. That does not stop a rollback.`;
  if (leftOut.length === 0) return [red];
  return [
    red,
    phrase`This update goes without ${listed(leftOut)}: SageMaker would roll it back at once.`,
  ];
}

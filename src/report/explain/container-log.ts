import { type ContainerEvidence, failingOrAll } from '../../domain/cause/container-evidence.ts';
import { lifecycleOf } from '../../domain/lifecycle.ts';
import { type Phrase, phrase } from '../../domain/text/phrase.ts';
import { logsUrl } from '../links.ts';
import type { ReportData } from '../report-data.ts';
import { timeOfDay } from '../time.ts';
import { keepsWatching, startSentence } from './container.ts';

/** What the newest reading of the logs adds to the step's own log, which is as public as a comment. */
export function containerPhrases(
  reportData: ReportData,
  evidence: ContainerEvidence,
): readonly Phrase[] {
  const { containerEvidence: before, outcome } = lifecycleOf(reportData.events.slice(0, -1));
  return [
    ...(outcome ? lastLinePhrases(evidence) : startPhrases(evidence, reportData)),
    ...(before?.unread ? [] : unreadPhrases(evidence)),
  ];
}

function startPhrases(
  evidence: ContainerEvidence,
  { region, request }: ReportData,
): readonly Phrase[] {
  const sentence = startSentence(evidence);
  if (!sentence) return [];
  return [sentence, keepsWatching, phrase`Logs: ${logsUrl(region, request.endpointName)}`];
}

/** Of each container, what everyone may see. */
function lastLinePhrases(evidence: ContainerEvidence): readonly Phrase[] {
  return failingOrAll(evidence).flatMap(({ stream, lines }) => {
    if (lines.length === 0) return [];
    const said = lines.map(({ at, text }) => phrase`${timeOfDay(at)}  ${text}`);
    return [phrase`Container ${stream} logged:`, ...said];
  });
}

function unreadPhrases({ unread }: ContainerEvidence): readonly Phrase[] {
  return unread
    ? [phrase`The logs of the containers could not be read. ${unread.what} ${unread.remedy}`]
    : [];
}

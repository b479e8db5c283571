import {
  type ContainerEvidence,
  type ExaminedContainer,
  failingOrAll,
  isSilent,
  type LogLine,
  worstOf,
} from '../../domain/cause/container-evidence.ts';
import { isStarting } from '../../domain/cause/new-containers.ts';
import type { Lifecycle } from '../../domain/lifecycle.ts';
import { fenced, link, type Markdown, md, together } from '../../domain/text/markdown.ts';
import { type Phrase, phrase } from '../../domain/text/phrase.ts';
import { isoTime } from '../../domain/time.ts';
import { nothing } from '../limit.ts';
import { logsUrl } from '../links.ts';
import type { ReportData } from '../report-data.ts';
import { fold } from '../table.ts';
import { timeOfDay } from '../time.ts';
import { conditionPhrase, keepsWatching, neverLogged, startSentence } from './container.ts';

/** Who reads the report: a comment is as public as the repository. */
export type Reader = 'comment' | 'summary';

/** More lines than these are folded. */
const mostLinesInSight = 8;

/** What the containers have logged that were started since the call, as far as the reader may see it. */
export function containerSection(
  reportData: ReportData,
  lifecycle: Lifecycle,
  reader: Reader,
): Markdown {
  const { containerEvidence: evidence, outcome } = lifecycle;
  if (!evidence || outcome?.kind === 'deployed') return nothing;
  const logs = link(phrase`the logs`, logsUrl(reportData.region, reportData.request.endpointName));
  if (!outcome) return soFar(evidence, logs, lifecycle);
  if (evidence.logGroup === 'missing') return md`**Containers:** ${neverLogged}`;
  const parts = [...found(evidence, logs, reader), ...unread(evidence)];
  return parts.length > 0 ? together(parts, '\n\n') : nothing;
}

function soFar(evidence: ContainerEvidence, logs: Markdown, lifecycle: Lifecycle): Markdown {
  const sentence = startSentence(evidence);
  if (!sentence) return nothing;
  const wait = isStarting(lifecycle) ? md`${keepsWatching} ` : nothing;
  return md`> [!WARNING]\n> ${sentence}\n>\n> ${wait}Look at ${logs}.`;
}

function found(evidence: ContainerEvidence, logs: Markdown, reader: Reader): readonly Markdown[] {
  if (isSilent(evidence)) {
    const silent = phrase`None that was started since the call has written a log line: no instance, no image or no permission are the usual reasons.`;
    return [md`**Containers:** ${silent}`];
  }
  const shown = failingOrAll(evidence).filter(
    (container) => container.condition !== 'no-failure' || linesFor(container, reader).length > 0,
  );
  if (shown.length === 0) return [];
  return [
    md`**Containers that were started since the call**`,
    ...shown.map((container) => containerPart(container, reader)),
    ...more(evidence),
    ...hidden(evidence, logs, reader),
  ];
}

function containerPart(container: ExaminedContainer, reader: Reader): Markdown {
  const { stream, startedAt, alike } = container;
  const others = alike > 0 ? phrase`, and ${alike} more in the same way` : phrase``;
  const title = phrase`${stream}, started at ${timeOfDay(startedAt)}, ${conditionPhrase(container)}${others}`;
  const lines = linesFor(container, reader);
  if (lines.length === 0) return md`${title}.`;
  const block = fenced(lines.map(textOf).join('\n'), 'text');
  return lines.length > mostLinesInSight ? fold(title, block) : md`${title}:\n\n${block}`;
}

function linesFor({ lines, summaryLines }: ExaminedContainer, reader: Reader): readonly LogLine[] {
  return reader === 'summary' && lines.length === 0 ? summaryLines : lines;
}

function textOf({ at, text, times }: LogLine): string {
  const again = times > 1 ? ` (seen ${times} times)` : '';
  return `${isoTime(at).slice(11, 19)}  ${text}${again}`;
}

function more({ more: count }: ContainerEvidence): readonly Markdown[] {
  if (count === 0) return [];
  return [md`… and ${count === 1 ? phrase`1 more` : phrase`${count} more`}.`];
}

/** Where the lines are that this reader does not see. */
function hidden(evidence: ContainerEvidence, logs: Markdown, reader: Reader): readonly Markdown[] {
  if (worstOf(evidence) === 'no-failure') return [];
  if (evidence.shownTo === 'summary' && reader === 'comment') {
    const words: Phrase = phrase`The lines are in the job summary: they may hold what requests have sent.`;
    return [md`${words}`];
  }
  if (evidence.shownTo !== 'no-one') return [];
  return [
    md`${phrase`The lines are not shown, because the repository is public or GitHub does not say that it is not (\`show-logs\`).`} Look at ${logs}.`,
  ];
}

function unread({ unread: problem }: ContainerEvidence): readonly Markdown[] {
  return problem
    ? [md`**Containers:** The logs could not be read. ${problem.what} ${problem.remedy}`]
    : [];
}

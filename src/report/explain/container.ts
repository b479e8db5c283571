import type { ContainerCause, FailedContainer } from '../../domain/cause/kinds.ts';
import type { Lifecycle } from '../../domain/lifecycle.ts';
import type { Markdown } from '../../domain/text/markdown.ts';
import { type Phrase, phrase } from '../../domain/text/phrase.ts';
import { nothing } from '../limit.ts';
import type { ReportData } from '../report-data.ts';

/** What became of the container, in one sentence. */
export function containerSentence({ how, failure }: ContainerCause): Phrase {
  const line = failure ? phrase` ${failureSentence(failure)}` : phrase``;
  switch (how) {
    case 'not-ready':
      return phrase`The container did not pass its health check.${line}`;
    case 'not-started':
      return phrase`The container did not start.${line}`;
    case 'image':
      return phrase`The image of the container could not be used.${line}`;
    case 'log':
      return phrase`A container failed.${line}`;
  }
}

/** The line that tells of the failure. */
export function failureSentence({ stream, line }: FailedContainer): Phrase {
  return phrase`Container ${stream} logged: ${line.text}`;
}

/** What the containers have logged: nothing so far. */
export function containerSection(_reportData: ReportData, _lifecycle: Lifecycle): Markdown {
  return nothing;
}

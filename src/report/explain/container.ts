import {
  type Condition,
  type ContainerEvidence,
  type ExaminedContainer,
  worstOf,
} from '../../domain/cause/container-evidence.ts';
import type { ContainerCause, FailedContainer } from '../../domain/cause/kinds.ts';
import { tellingLine } from '../../domain/cause/log-lines.ts';
import { own, type Phrase, phrase } from '../../domain/text/phrase.ts';

/** What became of the container, in one sentence. */
export function containerSentence({ how, failure }: ContainerCause): Phrase {
  const line = failure ? phrase` ${failureSentence(failure)}` : phrase``;
  switch (how) {
    case 'not-ready':
      return phrase`The container did not pass its health check.${line}`;
    case 'not-started':
      return phrase`The container did not start.${line}`;
    case 'image':
    case 'image-too-large':
      return phrase`The image of the container could not be used.${line}`;
    case 'log':
      return phrase`A container failed.${line}`;
  }
}

/** The line that tells of the failure, where every reader may see it. */
export function failureSentence({ stream, condition, line }: FailedContainer): Phrase {
  if (line) return phrase`Container ${stream} logged: ${line.text}`;
  return condition === 'died'
    ? phrase`The log of container ${stream} says that it died.`
    : phrase`Container ${stream} logged failures.`;
}

/** No one has ever found a line of this endpoint. */
export const neverLogged = phrase`No container of this endpoint has ever written a log line: the image, its platform or the role's permission for logs are the usual reasons.`;

/** What a container that starts tells while it is watched; undefined where nothing is wrong with any. */
export function startSentence(evidence: ContainerEvidence): Phrase | undefined {
  const condition = worstOf(evidence);
  if (condition === 'no-failure') return undefined;
  const line = tellingLine(evidence.containers.flatMap(({ lines }) => lines));
  const said = line ? phrase`: ${line.text}` : phrase`.`;
  const what = condition === 'died' ? 'died at start' : 'logs failures while it starts';
  return phrase`A container that was started since the call ${own(what)}${said}`;
}

/** What becomes of a rollout whose container dies at start: it is told, and not stopped. */
export const keepsWatching = phrase`SageMaker may take up to an hour to give up. This run keeps watching.`;

const conditions: Readonly<Record<Condition, Phrase>> = {
  died: phrase`died`,
  failing: phrase`logged failures`,
  'no-failure': phrase`logged no failure that is recognized`,
};

export function conditionPhrase({ condition }: ExaminedContainer): Phrase {
  return conditions[condition] ?? phrase``;
}

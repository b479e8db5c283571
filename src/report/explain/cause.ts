import type {
  AlarmCause,
  CapacityCause,
  Cause,
  ContainerCause,
  UnknownCause,
} from '../../domain/cause/kinds.ts';
import type { Lifecycle } from '../../domain/lifecycle.ts';
import type { Reason } from '../../domain/outcome.ts';
import { quotaMessage } from '../../domain/quota.ts';
import { listed, own, type Phrase, phrase } from '../../domain/text/phrase.ts';
import { reasonPhrase, supersededPhrase } from '../reason.ts';
import type { ReportData } from '../report-data.ts';
import { stagePhrase, waitedForPhrase } from '../stage.ts';
import { alarmSentence } from './alarm.ts';
import { containerSentence, failureSentence } from './container.ts';

/** The cause as the box, the log and the output `report` say it. */
export function causeSentence(cause: Cause, reportData: ReportData, lifecycle: Lifecycle): Phrase {
  const { source } = cause;
  switch (source.kind) {
    case 'error':
      return source.problem.what;
    case 'reason':
      return byReason(cause, source.words, reportData);
    case 'evidence':
    case 'run':
      return bySight(cause, reportData, lifecycle);
  }
}

/** SageMaker's own words, unless ours say more: when, which type, how many. */
function byReason(cause: Cause, text: string, { region }: ReportData): Phrase {
  const said = reasonPhrase({ kind: 'given', text });
  switch (cause.kind) {
    case 'alarm':
      return alarmSentence(cause);
    case 'capacity':
      return capacitySentence(cause, text, region);
    case 'quota':
      return cause.quota ? quotaMessage(cause.quota, phrase`the new fleet in ${region}`) : said;
    case 'container':
      return cause.failure ? phrase`${said} ${failureSentence(cause.failure)}` : said;
    default:
      return said;
  }
}

function capacitySentence({ instanceTypes }: CapacityCause, text: string, region: string): Phrase {
  const types = instanceTypes.length > 0 ? listed(instanceTypes) : phrase`these instances`;
  const word = 'InsufficientInstanceCapacity';
  const named = text.includes(word) ? phrase` (${own(word)})` : phrase``;
  return phrase`AWS had no capacity for ${types} in ${region}${named}.`;
}

/** What the run, or what was examined after it, has seen. */
function bySight(cause: Cause, { request }: ReportData, lifecycle: Lifecycle): Phrase {
  const reason = reasonIn(lifecycle);
  switch (cause.kind) {
    case 'alarm':
    case 'container':
      return phrase`${seenSentence(cause)} ${unsaid(reason)}`;
    case 'timeout':
    case 'cancelled':
      return waited(lifecycle);
    case 'superseded':
      return cause.how === 'created-again'
        ? phrase`It is no longer the endpoint that this run updated: how that one ended is not known.`
        : supersededPhrase(request.endpointConfigName, lifecycle.latest?.configName);
    case 'smoke-test':
      return reasonPhrase({ kind: 'smoke-test', smokeResults: cause.smokeResults });
    case 'unknown':
      return unknownSentence(cause, reason);
    default:
      return phrase`This rollout would be stopped: nothing would be changed.`;
  }
}

function reasonIn({ outcome }: Lifecycle): Reason {
  return outcome && 'reason' in outcome ? outcome.reason : { kind: 'none' };
}

function seenSentence(cause: AlarmCause | ContainerCause): Phrase {
  return cause.kind === 'alarm' ? alarmSentence(cause) : containerSentence(cause);
}

function unsaid({ kind }: Reason): Phrase {
  return kind === 'same-as-before'
    ? phrase`SageMaker gave no new reason.`
    : phrase`SageMaker gave no reason.`;
}

/** For what the run waited, or where it stood when it was stopped. */
function waited(lifecycle: Lifecycle): Phrase {
  const { outcome } = lifecycle;
  if (outcome?.kind !== 'timed-out' && outcome?.kind !== 'cancelled') return phrase``;
  const [others] = waitedForPhrase(lifecycle, outcome.stage);
  return others ?? stagePhrase(outcome.stage, lifecycle);
}

function unknownSentence({ contradiction }: UnknownCause, reason: Reason): Phrase {
  if (!contradiction) return reasonPhrase(reason);
  const { words, evidence } = contradiction;
  return phrase`The cause is not known. ${seenSentence(evidence)} ${unsaid(reason)} The text that was there before this rollout says something else: ${words}`;
}

import type {
  CapacityCause,
  Cause,
  PermissionCause,
  Sourced,
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
  if (cause.source.kind === 'error') return cause.source.problem.what;
  const reason = reasonIn(lifecycle);
  const sentence = sentenceOf(cause, reportData, lifecycle);
  switch (cause.source.kind) {
    case 'reason':
      return saysMore(cause) ? sentence : inWordsOfSageMaker(cause, cause.source.words);
    case 'evidence':
      return phrase`${sentence} ${unsaid[reason?.kind === 'same-as-before' ? reason.kind : 'none']}`;
    case 'run':
      return sentence;
  }
}

const unsaid = {
  none: phrase`SageMaker gave no reason.`,
  'same-as-before': phrase`SageMaker gave no new reason.`,
} as const;

/** Whether our sentence names more than SageMaker's reason does: when, which type, how many. */
function saysMore(cause: Cause): boolean {
  return (
    cause.kind === 'alarm' || cause.kind === 'capacity' || (cause.kind === 'quota' && !!cause.quota)
  );
}

/** What its log adds is said too. */
function inWordsOfSageMaker(cause: Cause, text: string): Phrase {
  const said = reasonPhrase({ kind: 'given', text });
  return cause.kind === 'container' && cause.failure
    ? phrase`${said} ${failureSentence(cause.failure)}`
    : said;
}

function reasonIn({ outcome }: Lifecycle): Reason | undefined {
  return outcome && 'reason' in outcome ? outcome.reason : undefined;
}

function sentenceOf(cause: Cause, reportData: ReportData, lifecycle: Lifecycle): Phrase {
  const { outcome } = lifecycle;
  switch (cause.kind) {
    case 'alarm':
      return alarmSentence(cause);
    case 'container':
      return containerSentence(cause);
    case 'capacity':
      return capacitySentence(cause, reportData);
    case 'quota':
      return quotaMessage(cause.quota, phrase`the new fleet in ${reportData.region}`);
    case 'model-data':
      return cause.object === undefined
        ? phrase`SageMaker could not use the model data.`
        : phrase`SageMaker could not use the model data ${cause.object}.`;
    case 'permission':
      return permissionSentence(cause);
    case 'timeout':
    case 'cancelled':
      return waited(lifecycle);
    case 'superseded':
      return cause.how === 'created-again'
        ? phrase`It is no longer the endpoint that this run updated: how that one ended is not known.`
        : supersededPhrase(reportData.request.endpointConfigName, lifecycle.latest?.configName);
    case 'smoke-test':
      return reasonPhrase({ kind: 'smoke-test', smokeResults: cause.smokeResults });
    case 'unknown':
      return unknownSentence(cause, reasonIn(lifecycle));
    case 'throttled':
    case 'input':
    case 'preflight':
    case 'other': {
      const reason = reasonIn(lifecycle);
      if (reason && outcome?.kind !== 'planned') return reasonPhrase(reason);
      return phrase`This rollout would be stopped: nothing would be changed.`;
    }
  }
}

/** For what the run waited, or where it stood when it was stopped. */
function waited(lifecycle: Lifecycle): Phrase {
  const { outcome } = lifecycle;
  if (outcome?.kind !== 'timed-out' && outcome?.kind !== 'cancelled') return phrase``;
  const [others] = waitedForPhrase(lifecycle, outcome.stage);
  return others ?? stagePhrase(outcome.stage, lifecycle);
}

function capacitySentence(
  { instanceTypes, source }: CapacityCause & Sourced,
  { region }: ReportData,
): Phrase {
  const types = instanceTypes.length > 0 ? listed(instanceTypes) : phrase`these instances`;
  const word = 'InsufficientInstanceCapacity';
  const isNamed = source.kind === 'reason' && source.words.includes(word);
  return phrase`AWS had no capacity for ${types} in ${region}${isNamed ? phrase` (${own(word)})` : phrase``}.`;
}

function permissionSentence({ of, denial: { action, resource, principal } }: PermissionCause) {
  const who = principal === undefined ? phrase`The execution role` : phrase`${principal}`;
  const on = resource === undefined ? phrase`` : phrase` on ${resource}`;
  switch (of) {
    case 'call':
      return phrase`${who} may not perform ${action ?? phrase`a call`}${on}.`;
    case 'image':
      return phrase`${who} may not pull the image${resource === undefined ? phrase`` : phrase` ${resource}`}.`;
    case 'key':
      return phrase`The key${resource === undefined ? phrase`` : phrase` ${resource}`} cannot be used.`;
    case 'role':
      return phrase`SageMaker cannot assume the execution role${resource === undefined ? phrase`` : phrase` ${resource}`}.`;
    case 'credentials':
      return phrase`AWS does not accept the credentials of this job.`;
  }
}

function unknownSentence({ contradiction }: UnknownCause, reason: Reason | undefined): Phrase {
  if (!contradiction) return reasonPhrase(reason ?? { kind: 'none' });
  const { words, evidence } = contradiction;
  const seen = evidence.kind === 'alarm' ? alarmSentence(evidence) : containerSentence(evidence);
  return phrase`The cause is not known. ${seen} SageMaker gave no new reason, and the text that was there before this rollout says something else: ${words}`;
}

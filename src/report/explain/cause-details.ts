import type {
  Cause,
  ContainerCause,
  PermissionCause,
  Source,
  UnknownCause,
} from '../../domain/cause/kinds.ts';
import type { SmokeResult } from '../../domain/smoke-test.ts';
import { inLog } from '../../domain/text/log.ts';
import { type Phrase, phrase } from '../../domain/text/phrase.ts';
import { withoutUrlSecrets } from '../../domain/text/url.ts';
import { isoTime } from '../../domain/time.ts';
import { resultPhrase } from '../smoke-result.ts';
import { alarmDetails } from './alarm-details.ts';

/** The cause as the output `report` has it: docs/report.md. */
export function causeDetails(cause: Cause, sentence: Phrase): object {
  const { kind, source } = cause;
  return { kind, sentence: inLog(sentence), source: sourceNames[source.kind], ...details(cause) };
}

const sourceNames: Readonly<Record<Source['kind'], string>> = {
  reason: 'sagemaker',
  error: 'error',
  evidence: 'evidence',
  run: 'run',
};

function details(cause: Cause): object {
  switch (cause.kind) {
    case 'alarm':
      return { alarms: cause.alarms.map(alarmDetails), contradicted: cause.isContradicted };
    case 'container':
      return containerDetails(cause);
    case 'model-data':
      return { how: cause.how, object: foreign(cause.object) };
    case 'capacity':
      return { 'instance-types': cause.instanceTypes };
    case 'quota':
      return { quota: cause.quota ?? null };
    case 'permission':
      return permissionDetails(cause);
    case 'timeout':
      return { 'waited-for': cause.waitedFor, seconds: cause.seconds };
    case 'smoke-test':
      return { requests: cause.smokeResults.map(requestDetails) };
    case 'superseded':
      return { by: cause.by, how: cause.how };
    case 'cancelled':
      return { stage: cause.stage };
    case 'preflight':
      return { findings: cause.findings };
    case 'input':
    case 'other':
      return { code: cause.code ?? null };
    case 'unknown':
      return unknownDetails(cause);
    case 'throttled':
      return {};
  }
}

/** The member `smoke-test` of the report has the rest. */
function requestDetails(smokeResult: SmokeResult): object {
  const { name, variant } = smokeResult;
  return { name, variant: variant ?? null, why: inLog(resultPhrase(smokeResult)) };
}

function containerDetails({ how, failure }: Omit<ContainerCause, 'kind'>): object {
  return {
    how,
    stream: failure?.stream ?? null,
    line: foreign(failure?.line?.text),
    'logged-at': failure?.line ? isoTime(failure.line.at) : null,
  };
}

function permissionDetails({ of, denial }: PermissionCause): object {
  const { action = null, resource = null, principal = null } = denial;
  return { of, action, resource, principal, policy: denial.policy ?? null };
}

function unknownDetails({ code, contradiction }: UnknownCause): object {
  if (!contradiction) return { code: code ?? null, contradiction: null };
  const { words, evidence } = contradiction;
  const seen =
    evidence.kind === 'alarm'
      ? { kind: evidence.kind, alarms: evidence.alarms.map(alarmDetails) }
      : { kind: evidence.kind, ...containerDetails(evidence) };
  return { code: code ?? null, contradiction: { sagemaker: foreign(words), evidence: seen } };
}

/** A text from elsewhere, as it came, but for what URLs carry. */
function foreign(text: string | undefined): string | null {
  return text === undefined ? null : inLog(phrase`${withoutUrlSecrets(text)}`);
}

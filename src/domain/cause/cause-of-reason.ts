import type { Lifecycle } from '../lifecycle.ts';
import type { Reason } from '../outcome.ts';
import { wasInAlarm } from './alarm-evidence.ts';
import { isSilent } from './container-evidence.ts';
import type {
  AlarmCause,
  Cause,
  ContainerCause,
  NamedAlarm,
  Source,
  Sourced,
  UnknownCause,
} from './kinds.ts';
import { causeInWords, type WordedCause } from './reason-words.ts';
import { evidenceOfAlarms, evidenceOfContainers } from './told-by-evidence.ts';

/** What is known beside SageMaker's reason. */
export interface Known {
  readonly lifecycle: Lifecycle;
  /** Those that roll this deployment back. */
  readonly alarms: readonly string[];
  /** Of the new configuration. */
  readonly instanceTypes: readonly string[];
}

/**
 * Why an update or a creation did not end well. A reason that SageMaker gives for it is believed whatever
 * else is seen; one that may be an earlier rollout's, only where the evidence tells the same.
 */
export function causeOfReason(reason: Reason, known: Known): Cause {
  switch (reason.kind) {
    case 'smoke-test':
      return { kind: 'smoke-test', source: { kind: 'run' }, smokeResults: reason.smokeResults };
    case 'given':
      return given(reason.text, known);
    case 'same-as-before':
      return sameAsBefore(reason.text, known);
    case 'none': {
      const evidence = evidenceIn(known);
      return evidence ? { ...evidence, source: { kind: 'evidence' } } : unknown;
    }
  }
}

const unknown: UnknownCause & Sourced = {
  kind: 'unknown',
  source: { kind: 'run' },
  code: undefined,
  contradiction: undefined,
};

function given(words: string, known: Known): Cause {
  const source: Source = { kind: 'reason', words };
  const told = completed(words, known);
  if (told) return { ...told, source };
  const container = evidenceOfContainers(known.lifecycle);
  return container ? { ...container, source } : { kind: 'other', source, code: undefined };
}

function sameAsBefore(words: string, known: Known): Cause {
  const evidence = evidenceIn(known);
  if (!evidence) return unknown;
  const told = completed(words, known);
  const agree = !told || isSame(told, evidence);
  if (agree) return { ...evidence, source: { kind: 'evidence' } };
  return { ...unknown, contradiction: { words, evidence } };
}

function isSame(told: WordedCause, evidence: AlarmCause | ContainerCause): boolean {
  if (told.kind !== 'alarm' || evidence.kind !== 'alarm') return told.kind === evidence.kind;
  return evidence.alarms.some(({ name }) => told.alarms.some((other) => other.name === name));
}

/**
 * Before the new fleet has taken any traffic, no alarm tells of it; afterwards an alarm is what SageMaker
 * rolls back on.
 */
function evidenceIn({ lifecycle }: Known): AlarmCause | ContainerCause | undefined {
  const alarm = evidenceOfAlarms(lifecycle);
  const container = evidenceOfContainers(lifecycle);
  const hadTraffic = lifecycle.phases.some(({ traffic }) => (traffic?.newInstances ?? 0) > 0);
  return hadTraffic ? (alarm ?? container) : (container ?? alarm);
}

/** What the words tell, with what else is known of it. */
function completed(words: string, known: Known): WordedCause | undefined {
  const told = causeInWords(words);
  switch (told?.kind) {
    case 'alarm':
      return alarmCause(namesIn(words, known.alarms) ?? told.alarms.map(({ name }) => name), known);
    case 'capacity':
      return told.instanceTypes.length > 0 ? told : { ...told, instanceTypes: known.instanceTypes };
    case 'container':
      return {
        ...told,
        isSilent: isSilent(known.lifecycle.containerEvidence),
        failure: evidenceOfContainers(known.lifecycle)?.failure,
      };
    default:
      return told;
  }
}

function alarmCause(names: readonly string[], { lifecycle }: Known): AlarmCause {
  const evidence = lifecycle.alarmEvidence;
  const alarms = names.map((name): NamedAlarm => {
    const examined = evidence?.alarms.find((alarm) => alarm.name === name);
    return { name, examined };
  });
  const isContradicted =
    evidence?.unread.length === 0 &&
    alarms.every(({ examined }) => examined && !wasInAlarm(examined));
  return { kind: 'alarm', alarms, isContradicted };
}

/** The deployment's alarms that the words name, each as a whole; undefined: none of them. */
function namesIn(words: string, alarms: readonly string[]): readonly string[] | undefined {
  const listed = /\[(.*)\]/s.exec(words)?.[1] ?? words;
  const isNamed = (name: string) => {
    const index = `,${listed},`.replaceAll(/,\s*/g, ',');
    return index.includes(`,${name.replaceAll(/,\s*/g, ',')},`);
  };
  const named = alarms.filter(isNamed);
  return named.length > 0 ? named : undefined;
}

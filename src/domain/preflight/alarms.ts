import type { Alarm } from '../alarms/alarm.ts';
import { alarmsOf } from '../deployment-config.ts';
import { isServerless, productionVariantsOf } from '../endpoint-config.ts';
import { own, type Phrase, phrase } from '../text/phrase.ts';
import { misplacedAlarms } from './alarm-rules.ts';
import { deploymentOf, type Facts, goesBack, isCreation } from './facts.ts';
import { type Finding, notChecked } from './finding.ts';
import { deploymentInput } from './written.ts';

/**
 * SageMaker looks alarms up by name, in the endpoint's account and region. What it does with one
 * that does not exist is unpublished; it cannot guard anything.
 */
export function alarmsExist(facts: Facts): readonly Finding[] {
  const { alarms } = facts;
  const id = 'alarm-exists';
  const hidden = Object.entries(alarms).flatMap(([name, alarm]) =>
    alarm.kind === 'not-readable' ? [{ name, problem: alarm.problem }] : [],
  );
  const [first] = hidden;
  const names = hidden.map(({ name }) => name);
  const unknown = phrase`Whether these alarms exist, and whether one is in ALARM now, is not known.`;
  const missing = Object.keys(alarms).filter((name) => alarms[name]?.kind === 'missing');
  return [
    ...missing.map(
      (name): Finding => ({
        id,
        level: 'error',
        seen: phrase`There is no alarm ${name}, neither metric nor composite.`,
        why: phrase`An alarm that does not exist rolls nothing back.`,
        remedy: phrase`Fix its name in ${deploymentInput(facts, 'alarms')}: alarms must be in the endpoint's own account and region.`,
      }),
    ),
    ...(first ? [notChecked({ id, unknown }, names, first.problem)] : []),
  ];
}

/**
 * An alarm that is in ALARM already ends a deployment as soon as it has begun: seen. It may be why
 * someone goes back, and was left out then.
 */
export function noAlarmIsInAlarm(facts: Facts): readonly Finding[] {
  if (isCreation(facts) || goesBack(facts)) return [];
  return inState(facts, 'ALARM').map(([name, { kind }]) => ({
    id: 'alarm-in-alarm',
    level: 'error',
    seen: phrase`The ${own(kind)} alarm ${name} is in ALARM now.`,
    why: phrase`SageMaker would roll the deployment back at once.`,
    remedy: phrase`Find out why it is in ALARM. If this rollout is the fix, remove the alarm from ${deploymentInput(facts, 'alarms')}, or set \`preflight: warn\`.`,
  }));
}

/** Only the state ALARM rolls back; every new alarm starts with too little data. */
export function alarmsHaveData(facts: Facts): readonly Finding[] {
  const misplaced = misplacedAlarms(facts);
  return inState(facts, 'INSUFFICIENT_DATA')
    .filter(([name]) => !misplaced.includes(name))
    .map(([name, { kind }]) => ({
      id: 'alarm-without-data',
      level: 'remark',
      seen: phrase`The ${own(kind)} alarm ${name} has INSUFFICIENT_DATA.`,
      why: phrase`It rolls nothing back until it has data.`,
      remedy: phrase`No action needed if it is new or the endpoint has no traffic yet; otherwise check its metric and dimensions.`,
    }));
}

/**
 * Bakes wait for alarms and for nothing else.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-configuration.html
 */
export function bakesAreGuarded(facts: Facts): readonly Finding[] {
  const config = deploymentOf(facts);
  const kind = steppedKind(config?.BlueGreenUpdatePolicy?.TrafficRoutingConfiguration.Type);
  const stepped = config?.RollingUpdatePolicy ? phrase`rolling` : kind;
  if (!stepped || alarmsOf(config).length > 0 || isOfServerless(facts)) return [];
  return [
    {
      id: 'bakes-guarded',
      level: 'warning',
      seen: phrase`The rollout is ${stepped}, and no alarm watches it.`,
      why: phrase`Its bakes protect nothing: only an alarm can roll back an instance that starts and then answers wrongly.`,
      remedy: phrase`Name alarms in ${deploymentInput(facts, 'alarms')}, on errors and latency of the endpoint for instance.`,
    },
  ];
}

/** No alarm guards a serverless endpoint: another rule says so. */
function isOfServerless({ config }: Facts): boolean {
  return config.kind === 'found' && productionVariantsOf(config.value).some(isServerless);
}

function steppedKind(type: string | undefined): Phrase | undefined {
  if (type === 'CANARY') return phrase`a canary`;
  return type === 'LINEAR' ? phrase`linear` : undefined;
}

function inState({ alarms }: Facts, state: string): readonly (readonly [string, Alarm])[] {
  return Object.entries(alarms).flatMap(([name, alarm]) =>
    alarm.kind === 'found' && alarm.value.state === state ? [[name, alarm.value] as const] : [],
  );
}

import { planFor } from './plan.ts';
import { alarmsProtect, childAlarmsAreRead } from './preflight/alarm-rules.ts';
import {
  alarmsExist,
  alarmsHaveData,
  bakesAreGuarded,
  noAlarmIsInAlarm,
} from './preflight/alarms.ts';
import { commitIsNotOlder } from './preflight/commits.ts';
import { credentialsOutlastTheRollout } from './preflight/credentials.ts';
import {
  endpointConfigExists,
  endpointExists,
  modelsExist,
  servingConfigExists,
  stateAllowsAnUpdate,
} from './preflight/existence.ts';
import type { Facts } from './preflight/facts.ts';
import type { Finding } from './preflight/finding.ts';
import {
  lastDeploymentDidNotGoBack,
  lastDeploymentHeld,
  lastDeploymentIsKnown,
} from './preflight/history.ts';
import { countsAndWeightsAreKnown, exclusionsAreSupported } from './preflight/kept.ts';
import { kindsSuit } from './preflight/kinds.ts';
import {
  imagesAndDataAreHere,
  imagesAreNamedByDigest,
  imagesComeFromEcr,
  networksAreKept,
  newModelsHaveRoles,
} from './preflight/new-models.ts';
import { otherToolsKnow } from './preflight/ownership.ts';
import {
  packagesAreApproved,
  packagesAreComplete,
  packagesSupportTheInstances,
} from './preflight/packages.ts';
import { valuesAreFilledIn } from './preflight/placeholders.ts';
import {
  scalingCanBeRead,
  scalingCanBeSaved,
  scalingIsOffMeanwhile,
  scalingIsWaitedFor,
  scalingOfRemovedVariantsEnds,
  stepScalingKeepsItsAlarms,
} from './preflight/scaling.ts';
import {
  fleetCanBeDivided,
  rollingHasInstances,
  rollingHasOneVariant,
  sizesAreWholeInstances,
  sizesSuitTheFleet,
} from './preflight/sizes.ts';
import { smokeTestSuits } from './preflight/smoke-test.ts';
import {
  waitsFitTheLimit,
  worstCaseFitsTheJob,
  worstCaseFitsTheWatch,
} from './preflight/timing.ts';
import { serverlessHasNoGuards, somethingStarts } from './preflight/unguarded.ts';
import {
  inf1KeepsItsGuards,
  liveInstancesStay,
  marketplaceKeepsItsGuards,
  variantNamesStay,
  variantsHaveModels,
} from './preflight/variants.ts';
import type { PreflightMode } from './request.ts';

const rules: readonly ((facts: Facts) => readonly Finding[])[] = [
  endpointExists,
  stateAllowsAnUpdate,
  commitIsNotOlder,
  endpointConfigExists,
  servingConfigExists,
  modelsExist,
  newModelsHaveRoles,
  imagesComeFromEcr,
  imagesAndDataAreHere,
  networksAreKept,
  imagesAreNamedByDigest,
  packagesAreApproved,
  packagesAreComplete,
  packagesSupportTheInstances,
  kindsSuit,
  alarmsExist,
  noAlarmIsInAlarm,
  alarmsHaveData,
  bakesAreGuarded,
  alarmsProtect,
  childAlarmsAreRead,
  serverlessHasNoGuards,
  sizesSuitTheFleet,
  sizesAreWholeInstances,
  fleetCanBeDivided,
  rollingHasOneVariant,
  rollingHasInstances,
  variantNamesStay,
  inf1KeepsItsGuards,
  marketplaceKeepsItsGuards,
  variantsHaveModels,
  liveInstancesStay,
  countsAndWeightsAreKnown,
  somethingStarts,
  scalingIsOffMeanwhile,
  scalingCanBeRead,
  scalingCanBeSaved,
  scalingOfRemovedVariantsEnds,
  scalingIsWaitedFor,
  stepScalingKeepsItsAlarms,
  waitsFitTheLimit,
  worstCaseFitsTheJob,
  worstCaseFitsTheWatch,
  credentialsOutlastTheRollout,
  lastDeploymentHeld,
  lastDeploymentIsKnown,
  lastDeploymentDidNotGoBack,
  smokeTestSuits,
  valuesAreFilledIn,
  otherToolsKnow,
  exclusionsAreSupported,
];

/**
 * Everything that there is to say before anything is created or updated. Where nothing is going
 * to be (the configuration serves already, or is being rolled out), there is nothing to say.
 */
export function preflight(facts: Facts): readonly Finding[] {
  const { endpoint, request } = facts;
  if (endpoint.kind === 'found') {
    const { kind } = planFor(request.endpointConfigName, endpoint.value);
    if (kind === 'unchanged' || kind === 'join') return [];
  }
  return rules.flatMap((rule) => rule(facts));
}

/** The findings that stop the rollout. */
export function blocking(findings: readonly Finding[], mode: PreflightMode): readonly Finding[] {
  return mode === 'enforce' ? findings.filter(({ level }) => level === 'error') : [];
}

/** The errors that were overridden: the report says so. */
export function overridden(findings: readonly Finding[], mode: PreflightMode): readonly Finding[] {
  return mode === 'warn' ? findings.filter(({ level }) => level === 'error') : [];
}

import { inFlightOf } from '../domain/endpoint.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Stage } from '../domain/outcome.ts';
import type { RolloutRequest } from '../domain/request.ts';
import { createsEndpoint, isWaitingForOthers } from '../domain/stage.ts';
import { listed, own, type Phrase, phrase } from '../domain/text/phrase.ts';

/** An update of an endpoint, or its creation, which no bakes and alarms guard and which has no rollback. */
function workOf(account: Lifecycle): Phrase {
  return own(createsEndpoint(account) ? 'creation' : 'update');
}

/** Where a run stood when it ended without a verdict. */
export function stagePhrase(stage: Stage, account: Lifecycle): Phrase {
  const work = workOf(account);
  switch (stage) {
    case 'not-known':
      return phrase`How far the run had come is not known: an update may be running.`;
    case 'nothing-requested':
      if (account.deletedComponents.length > 0) return componentsPhrase(account);
      return phrase`No ${work} was requested: this run has changed nothing.`;
    case 'perhaps-requested':
      return phrase`The ${work} was sent, but SageMaker has not confirmed it: it may be running.`;
    case 'update-running':
      return createsEndpoint(account)
        ? phrase`The creation continues in SageMaker. No alarm guards it, and there is nothing to roll back to.`
        : phrase`The update continues in SageMaker, with its bakes, alarms and automatic rollback.`;
    case 'rolling-back':
      return phrase`SageMaker is rolling the update back: the rollback continues in SageMaker.`;
    case 'replacing':
      return phrase`The failed endpoint was deleted, and the creation of the new one was not requested: there is no endpoint until it is created.`;
    case 'deletion-perhaps-requested':
      return phrase`The deletion was sent, but SageMaker has not confirmed it: the endpoint may be being deleted.`;
    case 'deleting':
      return replaces(account)
        ? phrase`SageMaker goes on deleting the failed endpoint. The creation of the new one was not requested.`
        : phrase`SageMaker goes on deleting the endpoint.`;
    case 'smoke-testing':
      return phrase`The requested configuration serves, but its smoke test did not finish.`;
    case 'smoke-rollback-due':
      return phrase`The smoke test failed, and the configuration that failed it serves.`;
    case 'smoke-rollback-perhaps-requested':
      return phrase`The smoke test failed. The rollback was sent, but SageMaker has not confirmed it: it may be running.`;
    case 'smoke-rollback':
      return phrase`The smoke test failed. The rollback has not ended in SageMaker.`;
  }
}

/** What a run of the same job does about it. */
export function rerunPhrase(stage: Stage, account: Lifecycle): Phrase {
  switch (stage) {
    case 'nothing-requested':
      return phrase`Re-run this job: it starts from the beginning.`;
    case 'not-known':
    case 'perhaps-requested':
    case 'update-running':
    case 'rolling-back':
      return phrase`Re-run this job: it picks up ${article(account)} that is still running, and reports how it ends.`;
    case 'replacing':
      return phrase`Re-run this job: it creates the endpoint.`;
    case 'deletion-perhaps-requested':
    case 'deleting':
      if (replaces(account)) {
        return phrase`Re-run this job: it waits until the failed endpoint is deleted, and creates it again.`;
      }
      return phrase`Re-run this job: it waits until the endpoint is deleted, and deletes what this action created for it.`;
    case 'smoke-testing':
      return phrase`Re-run this job: it smoke-tests what serves already.`;
    case 'smoke-rollback-due':
    case 'smoke-rollback-perhaps-requested':
    case 'smoke-rollback':
      return phrase`Check the endpoint, and do not simply re-run this job: it would roll the same configuration out again.`;
  }
}

/** What went with a failed endpoint, or before it. */
export function componentsPhrase({ deletedComponents }: Lifecycle): Phrase {
  return phrase`The deletion of the endpoint's inference components was requested: ${listed(deletedComponents)}.`;
}

/** Whether a deletion is that of a failed endpoint, which is to be created again. */
function replaces({ plan }: Lifecycle): boolean {
  return plan?.plan === 'replace';
}

/** The same where the watch itself has failed. */
export function rerunToFindOut(stage: Stage, account: Lifecycle): Phrase {
  const mayRun: readonly Stage[] = [
    'not-known',
    'perhaps-requested',
    'update-running',
    'rolling-back',
  ];
  return mayRun.includes(stage)
    ? phrase`Re-run this job to find out: it picks up ${article(account)} that is still running.`
    : rerunPhrase(stage, account);
}

function article(account: Lifecycle): Phrase {
  return own(createsEndpoint(account) ? 'a creation' : 'an update');
}

/** What it waited for, by its name where SageMaker tells one. */
export function waitedForPhrase(account: Lifecycle, stage: Stage): readonly Phrase[] {
  const { latest } = account;
  if (!latest || !isWaitingForOthers(account, stage)) return [];
  const { status, configName } = inFlightOf(latest);
  return [
    configName === undefined
      ? phrase`It waited for the endpoint, which is still ${status}; SageMaker names no configuration that is being rolled out.`
      : phrase`It waited for the update to ${configName}, which is still ${status}.`,
  ];
}

export function waitedForNext({ waitTimeoutSeconds }: RolloutRequest): {
  readonly steps: readonly Phrase[];
  readonly rerun: Phrase;
} {
  const longer = phrase` If it just takes longer, raise \`wait-timeout\`.`;
  return {
    steps: [
      phrase`Find out in the SageMaker console why the endpoint does not settle; no call stops an update.${waitTimeoutSeconds === undefined ? phrase`` : longer}`,
    ],
    rerun: phrase`Re-run this job when the endpoint is InService.`,
  };
}

import type { Stage } from '../domain/outcome.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** Where a run stood when it ended without a verdict. */
export function stagePhrase(stage: Stage): Phrase {
  switch (stage) {
    case 'not-known':
      return phrase`How far the run had come is not known: an update may be running.`;
    case 'nothing-requested':
      return phrase`No update was requested: this run has changed nothing.`;
    case 'perhaps-requested':
      return phrase`The update was sent, but SageMaker has not confirmed it: it may be running.`;
    case 'update-running':
      return phrase`The update continues in SageMaker, with its bakes, alarms and automatic rollback.`;
    case 'rolling-back':
      return phrase`SageMaker is rolling the update back: the rollback continues in SageMaker.`;
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
export function rerunPhrase(stage: Stage): Phrase {
  switch (stage) {
    case 'not-known':
    case 'nothing-requested':
    case 'perhaps-requested':
    case 'update-running':
    case 'rolling-back':
      return phrase`Re-run this job: it picks up an update that is still running, and reports how it ends.`;
    case 'smoke-testing':
      return phrase`Re-run this job: it smoke-tests what serves already.`;
    case 'smoke-rollback-due':
    case 'smoke-rollback-perhaps-requested':
    case 'smoke-rollback':
      return phrase`Check the endpoint, and do not simply re-run this job: it would roll the same configuration out again.`;
  }
}

/** The same where the watch itself has failed. */
export function rerunToFindOut(stage: Stage): Phrase {
  const mayRun: readonly Stage[] = [
    'not-known',
    'perhaps-requested',
    'update-running',
    'rolling-back',
  ];
  return mayRun.includes(stage)
    ? phrase`Re-run this job to find out: it picks up an update that is still running.`
    : rerunPhrase(stage);
}

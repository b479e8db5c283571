import { causeOf } from '../domain/cause/cause.ts';
import { configInEffect } from '../domain/config-in-effect.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Finding } from '../domain/preflight/finding.ts';
import { blocking } from '../domain/preflight.ts';
import type { Problem } from '../domain/problem.ts';
import type { Fleet } from '../domain/quota.ts';
import type { RolloutRequest } from '../domain/request.ts';
import { createsEndpoint, isWaitingForOthers, stageOf } from '../domain/stage.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { adviceOn, sparesTheModel } from './explain/advice.ts';
import type { ReportData } from './report-data.ts';
import { afterTurningBack } from './rollback.ts';
import { unfinishedNext } from './scaling-log.ts';
import { rerunPhrase, rerunToFindOut, waitedForNext } from './stage.ts';

/** What to do, and what running the same job again does: that is said once, and only where it helps. */
interface Advice {
  readonly steps: readonly Phrase[];
  readonly rerun?: Phrase | undefined;
}

/** What to do next, also about auto scaling that is missing. */
export function nextSteps(
  reportData: ReportData,
  account: Lifecycle,
  outcome: Outcome,
): readonly Phrase[] {
  const advice = ofOutcome(reportData, account, outcome);
  const unfinished = unfinishedNext(account);
  const rerun = advice.rerun ?? unfinished?.rerun;
  const steps = [...advice.steps, ...(unfinished ? [unfinished.remedy] : [])];
  return unique(rerun ? [...steps, rerun] : steps);
}

/** What several errors take is said once. */
function unique(steps: readonly Phrase[]): readonly Phrase[] {
  const texts = steps.map(String);
  return steps.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}

function ofOutcome(reportData: ReportData, account: Lifecycle, outcome: Outcome): Advice {
  switch (outcome.kind) {
    case 'planned':
    case 'deployed':
    case 'deleted':
    case 'unchanged':
    case 'started':
      return { steps: [] };
    case 'rolled-back':
      return { steps: [afterRollback(reportData, account)] };
    case 'superseded':
      return outcome.how === 'created-again'
        ? {
            steps: [phrase`Find out who deletes and creates this endpoint.`],
            rerun: phrase`Then re-run this job: it checks what serves.`,
          }
        : {
            steps: [
              phrase`Find out who updates this endpoint, and let one workflow at a time do it (\`concurrency\`).`,
            ],
          };
    case 'failed':
      return afterFailure(reportData, account, outcome.problem);
    case 'timed-out':
      if (isWaitingForOthers(account, outcome.stage)) return waitedForNext(reportData.request);
      return { steps: [], rerun: rerunPhrase(outcome.stage, account) };
    case 'cancelled':
      return { steps: [], rerun: rerunPhrase(outcome.stage, account) };
    case 'unknown':
      return { steps: [outcome.problem.remedy], rerun: rerunToFindOut(outcome.stage, account) };
  }
}

function afterRollback({ mode, request }: ReportData, account: Lifecycle): Phrase {
  const cause = causeOf(account, request);
  const advice = cause && adviceOn(cause, fleetOf(request, account));
  if (mode === 'rollback')
    return cause && advice && sparesTheModel(cause) ? advice : afterTurningBack;
  return (
    advice ??
    phrase`Check the endpoint's logs, fix the model or the configuration, and roll out again.`
  );
}

function fleetOf(request: RolloutRequest, account: Lifecycle): Fleet | undefined {
  if (createsEndpoint(account)) return undefined;
  return configInEffect(request, account)?.RollingUpdatePolicy ? 'batches' : 'second-fleet';
}

function afterFailure(reportData: ReportData, account: Lifecycle, problem: Problem): Advice {
  const errors = preflightErrors(reportData, account, problem);
  if (errors.length > 0) return { steps: errors.map(({ remedy }) => remedy) };
  const cause = causeOf(account, reportData.request);
  const advice =
    cause && cause.source.kind !== 'error'
      ? adviceOn(cause, fleetOf(reportData.request, account))
      : undefined;
  const stage = stageOf(account);
  const rerun = stage === 'replacing' ? rerunPhrase(stage, account) : problem.rerun;
  return { steps: [...(advice ? [advice] : []), problem.remedy], rerun };
}

/** The errors of the pre-flight, where they are the problem. */
export function preflightErrors(
  { request }: ReportData,
  { plan }: Lifecycle,
  { code }: Problem,
): readonly Finding[] {
  return code === 'preflight' ? blocking(plan?.findings ?? [], request.preflight) : [];
}

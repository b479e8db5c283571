import { causeOf } from '../domain/cause/cause.ts';
import { causeOfProblem } from '../domain/cause/cause-of-problem.ts';
import { configInEffect } from '../domain/config-in-effect.ts';
import { alarmsOf } from '../domain/deployment-config.ts';
import { isAbsent, servesNothing } from '../domain/endpoint.ts';
import { type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import { packagesOf } from '../domain/models/variant-package.ts';
import type { PhaseSpan } from '../domain/phase-span.ts';
import type { Problem } from '../domain/problem.ts';
import type { Instant, RolloutRequest } from '../domain/request.ts';
import { verdictOn } from '../domain/smoke-test.ts';
import { inLog } from '../domain/text/log.ts';
import { isoTime } from '../domain/time.ts';
import { cleanUpDetails } from './clean-up.ts';
import { causeSentence } from './explain/cause.ts';
import { causeDetails } from './explain/cause-details.ts';
import { containerMembers } from './explain/container-details.ts';
import { failureReason, problemText } from './failure-reason.ts';
import { consoleUrl } from './links.ts';
import { refusalHeadline } from './refusal.ts';
import type { ReportData } from './report-data.ts';
import { scalingDetails } from './scaling-details.ts';
import { trialDetails } from './smoke-result.ts';
import { verdictOf } from './verdict.ts';

/** Where the report stands. */
export interface Published {
  readonly pullRequests: readonly number[];
  readonly commentUrl: string | undefined;
}

/** Grows when a member of the report changes its meaning; new members alone do not count. */
const reportVersion = 1;

type Texts = Readonly<Record<string, string>>;
type Values = ReturnType<typeof valuesOf>;
type Details = ReturnType<typeof detailsOf>;

/** The outputs of the contract, by their names; `report` is described in docs/report.md. */
export function outputsOf(reportData: ReportData, published: Published): Texts {
  const account = lifecycleOf(reportData.events);
  return textsOf(valuesOf(reportData, account, published), detailsOf(reportData, account));
}

/** The outputs of a step that ended before it got as far as the endpoint: all of them, too. */
export function refusalOutputs(problem: Problem, published: Published = nowhere): Texts {
  const cause = causeOfProblem(problem);
  const values: Values = {
    outcome: 'failed',
    cause: cause.kind,
    'rolled-back': false,
    'endpoint-status': '',
    'endpoint-arn': '',
    'endpoint-config-name': '',
    'previous-endpoint-config-name': '',
    'model-name': '',
    'model-package-arn': '',
    'failure-reason': problemText(problem),
    'duration-seconds': 0,
    'pull-requests': published.pullRequests,
    'comment-url': published.commentUrl ?? '',
    'console-url': '',
    'has-changes': false,
  };
  return textsOf(values, {
    ...nothingRead,
    cause: causeDetails(cause, problem.what),
    verdict: inLog(refusalHeadline(problem)),
  });
}

const nowhere: Published = { pullRequests: [], commentUrl: undefined };

/** What was asked for is not known where the inputs cannot be read. */
const nothingRead: { readonly [Member in keyof Details]: Details[Member] | null } = {
  mode: null,
  'endpoint-name': null,
  'requested-endpoint-config-name': null,
  region: null,
  environment: null,
  verdict: null,
  cause: null,
  alarms: [],
  'deployment-config': null,
  'started-at': null,
  'ended-at': null,
  'approved-by': [],
  scaling: null,
  containers: null,
  phases: [],
  'smoke-test': null,
  'rolled-back-to': null,
  models: [],
  ...cleanUpDetails(undefined),
};

function textsOf(values: Values, details: object): Texts {
  const texts = Object.entries(values).map(([name, value]) => [name, String(value)]);
  const report = JSON.stringify({ version: reportVersion, ...values, ...details });
  return { ...Object.fromEntries(texts), report };
}

function valuesOf({ region, request }: ReportData, account: Lifecycle, published: Published) {
  const { before, latest, startedAt, endedAt, outcome } = account;
  return {
    outcome: outcome?.kind ?? 'unknown',
    cause: causeOf(account, request)?.kind ?? '',
    'rolled-back': outcome?.kind === 'rolled-back',
    'endpoint-status': latest && !isAbsent(latest) ? latest.status : '',
    'endpoint-arn': latest?.arn ?? '',
    'endpoint-config-name': servingConfig(request, account),
    'previous-endpoint-config-name': before && !servesNothing(before) ? before.configName : '',
    'model-name': account.models.map(({ name }) => name).join(','),
    'model-package-arn': packageArns(account),
    'failure-reason': outcome ? failureReason(outcome) : '',
    'duration-seconds': secondsBetween(startedAt, endedAt) ?? 0,
    'pull-requests': published.pullRequests,
    'comment-url': published.commentUrl ?? '',
    'console-url': String(consoleUrl(region, request.endpointName).href),
    'has-changes': hasChanges(account),
  };
}

/** Each once, in the order of the variants. */
function packageArns({ models }: Lifecycle): string {
  return [...new Set(packagesOf(models).map(({ given }) => given.arn))].join(',');
}

/** What serves now, or, by a plan, what would. */
function servingConfig({ endpointConfigName }: RolloutRequest, account: Lifecycle): string {
  const { latest, outcome } = account;
  if (outcome?.kind === 'planned' && outcome.hasChanges) return endpointConfigName;
  return latest && !servesNothing(latest) ? latest.configName : '';
}

/** Whether anything changes, or would. */
function hasChanges({ outcome, smokeTesting, start, deleted }: Lifecycle): boolean {
  if (smokeTesting && !start) return false;
  if (outcome?.kind === 'planned') return outcome.hasChanges;
  if (outcome?.kind === 'deleted') return outcome.how === 'deleted' || deleted.length > 0;
  return outcome?.kind !== 'unchanged';
}

/** What the report says beyond the other outputs. */
function detailsOf(reportData: ReportData, account: Lifecycle) {
  const config = configInEffect(reportData.request, account);
  const { environment, mode, region, request } = reportData;
  const verdict = verdictOf(reportData);
  const cause = causeOf(account, request);
  return {
    mode,
    'endpoint-name': request.endpointName,
    'requested-endpoint-config-name': request.endpointConfigName,
    region,
    environment: environment ?? null,
    verdict: verdict ? inLog(verdict.headline) : null,
    cause: cause ? causeDetails(cause, causeSentence(cause, reportData, account)) : null,
    alarms: alarmsOf(config),
    'deployment-config': config ?? null,
    'started-at': timeOrNull(account.start && account.startedAt),
    'ended-at': timeOrNull(account.endedAt),
    'approved-by': account.approval?.by ?? [],
    scaling: scalingDetails(account),
    containers: containerMembers(account),
    phases: account.phases.map(phaseDetails),
    'smoke-test': account.smokeTesting
      ? {
          outcome: verdictOn(account.smokeResults),
          requests: account.smokeResults.map(trialDetails),
        }
      : null,
    'rolled-back-to': account.smokeRollback?.to ?? null,
    models: account.models.map(({ variant, name }) => ({
      variant,
      name,
      created: account.createdModels.includes(name),
    })),
    ...cleanUpDetails(account),
  };
}

function phaseDetails({ phase, from, until, traffic, sharePercent }: PhaseSpan): object {
  return {
    phase,
    from: isoTime(from),
    until: timeOrNull(until),
    'duration-seconds': secondsBetween(from, until),
    'new-instances': traffic?.newInstances ?? null,
    'old-instances': traffic?.oldInstances ?? null,
    'new-share-percent': sharePercent ?? null,
  };
}

function timeOrNull(at: Instant | undefined): string | null {
  return at === undefined ? null : isoTime(at);
}

function secondsBetween(from: Instant | undefined, until: Instant | undefined): number | null {
  return from === undefined || until === undefined ? null : Math.round((until - from) / 1000);
}

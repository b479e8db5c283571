import { configInEffect } from '../domain/config-in-effect.ts';
import type { DeploymentConfig } from '../domain/deployment-config.ts';
import { durationText } from '../domain/duration.ts';
import { type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import type { PhaseSpan } from '../domain/phase-span.ts';
import { fenced, type Markdown } from '../domain/text/markdown.ts';
import { listed, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { expectedTimeline, type Timeline } from '../domain/timeline.ts';
import { nothing } from './limit.ts';
import type { ReportData } from './report-data.ts';
import { countsPhrase } from './scaling.ts';
import { fold } from './table.ts';

/** What will be done, or would be, one thought a phrase. */
export function planPhrases(reportData: ReportData): readonly Phrase[] {
  const account = lifecycleOf(reportData.events);
  const expected = expectedPhrase(reportData);
  const time = expected ? [phrase`Expected: ${expected}`] : [];
  const counts = countsPhrase(account);
  const kept = counts ? [phrase`Instance counts and weights: ${counts}`] : [];
  return [actionPhrase(reportData, account), ...time, ...kept];
}

/** How long an update would take; undefined where there is none. */
export function expectedPhrase(reportData: ReportData): Phrase | undefined {
  const timeline = timelineOf(reportData, lifecycleOf(reportData.events));
  if (!timeline) return undefined;
  const { shortestSeconds, worstWithRollbackSeconds } = timeline;
  return phrase`${durationText(shortestSeconds)} to ${durationText(worstWithRollbackSeconds)} (worst case, including a rollback)`;
}

/** The first thing about a plan, as a headline and as a line of the log. */
export function actionPhrase({ request }: ReportData, account: Lifecycle): Phrase {
  const { plan } = account;
  const { endpointName: endpoint, endpointConfigName: requested } = request;
  if (plan?.plan === 'create' && request.createEndpoint === 'never')
    return phrase`there is no endpoint ${endpoint}`;
  const serving = plan?.snapshot.configName ?? '';
  const made = toBeCreated(account);
  switch (plan?.plan) {
    case 'create':
      return phrase`create ${endpoint} on ${requested}${made}`;
    case 'replace':
      return plan.snapshot.status === 'Failed'
        ? phrase`delete ${endpoint}, which is Failed, and create it again on ${requested}${made}`
        : phrase`create ${endpoint} again on ${requested}${made}, once it is deleted`;
    case 'update':
    case 'wait':
      return request.source.kind === 'back'
        ? phrase`roll ${endpoint} back from ${serving} to ${requested}`
        : phrase`update ${endpoint} from ${serving} to ${requested}${made}`;
    case 'join':
      return phrase`follow the update of ${endpoint} to ${requested}, which runs already`;
    case 'unchanged':
      return phrase`nothing to change: ${endpoint} serves ${requested} already`;
    case 'impossible':
      if (plan.snapshot.status === 'InService')
        return phrase`stop: ${endpoint} may not serve the present content of ${requested}`;
      return phrase`no update of ${endpoint} is possible as it is`;
    case undefined:
      return phrase`no update of ${endpoint} is possible as it is`;
  }
}

/** What is created for it first. */
function toBeCreated({ makesConfig, models }: Lifecycle): Phrase {
  const names = models.flatMap(({ name, isNew }) => (isNew ? [name] : []));
  const word = names.length > 1 ? 'models' : 'model';
  if (names.length === 0) return makesConfig ? phrase`, a configuration to be created` : phrase``;
  return makesConfig
    ? phrase`, a configuration to be created with the ${own(word)} ${listed(names)}`
    : phrase`, with the ${own(word)} ${listed(names)} to be created`;
}

/** Whether an endpoint is planned to come into being. */
export function isCreation({ plan }: Lifecycle): boolean {
  return plan?.plan === 'create' || plan?.plan === 'replace';
}

/** How an update would go; undefined where there is none. */
function timelineOf({ request }: ReportData, account: Lifecycle): Timeline | undefined {
  const { plan } = account;
  if (!plan || (plan.plan !== 'update' && plan.plan !== 'wait')) return undefined;
  return expectedTimeline(configInEffect(request, account), plan.instances, plan.launchSeconds);
}

/** The expected phases of a plan, on a clock that begins at 00:00. */
export function plannedPhases(reportData: ReportData, account: Lifecycle): readonly PhaseSpan[] {
  let from = 0;
  return (timelineOf(reportData, account)?.phases ?? []).map(
    ({ phase, shortestSeconds, sharePercent }) => {
      const until = from + 1000 * shortestSeconds;
      const span = { phase, from, until, traffic: undefined, sharePercent };
      from = until;
      return span;
    },
  );
}

/** The deployment configuration that the update would follow, member for member. */
export function deploymentSection(reportData: ReportData, account: Lifecycle): Markdown {
  const config = reportData.mode === 'plan' ? configOfPlan(reportData, account) : undefined;
  if (!config) return nothing;
  const stored = isCreation(account) ? phrase`, stored for later updates` : phrase``;
  const text = JSON.stringify(config, undefined, 2);
  return fold(phrase`Deployment configuration${stored}`, fenced(text, 'json'));
}

function configOfPlan({ request }: ReportData, account: Lifecycle): DeploymentConfig | undefined {
  switch (account.plan?.plan) {
    case 'update':
    case 'wait':
    case 'join':
      return configInEffect(request, account);
    case 'create':
    case 'replace':
      return request.deployment.kind === 'given' ? request.deployment.config : undefined;
    default:
      return undefined;
  }
}

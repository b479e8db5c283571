import { durationText } from '../domain/duration.ts';
import { isAbsent, servesNothing, sharePercent } from '../domain/endpoint.ts';
import type { Event } from '../domain/event.ts';
import { lifecycleOf } from '../domain/lifecycle.ts';
import { packagesOf } from '../domain/models/variant-package.ts';
import { inLines, inLog, type LogText } from '../domain/text/log.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { answeredPhrases } from './answered.ts';
import { cleanUpPhrases } from './clean-up.ts';
import { comparedPhrases } from './compared.ts';
import { foundPhrase, stillPhrase, waitingPhrase } from './endpoint-log.ts';
import { unreadPhrases } from './explain/alarm-section.ts';
import { containerPhrases } from './explain/container-log.ts';
import { findingPhrases } from './findings.ts';
import { consoleUrl } from './links.ts';
import { packageLogPhrases } from './packages.ts';
import { phaseText, trafficText } from './phase.ts';
import { planPhrases } from './plan.ts';
import { problemPhrases } from './problem.ts';
import { alarmedPhrases, noStopping, recordPhrases, recordSaysPhrase } from './record.ts';
import type { ReportData } from './report-data.ts';
import { sourcePhrase } from './requested.ts';
import { scalingPhrases } from './scaling-log.ts';
import { trialPhrase } from './smoke-result.ts';
import { beginningPhrase, smokePlanPhrases } from './smoke-test.ts';
import { strategyPhrase } from './strategy.ts';
import { timeOfDay } from './time.ts';
import { verdictOf } from './verdict.ts';

/** The lines with which the log opens, before the first poll. */
export function openingLines({ mode, request, region }: ReportData): readonly LogText[] {
  const { endpointName, source } = request;
  const consoleLine = inLog(phrase`Console: ${consoleUrl(region, endpointName)}`);
  if (mode === 'delete') return [inLog(phrase`Deleting ${endpointName} in ${region}`), consoleLine];
  const verb = mode === 'plan' ? 'Planning' : 'Rolling out';
  const what =
    mode === 'rollback'
      ? phrase`Rolling ${endpointName} in ${region} back to ${sourcePhrase(source)}`
      : phrase`${own(verb)} ${sourcePhrase(source)} to ${endpointName} in ${region}`;
  return [inLog(what), consoleLine];
}

/** The lines that the newest event of the story adds to the log. Times of day are UTC. */
export function logLines(reportData: ReportData): readonly LogText[] {
  const event = reportData.events.at(-1);
  if (!event) return [];
  return phrasesOf(reportData, event).map((words, index) =>
    inLog(index === 0 ? phrase`${timeOfDay(event.at)}  ${words}` : phrase`          ${words}`),
  );
}

function phrasesOf(reportData: ReportData, event: Event): readonly Phrase[] {
  switch (event.kind) {
    case 'found':
      return [foundPhrase(event.snapshot)];
    case 'waiting':
      return [
        waitingPhrase(event.inFlight),
        ...(reportData.mode === 'rollback' ? [noStopping] : []),
      ];
    case 'requested':
      return [
        isAbsent(event.before)
          ? phrase`CreateEndpoint accepted: ${reportData.request.endpointConfigName}`
          : phrase`UpdateEndpoint accepted: ${strategyPhrase(reportData.request.deployment, event.before.lastDeploymentConfig)}`,
        watchPhrase(reportData, event.watchSeconds),
      ];
    case 'replacing':
      return [phrase`The failed endpoint is deleted: it is created again`];
    case 'joined':
      return [
        phrase`${reportData.request.endpointConfigName} is being rolled out already, since ${timeOfDay(event.startedAt)}: joining`,
        watchPhrase(reportData, event.watchSeconds),
      ];
    case 'approved':
    case 'resolved':
    case 'sent':
    case 'refused':
    case 'lost':
    case 'recorded':
    case 'served-commit':
    case 'not-recorded':
      return [];
    case 'alarms-examined':
      return unreadPhrases(event.evidence);
    case 'containers-examined':
      return containerPhrases(reportData, event.evidence);
    case 'models-chosen':
      return packagesOf(event.models).flatMap(packageLogPhrases);
    case 'recalled':
      return [phrase`The endpoint's record: ${recordSaysPhrase(event.record)}`];
    case 'alarmed':
      return alarmedPhrases(event);
    case 'planned':
      return plannedPhrases(reportData, event);
    case 'answered':
      return answeredPhrases(event.call);
    case 'cleaned-up':
    case 'clean-up-planned':
      return cleanUpPhrases(lifecycleOf(reportData.events));
    case 'compared':
      return comparedPhrases(event, lifecycleOf(reportData.events));
    case 'not-compared':
      return [phrase`What changes is not known: ${event.problem.what}`];
    case 'progressed':
      return event.progress.phase === 'starting' ? [] : [progressPhrase(event)];
    case 'quiet':
      return [quietPhrase(reportData, event)];
    case 'hindered':
      return [
        ...problemPhrases(event.problem),
        phrase`Retrying in ${durationText(event.retryInSeconds)}, then with backoff.`,
      ];
    case 'scaling':
      return scalingPhrases(reportData, event.change);
    case 'smoke-testing':
      return [beginningPhrase(event)];
    case 'smoke-retry':
      return [trialPhrase(event.smokeResult), phrase`Retrying, with backoff.`];
    case 'smoke-result':
      return [trialPhrase(event.smokeResult)];
    case 'smoke-rollback':
      return [
        phrase`The smoke test failed. UpdateEndpoint accepted: rolling back to ${event.to}, all at once`,
        watchPhrase(reportData, event.watchSeconds),
      ];
    case 'resumed':
      return [phrase`AWS answers again.`];
    case 'ended':
      return endPhrases(reportData);
  }
}

function watchPhrase({ request }: ReportData, seconds: number): Phrase {
  if (request.watch === 'start-only') {
    return phrase`Not watching it (\`wait: false\`): it continues in SageMaker.`;
  }
  return phrase`Watching until it has settled, for ${durationText(seconds)} at most.`;
}

function progressPhrase({
  progress: { phase, traffic },
}: Extract<Event, { kind: 'progressed' }>): Phrase {
  const words = phaseText(phase, sharePercent(traffic));
  const instances = trafficText(phase, traffic);
  return instances ? phrase`${words}: ${instances}` : words;
}

function quietPhrase(reportData: ReportData, event: Extract<Event, { kind: 'quiet' }>): Phrase {
  const span = lifecycleOf(reportData.events).phases.at(-1);
  if (!event.progress || !span) return stillPhrase(event.snapshot);
  const words = phaseText(span.phase, span.sharePercent);
  return phrase`${words}, for ${durationText((event.at - span.from) / 1000)} so far`;
}

/** What will be done, and each finding on a line. */
function plannedPhrases(
  reportData: ReportData,
  { findings }: Extract<Event, { kind: 'planned' }>,
): readonly Phrase[] {
  const [action = phrase``, ...more] = planPhrases(reportData);
  const attempts = smokePlanPhrases(reportData.request);
  const found = findingPhrases(findings, reportData.request.preflight);
  return [phrase`Plan: ${action}`, ...more, ...attempts, ...found];
}

/** The bare facts of the end: the verdict is said beside them. */
function endPhrases(reportData: ReportData): readonly Phrase[] {
  const account = lifecycleOf(reportData.events);
  const { latest, start, startedAt, endedAt } = account;
  if (!latest || !start || startedAt === undefined || endedAt === undefined) return [];
  const { outcome } = account;
  const lasted = durationText((endedAt - startedAt) / 1000);
  const pending = latest.pending ? phrase` with ${latest.pending.configName} pending` : phrase``;
  const serving = servesNothing(latest) ? phrase`` : phrase` on ${latest.configName}`;
  const after = outcome?.kind === 'started' ? phrase`` : phrase`, after ${lasted}`;
  return [
    ...(isAbsent(latest) ? [] : [phrase`${latest.status}${serving}${pending}${after}`]),
    ...recordPhrases(account),
  ];
}

/** The verdict as the log and the annotation say it: one thought a line. */
export function verdictText(reportData: ReportData): LogText {
  const verdict = verdictOf(reportData);
  if (!verdict) return inLines([]);
  return inLines([verdict.headline, ...verdict.because, ...verdict.next]);
}

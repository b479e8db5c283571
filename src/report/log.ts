import { durationText } from '../domain/duration.ts';
import { type InFlight, isAbsent, type Snapshot, sharePercent } from '../domain/endpoint.ts';
import type { Event } from '../domain/event.ts';
import { lifecycleOf } from '../domain/lifecycle.ts';
import { conditionOf } from '../domain/status.ts';
import { inLines, inLog, type LogText } from '../domain/text/log.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { comparedPhrases } from './compared.ts';
import { findingPhrases } from './findings.ts';
import { consoleUrl } from './links.ts';
import { phaseText, trafficText } from './phase.ts';
import { planPhrases } from './plan.ts';
import { problemPhrases } from './problem.ts';
import { alarmedPhrases, noStopping, recordPhrases, recordSaysPhrase } from './record.ts';
import type { Story } from './report-data.ts';
import { sourcePhrase } from './requested.ts';
import { scalingPhrases } from './scaling-log.ts';
import { trialPhrase } from './smoke-result.ts';
import { beginningPhrase, smokePlanPhrases } from './smoke-test.ts';
import { strategyPhrase } from './strategy.ts';
import { timeOfDay } from './time.ts';
import { verdictOf } from './verdict.ts';

/** The lines with which the log opens, before the first look. */
export function openingLines({ mode, request, region }: Story): readonly LogText[] {
  const { endpointName, source } = request;
  const verb = mode === 'plan' ? 'Planning' : 'Rolling out';
  const what =
    mode === 'rollback'
      ? phrase`Rolling ${endpointName} in ${region} back to ${sourcePhrase(source)}`
      : phrase`${own(verb)} ${sourcePhrase(source)} to ${endpointName} in ${region}`;
  return [inLog(what), inLog(phrase`Console: ${consoleUrl(region, endpointName)}`)];
}

/** The lines that the newest event of the story adds to the log. Times of day are UTC. */
export function logLines(story: Story): readonly LogText[] {
  const event = story.events.at(-1);
  if (!event) return [];
  return phrasesOf(story, event).map((words, index) =>
    inLog(index === 0 ? phrase`${timeOfDay(event.at)}  ${words}` : phrase`          ${words}`),
  );
}

function phrasesOf(story: Story, event: Event): readonly Phrase[] {
  switch (event.kind) {
    case 'found':
      return [foundPhrase(event.snapshot)];
    case 'waiting':
      return [waitingPhrase(event.inFlight), ...(story.mode === 'rollback' ? [noStopping] : [])];
    case 'requested':
      return [
        isAbsent(event.before)
          ? phrase`CreateEndpoint accepted: ${story.request.endpointConfigName}`
          : phrase`UpdateEndpoint accepted: ${strategyPhrase(story.request.deployment, event.before.lastDeploymentConfig)}`,
        watchPhrase(event.watchSeconds),
      ];
    case 'joined':
      return [
        phrase`${story.request.endpointConfigName} is being rolled out already, since ${timeOfDay(event.startedAt)}: joining`,
        watchPhrase(event.watchSeconds),
      ];
    case 'approved':
    case 'resolved':
    case 'sent':
    case 'refused':
    case 'lost':
    case 'recorded':
    case 'not-recorded':
      return [];
    case 'recalled':
      return [phrase`The endpoint's record: ${recordSaysPhrase(event.record)}`];
    case 'alarmed':
      return alarmedPhrases(event);
    case 'planned':
      return plannedPhrases(story, event);
    case 'answered':
      return event.call.operation === 'CreateEndpointConfig'
        ? [phrase`Created the endpoint configuration ${event.call.name}`]
        : [];
    case 'compared':
      return comparedPhrases(event);
    case 'not-compared':
      return [phrase`What changes cannot be said: ${event.problem.what}`];
    case 'progressed':
      return event.progress.phase === 'starting' ? [] : [progressPhrase(event)];
    case 'quiet':
      return [quietPhrase(story, event)];
    case 'hindered':
      return [
        ...problemPhrases(event.problem),
        phrase`Trying again in ${durationText(event.retryInSeconds)}, then more and more slowly.`,
      ];
    case 'scaling':
      return scalingPhrases(story, event.news);
    case 'trying-out':
      return [beginningPhrase(event)];
    case 'tried-in-vain':
      return [trialPhrase(event.trial), phrase`Trying again, more and more slowly.`];
    case 'tried':
      return [trialPhrase(event.trial)];
    case 'turning-back':
      return [
        phrase`The smoke test failed. UpdateEndpoint accepted: back to ${event.to}, all at once`,
        watchPhrase(event.watchSeconds),
      ];
    case 'resumed':
      return [phrase`AWS answers again.`];
    case 'ended':
      return endPhrases(story);
  }
}

function foundPhrase(snapshot: Snapshot): Phrase {
  const { name, status, configName, failureReason } = snapshot;
  if (isAbsent(snapshot)) return phrase`There is no endpoint ${name}`;
  const counts = snapshot.variants.map((variant) => variant.currentInstances);
  const instances = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const fleet =
    instances > 0
      ? phrase`, ${instances} ${own(instances === 1 ? 'instance' : 'instances')}`
      : phrase``;
  const stale = failureReason
    ? phrase`; an earlier failure reason stands there: ${failureReason}`
    : phrase``;
  return phrase`Found it ${status}, serving ${configName}${fleet}${stale}`;
}

function waitingPhrase({ status, configName }: InFlight): Phrase {
  const what = configName ? phrase`${configName} is being rolled out` : unnamedWork(status);
  return phrase`Waiting: the endpoint is ${status} (${what}), and SageMaker takes one update at a time`;
}

/** What may be going on when SageMaker names no configuration. */
function unnamedWork(status: string): Phrase {
  if (conditionOf(status) === 'unknown') {
    return phrase`a status that this version of the action does not know`;
  }
  return status === 'SystemUpdating'
    ? phrase`AWS maintains it`
    : phrase`auto scaling, or an update that has just begun`;
}

function watchPhrase(seconds: number): Phrase {
  return phrase`Watching until it has settled, for ${durationText(seconds)} at most.`;
}

function progressPhrase({
  progress: { phase, traffic },
}: Extract<Event, { kind: 'progressed' }>): Phrase {
  const words = phaseText(phase, sharePercent(traffic));
  const instances = trafficText(phase, traffic);
  return instances ? phrase`${words}: ${instances}` : words;
}

function quietPhrase(story: Story, event: Extract<Event, { kind: 'quiet' }>): Phrase {
  const span = lifecycleOf(story.events).phases.at(-1);
  if (!event.progress || !span) return phrase`Still ${event.snapshot.status}`;
  const words = phaseText(span.phase, span.sharePercent);
  return phrase`${words}, for ${durationText((event.at - span.from) / 1000)} so far`;
}

/** What will be done, and each finding on a line. */
function plannedPhrases(
  story: Story,
  { findings }: Extract<Event, { kind: 'planned' }>,
): readonly Phrase[] {
  const [action = phrase``, ...more] = planPhrases(story);
  const tries = smokePlanPhrases(story.request);
  const found = findingPhrases(findings, story.request.preflight);
  return [phrase`Plan: ${action}`, ...more, ...tries, ...found];
}

/** The bare facts of the end: the verdict is said beside them. */
function endPhrases(story: Story): readonly Phrase[] {
  const account = lifecycleOf(story.events);
  const { latest, start, startedAt, endedAt } = account;
  if (!latest || !start || startedAt === undefined || endedAt === undefined) return [];
  const lasted = durationText((endedAt - startedAt) / 1000);
  const pending = latest.pending ? phrase` with ${latest.pending.configName} pending` : phrase``;
  return [
    phrase`${latest.status} on ${latest.configName}${pending}, after ${lasted}`,
    ...recordPhrases(account),
  ];
}

/** The verdict as the log and the annotation say it: one thought a line. */
export function verdictText(story: Story): LogText {
  const verdict = verdictOf(story);
  if (!verdict) return inLines([]);
  return inLines([verdict.headline, ...verdict.because, ...verdict.next]);
}

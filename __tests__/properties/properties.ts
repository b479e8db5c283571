import type { Snapshot } from '../../src/domain/endpoint.ts';
import {
  failsTheStep,
  type Outcome,
  type OutcomeKind,
  type Stage,
} from '../../src/domain/outcome.ts';
import { verdictText } from '../../src/report/log.ts';
import { longest, reportMarkdown } from '../../src/report/markdown.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import type { ReportData } from '../../src/report/report-data.ts';
import type { Update } from './model-endpoint.ts';
import { modelFaults } from './model-verdicts.ts';
import { callLimitSeconds } from './model-wires.ts';
import { type History, type Played, play } from './play.ts';
import type { Scenario } from './scenario.ts';
import { expectedOfTrial, turnFaults } from './smoke-verdicts.ts';
import { isCancelled, type Truth, truthOf, unless } from './truth.ts';
import { verdictFaults } from './verdicts.ts';

/** Plays a scenario in which anything may happen. @throws Error that names everything that went wrong. */
export async function neverWrong(scenario: Scenario): Promise<History> {
  return checked(await play(scenario), () => []);
}

/** A call may have been sent, and no one knows what became of it. */
const untold: readonly Stage[] = ['perhaps-requested', 'smoke-rollback-perhaps-requested'];

/** Plays a scenario whose trouble passes: the verdict has to come, and to be the right one. */
export async function rightInTheEnd(scenario: Scenario): Promise<History> {
  return checked(await play(scenario), (truth) => {
    const { outcome } = truth.run;
    const isGivenUp = outcome.kind === 'failed' && outcome.problem.passes;
    // A call whose answer was lost, and then nothing was seen until all was over: no one can tell.
    const isUntold = outcome.kind === 'unknown' && untold.includes(outcome.stage);
    const isVerdict = isUntold || (outcome.kind !== 'timed-out' && outcome.kind !== 'unknown');
    return unless(isVerdict && !isGivenUp, `${outcome.kind} is no verdict`);
  });
}

/** Plays a scenario in which nothing but the rollout happens: the verdict is exactly what was true. */
export async function exactlyRight(scenario: Scenario): Promise<History> {
  return checked(await play(scenario), (truth) => {
    const expected = expectedOfTrial(truth, expectedOf(truth));
    const { kind } = truth.run.outcome;
    return unless(kind === expected, `${kind} instead of ${expected}`);
  });
}

function checked(history: History, more: (truth: Truth) => readonly string[]): History {
  const faults = history.runs.flatMap((run) => {
    const truth = truthOf(history, run);
    const found = [
      ...verdictFaults(truth),
      ...requestFaults(truth),
      ...turnFaults(truth),
      ...endFaults(truth),
      ...modelFaults(truth),
      ...eventFaults(run),
      ...reportFaults(run),
      ...more(truth),
    ];
    return found.map((fault) => `${run.by}: ${fault}`);
  });
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n\n${told(history)}`);
  return history;
}

/** Where no one else is at work. */
function expectedOf({ own, run, requested, history }: Truth): OutcomeKind {
  switch (own?.ending) {
    case 'deployed':
      return 'deployed';
    case 'rolled-back':
      // To the very same configuration: without a reason, unless it was seen on its way, it just serves.
      return history.scenario.serving !== requested || isTold(run, history.endpoint.now)
        ? 'rolled-back'
        : 'deployed';
    case 'broken':
      return 'failed';
    case undefined:
      if (own) return 'timed-out';
      return run.answers[0]?.snapshot?.configName === requested &&
        run.answers[0].snapshot.status === 'InService'
        ? 'unchanged'
        : 'failed';
  }
}

function isTold({ events }: Played, end: Snapshot | undefined): boolean {
  const last = events.findLast((event) => event.kind === 'progressed');
  return Boolean(end?.failureReason) || last?.progress.phase === 'rolling-back';
}

/**
 * Of ours one update is accepted, or none. Where someone deleted the endpoint in between, it is as
 * if ours had never been: no one can tell that from a call that was lost on its way there.
 */
function requestFaults({ run, history, own, turns }: Truth): readonly string[] {
  const { updates, versions } = history.endpoint;
  const gone = versions.findLast(({ snapshot }) => !snapshot)?.since ?? 0;
  const first = own && gone > own.acceptedAt ? gone : 0;
  const isOurs = (update: Update) => update.by === run.by && !turns.includes(update);
  const accepted = updates.filter((update) => isOurs(update) && update.acceptedAt > first);
  return unless(accepted.length <= 1, `${accepted.length} updates were accepted`);
}

/** As many calls as there are between two polls, and the longest pause that a throttled answer asks for. */
const slackSeconds = 12 * callLimitSeconds + 90;
/** The longest wait for others, and then the longest update. */
const longestSeconds = 2 * 31_200;
const secondsToStop = 3;

function endFaults(truth: Truth): readonly string[] {
  const { run } = truth;
  const { smoke, waitTimeout } = run.script;
  const longestTrial = smoke ? smoke.timeoutSeconds + longestSeconds + 2 * slackSeconds : 0;
  const limit = (waitTimeout ?? longestSeconds) + slackSeconds + longestTrial;
  if (run.isKilled) return [];
  const late = (run.endedAt - (run.cancelledAt ?? run.endedAt)) / 1000;
  return [
    ...unless(run.endedAt <= run.startedAt + 1000 * limit, 'it ended too late'),
    ...unless(late <= secondsToStop, `it went on for ${late} s after it was cancelled`),
    ...unless(
      late <= 0 || run.outcome.kind === 'cancelled' || !isCancelled(truth),
      `cancelled, it says ${run.outcome.kind}`,
    ),
  ];
}

function eventFaults({ events, outcome }: Played): readonly string[] {
  const ends = events.filter(({ kind }) => kind === 'ended');
  const end = events.at(-1);
  const turned = events.find(({ at }, index) => at < (events[index - 1]?.at ?? 0));
  const isDeployed = outcome.kind === 'deployed';
  const shown = end?.kind === 'ended' ? end.snapshot : undefined;
  return [
    ...unless(ends.length === 1, `it ended ${ends.length} times`),
    ...unless(end?.kind === 'ended' && end.outcome === outcome, 'its end is not its outcome'),
    ...unless(!turned, `time went back at ${turned?.kind}`),
    ...unless(!isDeployed || shown?.status === 'InService', `it shows ${shown?.status}`),
  ];
}

const published = { pullRequests: [12], commentUrl: undefined };

function reportFaults({ events, request, outcome, endedAt }: Played): readonly string[] {
  const run = { url: 'https://github.example/run', commit: 'c0ffee', commitUrl: '' };
  const reportData: ReportData = {
    ...{ request, events, run },
    ...{ mode: 'deploy', region: 'eu-west-1', environment: undefined },
  };
  const outputs = outputsOf(reportData, published);
  const report = JSON.parse(outputs.report ?? '{}');
  const comment = reportMarkdown(reportData, endedAt, longest.comment).text;
  return [
    ...unless(outputs.outcome === outcome.kind, `the output says ${outputs.outcome}`),
    ...unless(report.outcome === outcome.kind, `the report says ${report.outcome}`),
    ...causeFaults(reportData, outcome),
    ...unless(comment.startsWith('### ') && comment.length <= longest.comment, 'no comment'),
    ...unless(!/undefined|NaN|\[object/.test(comment), `the comment is not words:\n${comment}`),
  ];
}

/** A cause is given exactly where a run does not end well, by the same sentence everywhere. */
function causeFaults(reportData: ReportData, outcome: Outcome): readonly string[] {
  const { cause, report = '' } = outputsOf(reportData, published);
  const told = JSON.parse(report).cause;
  const isDue = failsTheStep(outcome, true);
  return [
    ...unless((cause !== '') === isDue, `${outcome.kind} has the cause ${cause}`),
    ...unless((told?.kind ?? '') === cause, `the report has the cause ${told?.kind}`),
    ...unless(
      !told || verdictText(reportData).includes(told.sentence),
      `nothing says why: ${told?.sentence}`,
    ),
  ];
}

/** What happened, in an order that a person can follow. */
function told({ endpoint, runs }: History): string {
  const first = Math.min(
    ...runs.map(({ startedAt, script }) => startedAt - 1000 * script.startsAfter),
  );
  const at = (instant: number) => `${((instant - first) / 1000).toFixed(1)} s`.padStart(10);
  const truth = endpoint.versions.map(
    ({ since, snapshot }) =>
      `${at(since)}  ${snapshot?.status ?? 'absent'} ${snapshot?.configName ?? ''} pending ${snapshot?.pending?.configName ?? '-'} modified ${at(snapshot?.lastModified ?? first).trim()}`,
  );
  const seen = runs.flatMap(({ by, answers, events, invoked, outcome }) => [
    `\n${by} saw`,
    ...answers
      .slice(-40)
      .map(
        ({ at: when, trueSince, snapshot }) =>
          `${at(when)}  ${snapshot?.status ?? 'absent'} ${snapshot?.configName ?? ''} pending ${snapshot?.pending?.configName ?? '-'} (true since ${at(trueSince).trim()})`,
      ),
    `${by} told`,
    ...events.slice(-40).map((event) => `${at(event.at)}  ${event.kind}`),
    ...invoked.slice(-20).map((one) => `${at(one.at)}  ${one.request} ${one.said} ${one.config}`),
    JSON.stringify(outcome),
  ]);
  const updates = endpoint.updates.map((update) => JSON.stringify(update));
  return ['true was', ...truth, ...updates, ...seen].join('\n');
}

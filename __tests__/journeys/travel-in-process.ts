import { phrase } from '../../src/domain/text/phrase.ts';
// Under jest, Node's own errors count as errors by what this module does.
import './in-process.ts';
import { context } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import { usualRunId } from '../../simulator/github/world.ts';
import { push, type WorkflowEvent } from '../../simulator/runner/event.ts';
import type { Annotation } from '../../simulator/runner/step-log.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { GitHubApi, workflowRun } from '../../src/adapters/github.ts';
import { sha256 } from '../../src/adapters/workspace.ts';
import type { Event } from '../../src/domain/event.ts';
import { lifecycleOf } from '../../src/domain/lifecycle.ts';
import { failsTheStep } from '../../src/domain/outcome.ts';
import { unfinishedScaling } from '../../src/domain/scaling-news.ts';
import { type Inputs, readInputs } from '../../src/inputs/inputs.ts';
import { plan } from '../../src/plan.ts';
import { logLines, openingLines, verdictText } from '../../src/report/log.ts';
import { longest, reportMarkdown } from '../../src/report/markdown.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { refusalText } from '../../src/report/refusal.ts';
import { resolvedRequest, type Story } from '../../src/report/story.ts';
import { type Delivery, LiveReport } from '../../src/reporting/live-report.ts';
import { commentKind } from '../../src/reporting/marker.ts';
import { rollback } from '../../src/rollback.ts';
import { rollout } from '../../src/rollout.ts';
import { awsInProcess } from './aws-in-process.ts';
import {
  expectNoSecrets,
  expectNothingLost,
  inFreshWorld,
  type JourneyOptions,
  seenOf,
  type Told,
} from './journey.ts';
import { TimeInProcess } from './time-in-process.ts';

export interface InProcessOptions
  extends Pick<JourneyOptions, 'scenario' | 'arrange' | 'inputs' | 'files' | 'event'> {
  /** When the job is cancelled, as its first signal would do. */
  readonly cancelAt?: number;
}

/** How the web log shows annotations. */
const titles = { notice: 'Notice', warning: 'Warning', error: 'Error' };

const useCases = { deploy: rollout, plan, rollback };

/**
 * As `travel`, without a process, in some 50 ms: the real inputs, core, adapters, log, report,
 * outputs and comments, against the same simulator. What is left out is the process itself: the
 * runner's files and commands, signals, the environment, time-outs of calls, and words for mistakes
 * in the inputs.
 */
export function travelInProcess(options: InProcessOptions = {}): Promise<Told> {
  return inFreshWorld(options, (simulator) => travelAgainInProcess(simulator, options));
}

/** One more run in a world that is there already. */
export async function travelAgainInProcess(
  simulator: Simulator,
  { inputs: given = {}, files = {}, event = push(), cancelAt }: InProcessOptions = {},
): Promise<Told> {
  enter(simulator, event);
  const inputs = inputsOf(simulator, given, files);
  const time = new TimeInProcess(simulator.clock);
  const told = await seenOf(simulator, () => step(inputs, time, cancelAt)).finally(() => {
    time.stop();
    // Other journeys in this process have credentials that last.
    delete process.env.AWS_SESSION_TOKEN;
  });
  expectNothingLost(told);
  expectNoSecrets(simulator, [...Object.values(told.run), told.comments]);
  return told;
}

/** What the packages read from the environment of a step. */
function enter({ url }: Simulator, { name, sha, ref, payload }: WorkflowEvent): void {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    AWS_SESSION_TOKEN: 'simulated-session-token',
    AWS_CREDENTIAL_EXPIRATION: '',
  });
  defaults.baseUrl = url;
  const runId = Number(usualRunId);
  const serverUrl = 'https://github.com';
  Object.assign(context, { eventName: name, sha, ref, payload, runId, runAttempt: 1, serverUrl });
}

function inputsOf(
  { github }: Simulator,
  given: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): Inputs {
  const texts: Readonly<Record<string, string>> = {
    'endpoint-name': 'fraud-prod',
    'endpoint-config-name': 'fraud-v2',
    'github-token': github.token,
    ...given,
  };
  return readInputs((name) => texts[name] ?? '', {
    region: 'eu-west-1',
    readFile: (path) => files[path] ?? '',
    readBytes: (path) => Buffer.from(files[path] ?? ''),
    idTokens: 'not-offered',
    runId: usualRunId,
  });
}

/** The step as `main` has it, with what it prints kept. */
async function step(
  inputs: Inputs,
  clock: TimeInProcess,
  cancelAt: number | undefined,
): Promise<Told['run']> {
  const events: Event[] = [];
  const story = () => storyOf(inputs, events);
  const live = reportOn(inputs, story, clock);
  const job = new AbortController();
  const { signal: cancelled } = job;
  const done = new AbortController();
  if (cancelAt !== undefined) {
    const cancel = () => job.abort(new Error('The job was cancelled (SIGINT).'));
    clock.sleep((cancelAt - clock.now()) / 1000, done.signal).then(cancel, () => undefined);
  }
  const { commit, url } = workflowRun();
  const lines: string[] = [...openingLines(story())];
  const annotations: Annotation[] = [];
  const annotate = (annotation: Annotation) => {
    annotations.push(annotation);
    lines.push(`${titles[annotation.level]}: ${annotation.message}`);
  };
  const outcome = await useCases[inputs.mode](inputs.rollout, {
    ...awsInProcess(clock),
    ...{ cancelled, origin: { commit, run: url }, digest: sha256, isHostedRunner: true },
    tell: (event) => {
      events.push(event);
      lines.push(...logLines(story()));
      live?.changed();
    },
  });
  const fails =
    unfinishedScaling(lifecycleOf(events).scaling) !== undefined ||
    failsTheStep(outcome, inputs.reporting.failOnRollback);
  const verdict = verdictText(story());
  if (fails) annotate({ level: 'error', message: verdict });
  else if (outcome.kind === 'rolled-back') annotate({ level: 'warning', message: verdict });
  else lines.push(verdict);
  const delivery = await live?.finish({ usually: 60, cancelled: 2 }, cancelled);
  done.abort();
  if (delivery?.problem) {
    const message = refusalText(delivery.problem, phrase`The report is not on the pull request. `);
    annotate({ level: 'warning', message });
  } else if (delivery) {
    lines.push(deliveryLine(delivery));
  }
  return {
    exitCode: fails ? 1 : 0,
    log: `${lines.join('\n')}\n`,
    annotations,
    outputs: outputsOf(story(), delivery ?? { pullRequests: [], commentUrl: undefined }),
    summary: reportMarkdown(story(), clock.now(), longest.summary).text,
  };
}

function deliveryLine({ commentUrl }: Delivery): string {
  return commentUrl
    ? `Report: ${commentUrl}`
    : 'No pull request belongs to this commit: the report is in the job summary.';
}

function storyOf({ mode, region, rollout: request, reporting }: Inputs, events: Event[]): Story {
  const { environment } = reporting;
  return {
    ...{ mode, region, environment, events, run: workflowRun() },
    request: resolvedRequest(request, events),
  };
}

function reportOn(
  { mode, reporting, rollout: { endpointName } }: Inputs,
  story: () => Story,
  clock: TimeInProcess,
): LiveReport | undefined {
  const { comment, token, pullRequest, environment = '' } = reporting;
  if (!comment || !token) return undefined;
  return new LiveReport({
    ...{ github: new GitHubApi(token, { clock, runnerName: undefined }), clock, pullRequest },
    marker: { endpoint: endpointName, environment, mode: commentKind(mode) },
    render: () => reportMarkdown(story(), clock.now(), longest.comment),
  });
}

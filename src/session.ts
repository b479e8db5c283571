import { ApplicationAutoScaling } from './adapters/application-auto-scaling.ts';
import { type AwsSettings, awsSettings } from './adapters/aws-settings.ts';
import { wallClock } from './adapters/clock.ts';
import { CloudWatch } from './adapters/cloudwatch.ts';
import { GitHubApi, workflowRun } from './adapters/github.ts';
import { runner } from './adapters/runner.ts';
import { environmentRegion, SageMaker } from './adapters/sagemaker.ts';
import { SageMakerRuntime } from './adapters/sagemaker-runtime.ts';
import { sha256, workspaceAt } from './adapters/workspace.ts';
import type { Event } from './domain/event.ts';
import { type Inputs, type Reporting, readInputs } from './inputs/inputs.ts';
import { keepEvents, keepScaling } from './keeping.ts';
import type { GitHub, World } from './ports.ts';
import { reporting } from './publication.ts';
import { logLines } from './report/log.ts';
import { longest, reportMarkdown } from './report/markdown.ts';
import { resolvedRequest, type Story } from './report/story.ts';
import { LiveReport } from './reporting/live-report.ts';
import { commentKind } from './reporting/marker.ts';

/** One process of the action: what it was asked for, the world it acts in, and what it tells. */
export interface Session {
  readonly inputs: Inputs;
  readonly world: World;
  /** The story as it stands now. */
  readonly story: () => Story;
  /** Undefined where nobody wants a comment, or there is no token. */
  readonly live: LiveReport | undefined;
  /** Tells who approved, where the token may know; else nothing. */
  readonly tellApproval: () => Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the inputs and opens everything that they ask for; `told` is what an earlier process of
 * the same job has told already.
 *
 * @throws Problem `invalid-inputs`
 */
export async function openSession(
  environment: Environment,
  cancelled: AbortSignal,
  told: readonly Event[] = [],
): Promise<Session> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: tokenUrl, GITHUB_RUN_ID: runId } = environment;
  const inputs = readInputs(runner.input, {
    region: await environmentRegion(),
    ...workspaceAt(environment.GITHUB_WORKSPACE ?? '.'),
    idTokens: tokenUrl ? 'offered' : 'not-offered',
    runId,
  });
  if (inputs.reporting.token) runner.mask(inputs.reporting.token);
  const aws = awsSettings(inputs, { clock: wallClock, ...runner });
  const events: Event[] = [...told];
  const story = () => storyOf(inputs, events);
  const github = openGitHub(inputs.reporting, environment);
  const live = github && openReport(inputs, story, github);
  const tell = (event: Event) => {
    events.push(event);
    reporting(() => logLines(story()).forEach(runner.log));
    reporting(() => keepEvents(events));
    reporting(() => keepScaling(event));
    if (isWorthAnEdit(event)) live?.changed();
  };
  const isHostedRunner = environment.RUNNER_ENVIRONMENT === 'github-hosted';
  const world = worldOf(aws, { cancelled, tell, isHostedRunner });
  return { inputs, world, story, live, tellApproval: () => tellApproval(github, world) };
}

function storyOf({ mode, rollout, region, reporting }: Inputs, events: readonly Event[]): Story {
  const request = resolvedRequest(rollout, events);
  const { environment } = reporting;
  return { mode, request, region, environment, run: workflowRun(), events };
}

function worldOf(
  aws: AwsSettings,
  run: Pick<World, 'cancelled' | 'tell' | 'isHostedRunner'>,
): World {
  const { commit, url } = workflowRun();
  return {
    ...run,
    origin: { commit, run: url },
    region: aws.region,
    endpoints: new SageMaker(aws),
    invocations: new SageMakerRuntime(aws),
    alarms: new CloudWatch(aws),
    scaling: new ApplicationAutoScaling(aws),
    credentials: aws,
    clock: wallClock,
    digest: sha256,
  };
}

async function tellApproval(
  github: GitHub | undefined,
  { cancelled, tell, clock }: World,
): Promise<void> {
  const approval = await github?.approval(cancelled).catch(() => undefined);
  if (approval) tell({ kind: 'approved', at: clock.now(), ...approval });
}

function openGitHub({ comment, token }: Reporting, environment: Environment): GitHub | undefined {
  return comment && token ? new GitHubApi(token, environment.RUNNER_NAME) : undefined;
}

function openReport(inputs: Inputs, story: () => Story, github: GitHub): LiveReport {
  const { mode, reporting, rollout } = inputs;
  const { pullRequest, environment = '' } = reporting;
  return new LiveReport({
    github,
    clock: wallClock,
    marker: { endpoint: rollout.endpointName, environment, mode: commentKind(mode) },
    pullRequest,
    render: () => reportMarkdown(story(), wallClock.now(), longest.comment),
  });
}

const worthAnEdit: readonly Event['kind'][] = [
  'waiting',
  'requested',
  'joined',
  'progressed',
  'trying-out',
  'tried',
  'turning-back',
];

/** Whether the event changes what the report says. */
function isWorthAnEdit(event: Event): boolean {
  if (event.kind !== 'scaling') return worthAnEdit.includes(event.kind);
  return event.news.kind !== 'found' && event.news.kind !== 'not-read';
}

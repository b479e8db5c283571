import type { LiveReport } from './comment/live-comment.ts';
import type { Event } from './domain/event.ts';
import type { Host } from './host.ts';
import { type Inputs, readInputs } from './inputs/inputs.ts';
import { type Kept, keepEvent, keepFile } from './keeping.ts';
import { commitsOf, openGitHub, openReport, visibilityOf } from './on-pull-request.ts';
import type { GitHub } from './ports/github.ts';
import type { World } from './ports.ts';
import { reporting } from './publication.ts';
import { logLines } from './report/log.ts';
import { type ReportData, resolvedRequest } from './report/report-data.ts';

/** One process of the action: what it was asked for, the world it acts in, and what it tells. */
export interface Session {
  readonly inputs: Inputs;
  readonly world: World;
  /** The story as it stands now. */
  readonly reportData: () => ReportData;
  /** Undefined where no one wants a comment, or there is no token. */
  readonly live: LiveReport | undefined;
  /** Tells who approved, where the token may know; else nothing. */
  readonly tellApproval: () => Promise<void>;
}

/**
 * Reads the inputs and connects to everything that they ask for; `kept` is what the step left for
 * its post step, which reads no files again.
 *
 * @throws Problem `invalid-inputs`
 */
export async function openSession(host: Host, kept?: Kept): Promise<Session> {
  const inputs = await inputsOf(host, kept ? filesOf(kept, host) : keptFiles(host));
  const events: Event[] = [...(kept?.events ?? [])];
  const reportData = () => storyOf(host, inputs, events);
  const github = openGitHub(host, inputs);
  const live = github && openReport(host, inputs, { reportData, github });
  const tell = (event: Event) => {
    events.push(event);
    reporting(host, () => logLines(reportData()).forEach(host.runner.log));
    if (!kept) reporting(host, () => keepEvent(host, event));
    if (isWorthAnEdit(event) && !hasEnded(events)) live?.changed();
  };
  const world = worldOf(host, inputs, tell);
  return { inputs, world, reportData, live, tellApproval: () => tellApproval(github, world) };
}

/** How files of the workspace are read. */
type Files = Pick<Host, 'readFile' | 'readBytes'>;

/** Reads them, and keeps what they hold for the post step. */
function keptFiles(host: Host): Files {
  const readFile = (path: string) => {
    const content = host.readFile(path);
    keepFile(host, path, content);
    return content;
  };
  return { ...host, readFile };
}

/** As they were read by the step; what it sent to the model is not sent again. */
function filesOf({ files }: Kept, host: Host): Files {
  return {
    readFile: (path) => files.get(path) ?? host.readFile(path),
    readBytes: () => new Uint8Array(),
  };
}

async function inputsOf({ runner, job, ...host }: Host, files: Files): Promise<Inputs> {
  const region = await host.environmentRegion();
  const inputs = readInputs(runner.input, { region, ...files, ...job });
  if (inputs.reporting.token) runner.mask(inputs.reporting.token);
  return inputs;
}

function storyOf(
  { job }: Host,
  { mode, rollout, region, reporting }: Inputs,
  events: readonly Event[],
): ReportData {
  const request = resolvedRequest(rollout, events);
  const { environment } = reporting;
  return { mode, request, region, environment, run: job.run, events };
}

function worldOf(host: Host, inputs: Inputs, tell: World['tell']): World {
  const { job, clock, cancelled, digest, matches } = host;
  return {
    ...host.connectAws(inputs),
    ...{ clock, cancelled, digest, matches, tell },
    region: inputs.region,
    origin: { commit: job.run.commit, branch: job.run.branch, run: job.run.url },
    commits: commitsOf(host, inputs),
    visibility: visibilityOf(host, inputs),
    isHostedRunner: job.isHostedRunner,
  };
}

async function tellApproval(
  github: GitHub | undefined,
  { cancelled, tell, clock }: World,
): Promise<void> {
  const approval = await github?.approval(cancelled).catch(() => undefined);
  if (approval) tell({ kind: 'approved', at: clock.now(), ...approval });
}

const worthAnEdit: readonly Event['kind'][] = [
  'waiting',
  'requested',
  'joined',
  'progressed',
  'containers-examined',
  'smoke-testing',
  'smoke-result',
  'smoke-rollback',
];

/** What comes after the end is written with it. */
function hasEnded(events: readonly Event[]): boolean {
  return events.some(({ kind }) => kind === 'ended');
}

/** Whether the event changes what the report says. */
function isWorthAnEdit(event: Event): boolean {
  if (event.kind !== 'scaling') return worthAnEdit.includes(event.kind);
  return event.change.kind !== 'found' && event.change.kind !== 'not-read';
}

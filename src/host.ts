import type { Visibility } from './domain/cause/log-readers.ts';
import type { MatchText } from './domain/pattern.ts';
import type { Role } from './domain/role.ts';
import type { LogText } from './domain/text/log.ts';
import type { Markdown } from './domain/text/markdown.ts';
import type { Phrase } from './domain/text/phrase.ts';
import type { WorkflowRun } from './domain/workflow-run.ts';
import type { GitHub, Trigger } from './ports/github.ts';
import type { Clock, World } from './ports.ts';

/**
 * Everything that the step and the post step touch: inputs, files, the clock, the runner, the
 * workflow run, AWS and GitHub. `main.ts` builds the real one; tests build one in memory.
 */
export interface Host {
  readonly runner: Runner;
  readonly job: Job;
  readonly clock: Clock;
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal;
  /** Reads a file of the checked-out repository; what keeps it from being read is a Problem. */
  readonly readFile: (path: string) => string;
  readonly readBytes: (path: string) => Uint8Array;
  /** SHA-256 in hexadecimal. */
  readonly digest: (text: string) => string;
  /** Searches a text for a user's regular expression, for a limited time. */
  readonly matches: MatchText;
  /** The region that the environment names; undefined where it names none. */
  environmentRegion(): Promise<string | undefined>;
  /** The services of AWS in a region, by a role or else by the credentials of the environment. */
  connectAws(where: { readonly region: string; readonly role: Role | undefined }): AwsServices;
  /** GitHub's REST API, by that token; undefined where the runner does not say where it is. */
  connectGitHub(token: string): GitHub | undefined;
}

/** What the rollout needs of AWS. */
export type AwsServices = Pick<
  World,
  | 'endpoints'
  | 'invocations'
  | 'alarms'
  | 'logs'
  | 'scaling'
  | 'deletions'
  | 'registry'
  | 'credentials'
>;

/** The job that runs the step. */
export interface Job {
  readonly run: WorkflowRun;
  /** What started it. */
  readonly trigger: Trigger;
  /** Who may see the repository, as far as the runner tells. */
  readonly visibility: Visibility;
  /** What the runner tells of the run and cannot be used, each as a clause. */
  readonly unusable: readonly Phrase[];
  /** Of the workflow run. */
  readonly runId: string | undefined;
  /** Whether it may ask GitHub for tokens of its own. */
  readonly idTokens: 'offered' | 'not-offered';
  /** Whether GitHub's own machines run it: they end it after six hours. */
  readonly isHostedRunner: boolean;
}

/** The runner of GitHub Actions: what the step is given, and what it tells. Nothing here throws. */
export interface Runner {
  /** An input's text; empty where it is not given. */
  input(name: string): string;
  /** From here on the runner shows this text as `***`, and it is left out of all that is told. */
  mask(secret: string): void;
  log(text: LogText): void;
  warn(text: LogText): void;
  error(text: LogText): void;
  output(name: string, value: string): void;
  /** Writes the job summary of the step. */
  summary(markdown: Markdown): Promise<void>;
  /** Appends a line to what the post step finds in `notes`; no line break is in it. */
  note(line: string): void;
  /** The lines that the step has noted; undefined where they are lost. */
  notes(): readonly string[] | undefined;
  /** Keeps a short text for the post step, where `kept` answers it. */
  keep(name: string, value: string): void;
  /** Empty where nothing was kept. */
  kept(name: string): string;
}

import type { SeenRequest } from '../../simulator/account/aws-service.ts';
import { monday } from '../../simulator/clock.ts';
import { usualCommit } from '../../simulator/github/repository.ts';
import { usualRunId } from '../../simulator/github/world.ts';
import type { ScenarioName } from '../../simulator/scenarios.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { Event } from '../../src/domain/event.ts';
import { eventFrom } from '../../src/domain/event-text.ts';
import { lifecycleOf } from '../../src/domain/lifecycle.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Finding } from '../../src/domain/preflight/finding.ts';
import { notesOf } from './call/runner-in-memory.ts';
import { type JourneyOptions, travel } from './journey.ts';

/** What is planned or rolled out: fraud-v2 to fraud-prod in a fresh world, unless said otherwise. */
export interface Asked extends Pick<JourneyOptions, 'files' | 'arrange' | 'env'> {
  readonly inputs?: JourneyOptions['inputs'] | undefined;
  readonly scenario?: ScenarioName;
  /** Unset: a hosted one. */
  readonly runner?: 'hosted' | 'own';
  /** Unset: the credentials never end. */
  readonly credentialsEndInSeconds?: number;
}

/** What the step answered, with the events that it kept for its post step. */
export interface Answered {
  readonly outcome: Outcome;
  readonly fails: boolean;
  readonly findings: readonly Finding[];
  /** Each finding as `level id`. */
  readonly found: readonly string[];
  readonly events: readonly Event[];
  readonly requests: readonly SeenRequest[];
  /** The world as it was left. */
  readonly simulator: Simulator;
  /** Names of the calls to SageMaker and CloudWatch, once each, in order of their names. */
  readonly calls: readonly string[];
  /** The name of the configuration that was meant, and what serves in the end. */
  readonly configName: string;
  readonly serves: string | undefined;
  /** The report as the summary has it. */
  readonly report: string;
}

/** The commit and the run of every rollout here. */
export const origin = {
  commit: usualCommit.sha,
  branch: 'main',
  run: `https://github.com/acme/fraud/actions/runs/${usualRunId}`,
};

/** `mode: plan`. */
export function askPlan(asked: Asked = {}): Promise<Answered> {
  return askDeploy({ ...asked, inputs: { mode: 'plan', ...asked.inputs } });
}

/** `mode: rollback`: without a name, unless one is given. */
export function askRollback(asked: Asked = {}): Promise<Answered> {
  const inputs = { mode: 'rollback', 'endpoint-config-name': '', ...asked.inputs };
  return askDeploy({ ...asked, inputs });
}

/** The step by a call, and what it told its events. */
export async function askDeploy({
  runner = 'hosted',
  credentialsEndInSeconds: seconds,
  env,
  inputs = {},
  ...options
}: Asked = {}): Promise<Answered> {
  const end = seconds === undefined ? undefined : new Date(monday + 1000 * seconds).toISOString();
  const { run, simulator } = await travel({
    ...options,
    inputs,
    as: 'call',
    env: {
      // Without a session token, credentials never end.
      ...{ AWS_SESSION_TOKEN: end && 'simulated', AWS_CREDENTIAL_EXPIRATION: end },
      ...(runner === 'own' && { RUNNER_ENVIRONMENT: 'self-hosted' }),
      ...env,
    },
  });
  const events = notesOf(run).flatMap((note) =>
    note.startsWith('event ') ? [eventFrom(note.slice('event '.length))] : [],
  );
  const { outcome, plan, latest } = lifecycleOf(events);
  if (!outcome) throw new Error(`The run ended without an outcome: ${run.log}`);
  const findings = plan?.findings ?? [];
  const { sagemaker, cloudwatch, scaling } = simulator;
  const requests = [...sagemaker.requests, ...cloudwatch.requests, ...scaling.requests];
  const report = JSON.parse(run.outputs.report ?? '{}');
  return {
    ...{ outcome, findings, events, requests, simulator },
    fails: run.exitCode !== 0,
    found: findings.map(({ level, id }) => `${level} ${id}`),
    calls: [...new Set(requests.map(({ operation }) => operation))].toSorted(),
    configName: report['requested-endpoint-config-name'],
    serves: latest?.configName,
    report: run.summary,
  };
}

/** Everything that was said of why it failed. */
export function reason({ outcome }: Answered): string {
  if (outcome.kind !== 'failed') return outcome.kind;
  const { message, said = '', remedy } = outcome.problem;
  return [message, said, remedy].join('\n');
}

/** A model alone is given. */
export function ofModel(
  name: string,
  more: Readonly<Record<string, string>> = {},
): Asked['inputs'] {
  return { 'endpoint-config-name': '', 'model-name': name, ...more };
}

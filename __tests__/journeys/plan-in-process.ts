import type { SeenRequest } from '../../simulator/aws/aws-service.ts';
import { loadScenario, type ScenarioName } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { sha256 } from '../../src/adapters/workspace.ts';
import type { Event } from '../../src/domain/event.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { failsTheStep } from '../../src/domain/outcome.ts';
import type { Finding } from '../../src/domain/preflight/finding.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { plan } from '../../src/plan.ts';
import type { Clock, World } from '../../src/ports.ts';
import { longest, reportMarkdown } from '../../src/report/markdown.ts';
import { type ReportData, resolvedRequest } from '../../src/report/report-data.ts';
import { rollback } from '../../src/rollback.ts';
import { rollout } from '../../src/rollout.ts';
import { awsInProcess } from './aws-in-process.ts';
// Under jest, Node's own errors count as errors by what this module does, too.
import './in-process.ts';
import { TimeInProcess } from './time-in-process.ts';

/** What is planned or rolled out: fraud-v2 to fraud-prod in a fresh world, unless said otherwise. */
export interface Asked {
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  readonly scenario?: ScenarioName;
  readonly arrange?: (simulator: Simulator) => void;
  /** Files of the workspace, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Unset: a hosted one. */
  readonly runner?: 'hosted' | 'own';
  /** Unset: the credentials never end. */
  readonly credentialsEndInSeconds?: number;
}

/** What was asked, answered by the real core and the real SDK over HTTP, without a process. */
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

/** Only the plan: what `mode: plan` does, in some 50 ms. */
export function planInProcess(asked: Asked = {}): Promise<Answered> {
  return inProcess(plan, { ...asked, inputs: { mode: 'plan', ...asked.inputs } });
}

/** The whole rollout, in this process. */
export function deployInProcess(asked: Asked = {}): Promise<Answered> {
  return inProcess(rollout, asked);
}

/** The rollback, in this process: without a name, unless one is given. */
export function rollBackInProcess(asked: Asked = {}): Promise<Answered> {
  const inputs = { mode: 'rollback', 'endpoint-config-name': '', ...asked.inputs };
  return inProcess(rollback, { ...asked, inputs });
}

/** The commit and the run of every rollout here. */
export const origin = { commit: 'c0ffee'.repeat(7).slice(2), run: 'https://github.example/runs/7' };

async function inProcess(useCase: typeof plan, asked: Asked): Promise<Answered> {
  // The SDK's own clock is the wall clock here: an answer from another day would be a skewed clock.
  const simulator = await startSimulator({ start: Date.now() });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: simulator.url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIDSIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
  });
  const { credentialsEndInSeconds: seconds } = asked;
  const end = seconds && new Date(Date.now() + 1000 * seconds).toISOString();
  // Empty counts as not set.
  process.env.AWS_CREDENTIAL_EXPIRATION = end || '';
  const time = new TimeInProcess(simulator.clock);
  try {
    loadScenario(simulator.sagemaker, asked.scenario ?? 'canary-succeeds');
    asked.arrange?.(simulator);
    const inputs = inputsOf(asked);
    const events: Event[] = [];
    const outcome = await useCase(inputs.rollout, worldOf(asked, time, events));
    return answered(inputs, { simulator, events, outcome });
  } finally {
    time.stop();
    await simulator.close();
  }
}

function inputsOf({ inputs, files = {} }: Asked): ReturnType<typeof readInputs> {
  const given: Readonly<Record<string, string>> = {
    'endpoint-name': 'fraud-prod',
    'endpoint-config-name': 'fraud-v2',
    ...inputs,
  };
  return readInputs((name) => given[name] ?? '', {
    region: 'eu-west-1',
    readFile: (path) => files[path] ?? '',
    readBytes: (path) => Buffer.from(files[path] ?? ''),
    idTokens: 'not-offered',
    runId: undefined,
  });
}

export function worldOf({ runner = 'hosted' }: Asked, clock: Clock, events: Event[]): World {
  return {
    ...awsInProcess(clock),
    origin,
    digest: sha256,
    isHostedRunner: runner === 'hosted',
    cancelled: new AbortController().signal,
    tell: (event) => events.push(event),
  };
}

function answered(
  { mode, region, rollout: request }: ReturnType<typeof readInputs>,
  {
    simulator,
    events,
    outcome,
  }: { simulator: Simulator; events: readonly Event[]; outcome: Outcome },
): Answered {
  const findings = events.findLast((event) => event.kind === 'planned')?.findings ?? [];
  const { sagemaker, cloudwatch, scaling } = simulator;
  const requests = [...sagemaker.requests, ...cloudwatch.requests, ...scaling.requests];
  const end = events.findLast((event) => event.kind === 'ended');
  const reportData: ReportData = {
    ...{ mode, region, events },
    request: resolvedRequest(request, events),
    environment: undefined,
    run: { url: origin.run, commit: origin.commit, commitUrl: '' },
  };
  return {
    ...{ outcome, findings, events, requests, simulator },
    fails: failsTheStep(outcome, true),
    found: findings.map(({ level, id }) => `${level} ${id}`),
    calls: [...new Set(requests.map(({ operation }) => operation))].toSorted(),
    configName: reportData.request.endpointConfigName,
    serves: end?.snapshot?.configName,
    report: reportMarkdown(reportData, simulator.clock.now(), longest.summary).text,
  };
}

/** What CreateEndpointConfig was asked for, where it was. */
export function created({ requests }: Answered): readonly unknown[] {
  return requests
    .filter(({ operation, error }) => operation === 'CreateEndpointConfig' && !error)
    .map(({ input }) => input);
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

import type { RunOptions } from '../../simulator/runner/options.ts';
import { runAction } from '../../simulator/runner.ts';
import { loadScenario, type ScenarioName } from '../../simulator/scenarios.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { startSimulator } from '../../simulator/simulator.ts';

/** A rollout whose report is worth looking at. */
export interface ReportData {
  /** The name of its files. */
  readonly name: string;
  /** A full sentence. */
  readonly title: string;
  readonly scenario: ScenarioName;
  /** What else is so before the action runs. */
  readonly arrange?: (simulator: Simulator) => void;
  /** The inputs of the step, besides the names of the usual endpoint and configuration. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Files of the checked-out repository, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What ends it before its time: a rollout is reported while it goes on. */
  readonly signals?: NonNullable<RunOptions['signals']>;
}

const pullRequest = 42;

/** The comment that the pull request got: the committed bundle has run, in simulated time. */
export async function reportOf(reportData: ReportData): Promise<string> {
  const simulator = await startSimulator();
  try {
    loadScenario(simulator.sagemaker, reportData.scenario);
    simulator.github.addPullRequest({ number: pullRequest });
    reportData.arrange?.(simulator);
    const inputs = {
      'endpoint-name': 'fraud-prod',
      'endpoint-config-name': 'fraud-v2',
      ...reportData.inputs,
    };
    const { files = {}, signals = [] } = reportData;
    const { log } = await runAction({ simulator, inputs, files, signals });
    const [comment] = simulator.github.comments(pullRequest);
    if (!comment)
      throw new Error(`${reportData.name} left no comment. The log of the step:\n${log}`);
    return comment.body;
  } finally {
    await simulator.close();
  }
}

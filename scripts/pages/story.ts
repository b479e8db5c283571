import { runAction } from '../../simulator/runner.ts';
import { loadScenario, type ScenarioName } from '../../simulator/scenarios.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { startSimulator } from '../../simulator/simulator.ts';

/** A rollout whose report is worth looking at. */
export interface ReportData {
  /** The name of its files. */
  readonly name: string;
  readonly title: string;
  readonly scenario: ScenarioName;
  /** What else is so before the action runs. */
  readonly arrange?: (simulator: Simulator) => void;
  /** The inputs of the step, besides the names of the usual endpoint and configuration. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Files of the checked-out repository, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Which version of the comment is shown: a rollout is reported while it goes on. */
  readonly version: 'half-way' | 'last';
}

const pullRequest = 42;

/** The comment that the pull request got: the committed bundle has run, in simulated time, unless another way is given. */
export async function reportOf(reportData: ReportData, run = runAction): Promise<string> {
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
    const { log } = await run({ simulator, inputs, files: reportData.files ?? {} });
    const [comment] = simulator.github.comments(pullRequest);
    if (!comment)
      throw new Error(`${reportData.name} left no comment. The log of the step:\n${log}`);
    return reportData.version === 'last' ? comment.body : halfWay(comment.versions);
  } finally {
    await simulator.close();
  }
}

/** What the comment said half-way between its first version and its last. */
function halfWay(versions: readonly { readonly at: number; readonly body: string }[]): string {
  const [first, last] = [versions.at(0), versions.at(-1)];
  const middle = ((first?.at ?? 0) + (last?.at ?? 0)) / 2;
  return versions.findLast(({ at }) => at <= middle)?.body ?? '';
}

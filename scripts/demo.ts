/**
 * Shows the committed bundle at work, with no AWS account and no GitHub: a canary that succeeds,
 * then one that an alarm rolls back, against the simulator, about a minute of rollout a second.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { runAction } from '../simulator/runner.ts';
import { loadScenario, type ScenarioName } from '../simulator/scenarios.ts';
import { startSimulator } from '../simulator/simulator.ts';
import { writePages } from './pages.ts';

const folder = 'out/demo';
const pullRequest = 42;
const simulatedSecondsPerSecond = 50;
const inputs = {
  'endpoint-name': 'fraud-prod',
  'endpoint-config-name': 'fraud-v2',
  strategy: 'canary',
  'canary-size': '10%',
  'wait-interval': '5m',
  'termination-wait': '2m',
  alarms: 'fraud-5xx, fraud-latency',
  environment: 'production',
};

async function show(title: string, scenario: ScenarioName): Promise<void> {
  const simulator = await startSimulator();
  loadScenario(simulator.sagemaker, scenario);
  simulator.github.addPullRequest({ number: pullRequest });
  heading(`${title}: the log of the step`);
  const onLine = (line: string) => console.log(line);
  const run = await runAction({ simulator, inputs, pace: simulatedSecondsPerSecond, onLine });
  console.log(
    `\nThe step ${run.exitCode === 0 ? 'passes' : 'fails'}, outcome: ${run.outputs.outcome}`,
  );
  const [comment] = simulator.github.comments(pullRequest);
  const versions = comment?.versions ?? [];
  heading(`${title}: the comment on the pull request, first version`);
  console.log(versions[0]?.body);
  heading(`${title}: the same comment, version ${versions.length}, the last`);
  console.log(comment?.body);
  const file = `${folder}/${scenario}.md`;
  writeFileSync(file, comment?.body ?? '');
  console.log(`(also in ${file})`);
  await simulator.close();
}

function heading(text: string): void {
  console.log(`\n━━━ ${text} ${'━'.repeat(Math.max(3, 90 - text.length))}\n`);
}

mkdirSync(folder, { recursive: true });
await show('A canary that succeeds', 'canary-succeeds');
await show('A canary that an alarm rolls back', 'alarm-in-canary-bake');
heading('The reports as pages');
await writePages(folder);
console.log(`Open ${folder}/index.html in a browser.`);

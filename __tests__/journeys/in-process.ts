import { loadScenario } from '../../simulator/scenarios.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { sha256 } from '../../src/adapters/workspace.ts';
import type { Event } from '../../src/domain/event.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { rollout } from '../../src/rollout.ts';
import { awsInProcess } from './aws-in-process.ts';
import type { JourneyOptions } from './journey.ts';
import { TimeInProcess } from './time-in-process.ts';

/** How a rollout ended, told by the real core and the real SDK over HTTP, without a process. */
export interface Ending {
  readonly outcome: string;
  readonly serves: string | undefined;
  readonly events: readonly Event[];
}

/** Rolls fraud-v2 out to fraud-prod in a fresh world, in this process: hundreds of times quicker. */
export async function watchInProcess(
  inputs: Readonly<Record<string, string>>,
  arrange: NonNullable<JourneyOptions['arrange']>,
): Promise<Ending> {
  const simulator = await startSimulator();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: simulator.url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIDSIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
  });
  const events: Event[] = [];
  const time = new TimeInProcess(simulator.clock);
  try {
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    await arrange(simulator);
    const given: Record<string, string> = {
      'endpoint-name': 'fraud-prod',
      'endpoint-config-name': 'fraud-v2',
      ...inputs,
    };
    const { rollout: request } = readInputs((name) => given[name] ?? '', {
      region: 'eu-west-1',
      readFile: () => '',
      readBytes: () => new Uint8Array(),
      idTokens: 'not-offered',
      runId: undefined,
    });
    const outcome = await rollout(request, {
      ...awsInProcess(time),
      origin: { commit: 'c0ffee'.repeat(7), run: 'https://github.example/run' },
      digest: sha256,
      isHostedRunner: true,
      cancelled: new AbortController().signal,
      tell: (event) => events.push(event),
    });
    const end = events.at(-1);
    const serves = end?.kind === 'ended' ? end.snapshot?.configName : undefined;
    return { outcome: outcome.kind, serves, events };
  } finally {
    time.stop();
    await simulator.close();
  }
}

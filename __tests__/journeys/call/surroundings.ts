// The step loads them when they are needed, which would take time that is not simulated.
import '@actions/github';
import '@aws-sdk/credential-provider-ini';
import '../../../src/adapters/cloudwatch-logs.ts';
import type { SimulatedClock } from '../../../simulator/clock.ts';
import { installDate } from '../../../simulator/time/date.ts';
import '../../../src/adapters/application-auto-scaling.ts';
import '../../../src/adapters/cloudwatch.ts';
import '../../../src/adapters/sagemaker-deletions.ts';
import '../../../src/adapters/sagemaker-registry.ts';
import '../../../src/adapters/sagemaker-runtime.ts';
import { TimeInProcess } from '../time-in-process.ts';

/** What steps in this process share: its variables, its date, and who lets time pass. */
interface Surroundings {
  readonly clock: SimulatedClock;
  readonly time: TimeInProcess;
  readonly leave: () => void;
}

let present: Surroundings | undefined;
let inside = 0;

/**
 * Runs something in this process as in one that the runner started: with these variables and no
 * others, in simulated time, which several can live in at once.
 */
export async function inSurroundings<T>(
  clock: SimulatedClock,
  variables: Readonly<Record<string, string>>,
  act: (time: TimeInProcess) => Promise<T>,
): Promise<T> {
  present ??= enter(clock);
  const { time, leave } = present;
  if (present.clock !== clock) throw new Error('Steps of two worlds cannot run at once');
  setVariables(variables);
  inside += 1;
  try {
    return await act(time);
  } finally {
    inside -= 1;
    if (inside === 0) {
      present = undefined;
      leave();
    }
  }
}

function enter(clock: SimulatedClock): Surroundings {
  const environment = { ...process.env };
  const leaveDate = installDate(() => clock.now());
  const time = new TimeInProcess(clock);
  const leave = () => {
    time.stop();
    leaveDate();
    setVariables(environment);
  };
  return { clock, time, leave };
}

function setVariables(variables: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, variables);
}

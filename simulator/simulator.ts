import type { Server } from 'node:http';
import { Account, type AccountOptions } from './account/account.ts';
import { ApplicationAutoScaling } from './application-auto-scaling/application-auto-scaling.ts';
import { type Instant, SimulatedClock } from './clock.ts';
import { ClockService } from './clock-service.ts';
import { CloudWatch } from './cloudwatch/cloudwatch.ts';
import { GitHub } from './github/github.ts';
import { IdTokens } from './github/id-tokens.ts';
import { listen, urlOf } from './http.ts';
import { Logs } from './logs/logs.ts';
import { SageMaker } from './sagemaker/sagemaker.ts';
import { SageMakerRuntime } from './sagemaker-runtime/sagemaker-runtime.ts';
import { Sts } from './sts/sts.ts';

export interface SimulatorOptions extends AccountOptions {
  /** How many simulated seconds pass in a second; stepped time stands still until it is moved. */
  readonly speed?: number | 'stepped';
  /** A free one, unless given. */
  readonly port?: number;
  /** When the simulation begins. */
  readonly start?: Instant;
}

/** AWS and GitHub on one port of this machine, in a time of their own. */
export interface Simulator {
  readonly url: string;
  readonly clock: SimulatedClock;
  readonly sagemaker: SageMaker;
  readonly runtime: SageMakerRuntime;
  readonly cloudwatch: CloudWatch;
  readonly logs: Logs;
  readonly scaling: ApplicationAutoScaling;
  readonly sts: Sts;
  readonly github: GitHub;
  /** What gives jobs tokens of their own. */
  readonly idTokens: IdTokens;
  close(): Promise<void>;
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = new SimulatedClock(options.speed ?? 'stepped', options.start);
  const account = new Account(clock, options);
  const sagemaker = new SageMaker(account);
  const runtime = new SageMakerRuntime(account);
  const cloudwatch = new CloudWatch(account);
  const logs = new Logs(account);
  const scaling = new ApplicationAutoScaling(account);
  const github = new GitHub(clock);
  const sts = new Sts(account);
  const idTokens = new IdTokens(clock);
  const services = [
    ...[new ClockService(clock), sagemaker, runtime, cloudwatch, logs, scaling, sts],
    ...[idTokens, github],
  ];
  const server = await listen(services, options.port);
  return {
    ...{
      url: urlOf(server),
      clock,
      sagemaker,
      runtime,
      cloudwatch,
      logs,
      scaling,
      sts,
      github,
      idTokens,
    },
    close: () => stop(server),
  };
}

/** Also ends the requests that were left hanging. */
async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

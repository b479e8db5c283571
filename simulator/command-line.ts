import { parseArgs } from 'node:util';
import { isScenario, type ScenarioName, scenarios } from './scenarios.ts';

/** What the command line asks for. */
export type Command =
  | {
      readonly kind: 'serve';
      readonly port: number;
      readonly speed: number | 'stepped';
      readonly scenario: ScenarioName;
      readonly region: string;
    }
  | { readonly kind: 'list' }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string };

export const help = `Usage: npm run simulator -- [options]

SageMaker, CloudWatch and GitHub on this machine, for trying things out without an account.

  --port <number>      where to listen (4566; 0 takes a free port)
  --speed <number>     simulated seconds in a second (60), or "stepped": time stands
                       still until it is moved with POST /_simulator/clock
  --scenario <name>    what is to happen (canary-succeeds)
  --region <name>      the region of the account (eu-west-1)
  --list               the scenarios
  --help               this text`;

export function listOfScenarios(): string {
  const width = Math.max(...Object.keys(scenarios).map((name) => name.length));
  return Object.entries(scenarios)
    .map(([name, { description }]) => `${name.padEnd(width)}  ${description}`)
    .join('\n');
}

export function readCommand(args: readonly string[]): Command {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4566' },
        speed: { type: 'string', default: '60' },
        scenario: { type: 'string', default: 'canary-succeeds' },
        region: { type: 'string', default: 'eu-west-1' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    return values.list ? { kind: 'list' } : readServe(values);
  } catch (error) {
    return mistake(error instanceof Error ? error.message : String(error));
  }
}

interface Values {
  readonly port: string;
  readonly speed: string;
  readonly scenario: string;
  readonly region: string;
}

function readServe({ port, speed, scenario, region }: Values): Command {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return mistake(`--port ${port}: give a number from 0 to 65535`);
  }
  const factor = speed === 'stepped' ? speed : Number(speed);
  if (factor !== 'stepped' && !(factor > 0 && Number.isFinite(factor))) {
    return mistake(`--speed ${speed}: give a number above 0, or "stepped"`);
  }
  if (!isScenario(scenario)) {
    return mistake(`--scenario ${scenario}: there is no such scenario; --list names them`);
  }
  return { kind: 'serve', port: Number(port), speed: factor, scenario, region };
}

function mistake(message: string): Command {
  return { kind: 'mistake', message };
}

/** `npm run simulator`: the simulator for a person, who watches what happens in it. */
import { help, listOfScenarios, readCommand } from './command-line.ts';
import { requestLine, stageLine, welcome } from './console-lines.ts';
import { loadScenario } from './scenarios.ts';
import { type Simulator, startSimulator } from './simulator.ts';

const command = readCommand(process.argv.slice(2));

if (command.kind === 'help') {
  console.log(help);
} else if (command.kind === 'list') {
  console.log(listOfScenarios());
} else if (command.kind === 'mistake') {
  fail(command.message);
} else {
  try {
    const simulator = await startSimulator({ ...command, start: Date.now() });
    loadScenario(simulator.sagemaker, command.scenario);
    console.log(welcome(simulator.url, command));
    tellEverything(simulator);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    fail(`Port ${command.port} is taken: choose another with --port, or --port 0 for a free one`);
  }
}

function fail(message: string): void {
  console.error(`${message}\n\n${help}`);
  process.exitCode = 1;
}

function tellEverything(simulator: Simulator): void {
  const { clock, sagemaker, runtime, cloudwatch, logs, scaling, sts, close } = simulator;
  for (const service of [sagemaker, runtime, cloudwatch, logs, scaling, sts]) {
    service.onRequest((request) => console.log(requestLine(request)));
  }
  sagemaker.onReached((where) => {
    const line = stageLine(clock.now(), where, sagemaker.endpoint(where.endpoint)?.state);
    // A request is told when it has been answered, and what it set off after it.
    queueMicrotask(() => console.log(line));
  });
  // What falls due happens when someone asks for the time: here also when no one calls.
  const ticking = setInterval(() => clock.now(), 100);
  process.once('SIGINT', () => {
    clearInterval(ticking);
    void close();
  });
}

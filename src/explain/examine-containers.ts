import { unless, within } from '../cancellation.ts';
import {
  type ContainerEvidence,
  mayBeRead,
  tellsMore,
  worstOf,
} from '../domain/cause/container-evidence.ts';
import { evidenceOf, together } from '../domain/cause/containers-read.ts';
import { shownTo, type Visibility } from '../domain/cause/log-readers.ts';
import { isStarting, startedSinceTheCall } from '../domain/cause/new-containers.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { World } from '../ports.ts';
import { type Run, tell } from '../run/run.ts';
import { type Depth, nothingRead, readLogs } from './read-logs.ts';

/** A reading takes no longer: what explains an outcome may take ten seconds in all. */
const secondsForLogs = 6;
/** To say who may see the repository. */
const secondsForGitHub = 2;
/** After the call the first instances need more than a minute to start a container. */
const firstReadingSeconds = 75;
const secondsBetweenReadings = 120;

/** Reads the last lines of the containers that were started since the call. */
export async function examineContainers(run: Run, signal: AbortSignal): Promise<void> {
  const evidence = await read(run, 'last-lines-too', signal);
  if (evidence) tell(run, { kind: 'containers-examined', evidence });
}

/**
 * Beside something that watches the new fleet start: looks now and then whether a container dies, which
 * SageMaker may take an hour to say. It holds nothing up, and tells only what is new.
 */
export async function examiningContainers<T>(run: Run, watch: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const examining = examineNowAndThen(run, over.signal).catch(() => undefined);
  try {
    return await watch();
  } finally {
    over.abort(new Error('The watch has ended.'));
    await examining;
  }
}

async function examineNowAndThen(run: Run, over: AbortSignal): Promise<void> {
  const { clock } = run.world;
  const { told } = run;
  const since = told.state.startedAt ?? clock.now();
  const wait = (since - clock.now()) / 1000 + firstReadingSeconds;
  if (!mayRead(run)) return;
  await clock.sleep(Math.min(Math.max(0, wait), firstReadingSeconds), over);
  while (isStarting(told.state) && mayRead(run)) {
    const before = told.state.containerEvidence;
    const evidence = await read(run, 'failures', over);
    if (evidence && tellsMore(evidence, before)) {
      tell(run, { kind: 'containers-examined', evidence });
    }
    if (evidence && worstOf(evidence) === 'died') return;
    await clock.sleep(secondsBetweenReadings, over);
  }
}

function mayRead({ asked, told: { state } }: Run): boolean {
  const mayBe = mayBeRead(state.containerEvidence);
  return asked.showLogs !== 'nothing' && mayBe && startedSinceTheCall(state) !== undefined;
}

/** What the logs tell; undefined where they are not to be read, or no one waits for it any more. */
async function read(
  run: Run,
  depth: Depth,
  signal: AbortSignal,
): Promise<ContainerEvidence | undefined> {
  const { asked, told, world } = run;
  const started = startedSinceTheCall(told.state);
  if (!started || !mayRead(run)) return undefined;
  const place = { logs: world.logs, endpointName: asked.endpointName, within: started };
  const reading = nothingRead();
  const unread = await limited(world, { seconds: secondsForLogs, signal }, (limit) =>
    readLogs({ ...place, signal: limit }, depth, reading),
  ).then(() => undefined, unreadBy);
  const isOpen = asked.showLogs !== 'auto' || reading.events.size === 0;
  const visibility = isOpen ? 'unknown' : await visibilityIn(world, signal);
  if (signal.aborted) return undefined;
  const read = { ...reading, since: started.since, unread };
  const evidence = evidenceOf(read, shownTo(asked.showLogs, visibility));
  return together(evidence, told.state.containerEvidence);
}

function visibilityIn(world: World, signal: AbortSignal): Promise<Visibility> {
  const seconds = secondsForGitHub;
  return limited(world, { seconds, signal }, world.visibility).catch(() => 'unknown');
}

/** Within so many seconds, unless it is not waited for any more; a call that ignores that is left alone. */
function limited<T>(
  { clock }: World,
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
  call: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  const inTime = within(seconds, clock, (limit) => call(AbortSignal.any([limit, signal])));
  return unless(signal, inTime);
}

function unreadBy(thrown: unknown): Problem {
  if (Object(thrown).name !== 'TimeoutError') return problemFrom(thrown);
  return new Problem(
    'unreachable',
    phrase`CloudWatch Logs did not answer within ${secondsForLogs} s.`,
    {
      remedy: phrase`Check that this runner reaches CloudWatch Logs, in a private network by a VPC endpoint, or set \`show-logs: false\`.`,
      cause: thrown,
    },
  );
}

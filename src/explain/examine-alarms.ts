import { unless } from '../cancellation.ts';
import { configInEffect } from '../domain/config-in-effect.ts';
import { alarmsOf } from '../domain/deployment-config.ts';
import { Problem } from '../domain/problem.ts';
import { createsEndpoint } from '../domain/stage.ts';
import { phrase } from '../domain/text/phrase.ts';
import { type Run, requestOf, tell } from '../run/run.ts';
import { AlarmReadings, type Asked } from './alarm-readings.ts';

/**
 * Reads the history of the rollout's alarms, and the datapoints around the change of those that went
 * to ALARM. What is known when the signal is aborted is told, and what could not be read with it.
 */
export async function examineAlarms(run: Run, signal: AbortSignal): Promise<void> {
  const asked = askedAbout(run);
  if (!asked) return;
  const readings = new AlarmReadings(run.world.alarms, asked);
  await unless(signal, readings.read(signal)).catch((thrown) => readings.fail(notInTime(thrown)));
  tell(run, { kind: 'alarms-examined', evidence: readings.evidence });
}

/** Undefined where no alarm can have rolled anything back: a creation, a failed smoke test, or no alarm. */
function askedAbout(run: Run): Asked | undefined {
  const { state } = run.told;
  const { startedAt, update, before, endedAt, outcome } = state;
  const isOfTheAction = outcome && 'reason' in outcome && outcome.reason.kind === 'smoke-test';
  if (startedAt === undefined || createsEndpoint(state) || isOfTheAction) return undefined;
  const request = requestOf(run);
  const names = [...new Set(alarmsOf(configInEffect(request, state)))];
  if (names.length === 0) return undefined;
  const { endpointName, endpointConfigName } = request;
  const skew = state.skewMs;
  return {
    names,
    from: (update.sentAt ?? startedAt) + skew,
    until: (endedAt ?? run.world.clock.now()) + skew,
    fleets: { endpointName, fresh: endpointConfigName, old: before?.configName },
  };
}

function notInTime(cause: unknown): Problem {
  return new Problem('unreachable', phrase`CloudWatch did not answer in time.`, {
    remedy: phrase`Check them in CloudWatch.`,
    cause,
  });
}

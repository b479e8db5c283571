import type { Outcome } from '../domain/outcome.ts';
import { Problem } from '../domain/problem.ts';
import type { Former } from '../domain/rollback-target.ts';
import { previousConfig } from '../domain/smoke-rollback.ts';
import { type SmokeTest, type Trial, verdictOn } from '../domain/smoke-test.ts';
import { joined, type Phrase, phrase } from '../domain/text/phrase.ts';
import { outcomeOfTimeout } from '../run/ending.ts';
import { previousInRecord, type Served } from '../run/record.ts';
import type { Run } from '../run/run.ts';
import { checkWayBack } from '../start/check-rollback-target.ts';
import { confirm } from '../watch/recheck.ts';
import { tryAll } from './attempts.ts';
import { turnBack } from './smoke-rollback.ts';

/**
 * Tries out what serves once the rollout has ended well, and goes back where it fails and nobody
 * said otherwise; any other outcome stays as it is. Where somebody else's update came meanwhile,
 * nobody knows whose answers were seen: that counts first. `served` is what served before the
 * update; undefined where there was none.
 */
export async function tryOut(run: Run, outcome: Outcome, served?: Served): Promise<Outcome> {
  const { smokeTest } = run.request;
  if (!smokeTest || (outcome.kind !== 'deployed' && outcome.kind !== 'unchanged')) return outcome;
  const { trials, otherwise } = await tryUndisturbed(run, smokeTest);
  if (otherwise) return otherwise === 'out-of-time' ? outcomeOfTimeout(run) : otherwise;
  switch (verdictOn(trials)) {
    case 'passed':
      return outcome;
    case 'not-tried':
      return { kind: 'failed', problem: notTriedOut(run, trials), reason: { kind: 'none' } };
    case 'failed':
      return afterFailure(run, trials, await whereTo(run, smokeTest, served ?? {}));
  }
}

/** Trials of an endpoint that was modified meanwhile, by auto scaling or somebody, are made once more. */
async function tryUndisturbed(run: Run, smokeTest: SmokeTest) {
  const modified = run.latest?.lastModified;
  const trials = await tryAll(run, smokeTest);
  const otherwise = await confirm(run);
  if (otherwise || run.latest?.lastModified === modified) return { trials, otherwise };
  return { trials: await tryAll(run, smokeTest, 'again'), otherwise: await confirm(run) };
}

/** Where a failed smoke test leads. */
type Destination =
  | { readonly kind: 'back'; readonly to: string }
  | { readonly kind: 'nowhere'; readonly remedy: Phrase };

/**
 * Back to what this run found serving, else to what the endpoint's record says: of a run before
 * this one. Never from what somebody has gone back to, which would bring again what was left.
 */
async function whereTo(
  run: Run,
  { onFailure }: SmokeTest,
  { snapshot: before, since: servedSince }: Partial<Served>,
): Promise<Destination> {
  const { source, endpointConfigName } = run.request;
  if (source.kind === 'back') return { kind: 'nowhere', remedy: notForward };
  const found = previousConfig(endpointConfigName, before);
  if (onFailure === 'fail') return { kind: 'nowhere', remedy: leftBy(found) };
  const former: Former | undefined =
    found === undefined ? await previousInRecord(run) : { name: found, by: 'look', servedSince };
  if (!former || !run.latest) return { kind: 'nowhere', remedy: nothingKnown };
  const { faults, hidden } = await checkWayBack(run, run.latest, former);
  const why = [...faults, ...(hidden ? [hidden.what] : [])];
  return why.length > 0
    ? { kind: 'nowhere', remedy: notBack(former.name, joined(why, ' ')) }
    : { kind: 'back', to: former.name };
}

function notBack(name: string, why: Phrase): Phrase {
  return phrase`Nothing was rolled back: ${name} is not known to be what served before. ${why} Roll one out that is known to work, by \`endpoint-config-name\`.`;
}

const notForward = phrase`Nothing was updated again: a rollback does not go forward to what it came from. Roll one out that is known to work, by \`endpoint-config-name\`.`;

const nothingKnown = phrase`Neither this run nor a record in the endpoint's tags knows a configuration from before to go back to. Roll one out that is known to work, by \`endpoint-config-name\`.`;

function leftBy(previous: string | undefined): Phrase {
  const back = previous === undefined ? phrase`an earlier configuration` : previous;
  return phrase`Nothing was rolled back, as \`on-smoke-failure: fail\` says. Mend the model and roll out again, or go back to ${back}: \`mode: rollback\` with its name as \`endpoint-config-name\`.`;
}

async function afterFailure(
  run: Run,
  trials: readonly Trial[],
  destination: Destination,
): Promise<Outcome> {
  switch (destination.kind) {
    case 'back':
      return turnBack(run, destination.to, trials);
    case 'nowhere': {
      const { endpointName, endpointConfigName } = run.request;
      const message = phrase`${endpointConfigName} failed its smoke test, and ${endpointName} serves it.`;
      const problem = new Problem('smoke-test-failed', message, { remedy: destination.remedy });
      return { kind: 'failed', problem, reason: { kind: 'smoke-test', trials } };
    }
  }
}

/** Nothing speaks against the model: there is no reason to go back. */
function notTriedOut({ request }: Run, trials: readonly Trial[]): Problem {
  const { endpointName, endpointConfigName } = request;
  const problems = trials.flatMap(({ result }) =>
    result.kind === 'not-tried' ? [result.problem] : [],
  );
  const [first] = problems;
  const again = phrase`Then re-run this job: it tries out what serves already.`;
  const message = phrase`${endpointName} serves ${endpointConfigName}, but it could not be tried out, so nothing was rolled back.`;
  return new Problem('not-tried-out', joined([message, ...(first ? [first.what] : [])], ' '), {
    remedy: joined([...(first ? [first.remedy] : []), again], ' '),
    said: first?.said,
    cause: first,
  });
}

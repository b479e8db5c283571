import type { Outcome } from '../domain/outcome.ts';
import { Problem } from '../domain/problem.ts';
import type { Former } from '../domain/rollback-target.ts';
import { previousConfig } from '../domain/smoke-rollback.ts';
import { type SmokeResult, type SmokeTest, verdictOn } from '../domain/smoke-test.ts';
import { joined, type Phrase, phrase } from '../domain/text/phrase.ts';
import { previousInRecord, type Served } from '../run/record.ts';
import { latestOf, type Run, requestOf } from '../run/run.ts';
import { checkWayBack } from '../start/check-rollback-target.ts';
import { recheck } from '../watch/recheck.ts';
import { tryAll } from './attempts.ts';
import { rollBackSmoke } from './smoke-rollback.ts';

/**
 * Tries out what serves once the rollout has ended well, and goes back where it fails and no one
 * said otherwise; any other outcome stays as it is. Where another update came meanwhile,
 * no one knows whose answers were seen: that counts first. `served` is what served before the
 * update; undefined where there was none.
 */
export async function smokeTesting(run: Run, outcome: Outcome, served?: Served): Promise<Outcome> {
  const { smokeTest } = run.asked;
  if (!smokeTest || (outcome.kind !== 'deployed' && outcome.kind !== 'unchanged')) return outcome;
  const { smokeResults, otherwise } = await tryUndisturbed(run, smokeTest);
  if (otherwise) return otherwise;
  switch (verdictOn(smokeResults)) {
    case 'passed':
      return outcome;
    case 'not-sent':
      return { kind: 'failed', problem: notTriedOut(run, smokeResults), reason: { kind: 'none' } };
    case 'failed':
      return afterFailure(run, smokeResults, await whereTo(run, smokeTest, served));
  }
}

/** Trials of an endpoint that was modified meanwhile, by auto scaling or someone, are made once more. */
async function tryUndisturbed(run: Run, smokeTest: SmokeTest) {
  const modified = latestOf(run)?.lastModified;
  const smokeResults = await tryAll(run, smokeTest);
  const otherwise = await recheck(run);
  if (otherwise || latestOf(run)?.lastModified === modified) return { smokeResults, otherwise };
  return { smokeResults: await tryAll(run, smokeTest, 'again'), otherwise: await recheck(run) };
}

/** Where a failed smoke test leads. */
type Destination =
  | { readonly kind: 'back'; readonly to: string }
  | { readonly kind: 'nowhere'; readonly remedy: Phrase };

/**
 * Back to what this run found serving, else to what the endpoint's record says: of a run before
 * this one. Never from what someone has rolled back to, which would bring again what was left.
 */
async function whereTo(
  run: Run,
  { onFailure }: SmokeTest,
  served: Served | undefined,
): Promise<Destination> {
  const { source, endpointConfigName } = requestOf(run);
  if (source.kind === 'back') return { kind: 'nowhere', remedy: notForward };
  const found = previousConfig(endpointConfigName, served?.snapshot);
  if (onFailure === 'fail') return { kind: 'nowhere', remedy: leftBy(found) };
  const former: Former | undefined =
    found === undefined
      ? await previousInRecord(run)
      : { name: found, by: 'poll', servedSince: served?.since };
  const latest = latestOf(run);
  if (!former || !latest) return { kind: 'nowhere', remedy: nothingKnown };
  const { faults, hidden } = await checkWayBack(run, latest, former);
  const why = [...faults, ...(hidden ? [hidden.what] : [])];
  return why.length > 0
    ? { kind: 'nowhere', remedy: notBack(former.name, joined(why, ' ')) }
    : { kind: 'back', to: former.name };
}

function notBack(name: string, why: Phrase): Phrase {
  return phrase`Nothing was rolled back: ${name} is not known to be what served before. ${why} Roll one out that is known to work, by \`endpoint-config-name\`.`;
}

const notForward = phrase`Nothing was updated again: the configuration before a rollback is not rolled out again. Roll one out that is known to work, by \`endpoint-config-name\`.`;

const nothingKnown = phrase`Neither this run nor a record in the endpoint's tags knows an earlier configuration to roll back to. Roll one out that is known to work, by \`endpoint-config-name\`.`;

function leftBy(previous: string | undefined): Phrase {
  const back = previous === undefined ? phrase`an earlier configuration` : previous;
  return phrase`Nothing was rolled back, as \`on-smoke-failure: fail\` says. Fix the model and roll out again, or roll back to ${back}: \`mode: rollback\` with its name as \`endpoint-config-name\`.`;
}

async function afterFailure(
  run: Run,
  smokeResults: readonly SmokeResult[],
  destination: Destination,
): Promise<Outcome> {
  switch (destination.kind) {
    case 'back':
      return rollBackSmoke(run, destination.to, smokeResults);
    case 'nowhere': {
      const { endpointName, endpointConfigName } = requestOf(run);
      const message = phrase`${endpointConfigName} failed its smoke test, and ${endpointName} serves it.`;
      const problem = new Problem('smoke-test-failed', message, { remedy: destination.remedy });
      return { kind: 'failed', problem, reason: { kind: 'smoke-test', smokeResults } };
    }
  }
}

/** Nothing speaks against the model: there is no reason to go back. */
function notTriedOut(run: Run, smokeResults: readonly SmokeResult[]): Problem {
  const { endpointName, endpointConfigName } = requestOf(run);
  const problems = smokeResults.flatMap(({ result }) =>
    result.kind === 'not-sent' ? [result.problem] : [],
  );
  const [first] = problems;
  const again = phrase`A re-run smoke-tests what serves already.`;
  const message = phrase`${endpointName} serves ${endpointConfigName}, but it could not be smoke-tested, so nothing was rolled back.`;
  return new Problem('not-smoke-tested', joined([message, ...(first ? [first.what] : [])], ' '), {
    remedy: first?.remedy ?? phrase`Check the endpoint.`,
    rerun: again,
    said: first?.said,
    cause: first,
  });
}

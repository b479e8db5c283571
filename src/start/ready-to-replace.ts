import type { Snapshot } from '../domain/endpoint.ts';
import { Problem } from '../domain/problem.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Run } from '../run/run.ts';
import { end, type Next } from '../watch/observe.ts';
import type { Beginning } from './beginning.ts';
import { lookUpServing } from './freshness.ts';
import type { Target } from './target.ts';

/** Nothing is deleted for a configuration that no endpoint can be created on. @throws Problem */
export async function readyToReplace(
  run: Run,
  { name }: Target,
  before: Snapshot,
): Promise<Next<Beginning>> {
  const config = await lookUpServing(run, name);
  if (config.kind === 'not-readable') throw config.problem;
  if (config.kind === 'found') return end({ kind: 'to-replace', before });
  throw new Problem(
    'endpoint-config-not-found',
    phrase`There is no endpoint configuration ${name}, so the failed endpoint was not deleted.`,
    { remedy: phrase`Fix \`endpoint-config-name\`, or create the configuration first.` },
  );
}

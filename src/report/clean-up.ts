import type { Kept, Made, User } from '../domain/clean-up.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import { inLog } from '../domain/text/log.ts';
import { type Markdown, md, together } from '../domain/text/markdown.ts';
import { listed, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { nothing } from './limit.ts';
import { problemPhrases } from './problem.ts';

/** What was kept and why, or what would be deleted, in the log; each deletion has had a line of its own. */
export function cleanUpPhrases({ cleanUp, deleted }: Lifecycle): readonly Phrase[] {
  if (!cleanUp) return [];
  const { kept, problem } = cleanUp;
  const due = cleanUp.kind === 'clean-up-planned' ? cleanUp.due : [];
  const all = [...due, ...deleted, ...kept];
  return [
    ...dueLines(due),
    ...(all.length === 0 && !problem
      ? [phrase`Nothing that this action made is to be deleted`]
      : []),
    ...keptLines(kept),
    ...(problem
      ? [phrase`Not all is known, so nothing more is deleted.`, ...problemPhrases(problem)]
      : []),
  ];
}

/** The same in the report, with what was deleted; empty where there is nothing to tell. */
export function cleanUpSection(account: Lifecycle): Markdown {
  const { cleanUp, deleted } = account;
  const isTold = cleanUp?.problem || deleted.length > 0 || (cleanUp?.kept.length ?? 0) > 0;
  if (!isTold && !(cleanUp?.kind === 'clean-up-planned')) return nothing;
  const lines = [
    ...byKind(deleted).map(([kind, names]) => phrase`Deleted ${kind}: ${listed(names)}`),
    ...cleanUpPhrases(account),
    ...(cleanUp?.problem ? [cleanUp.problem.remedy] : []),
  ];
  return together(
    lines.map((line) => md`${line}`),
    '\n\n',
  );
}

function dueLines(due: readonly Made[]): readonly Phrase[] {
  return byKind(due).map(
    ([kind, names]) => phrase`Would delete after the rollout, ${kind}: ${listed(names)}`,
  );
}

function keptLines(kept: readonly Kept[]): readonly Phrase[] {
  const newest = kept.filter(({ why }) => why.kind === 'newest');
  return [
    ...byKind(newest).map(([kind, names]) => phrase`Kept the newest ${kind}: ${listed(names)}`),
    ...kept.flatMap(({ kind, name, why }) =>
      why.kind === 'newest' ? [] : [phrase`Kept the ${own(kind)} ${name}: ${whyPhrase(why)}`],
    ),
  ];
}

function whyPhrase(why: Exclude<Kept['why'], { kind: 'newest' }>): Phrase {
  return why.kind === 'new' ? phrase`it was created since this run began` : userPhrase(why.user);
}

function userPhrase({ kind, name }: User): Phrase {
  switch (kind) {
    case 'serving':
      return phrase`endpoint ${name} serves it`;
    case 'pending':
      return phrase`it is being rolled out to endpoint ${name}`;
    case 'record':
      return phrase`the record of endpoint ${name} names it`;
    case 'served-before':
      return phrase`endpoint ${name} served it before`;
    case 'planned':
      return phrase`endpoint ${name} would serve it`;
    case 'configuration':
      return phrase`endpoint configuration ${name} names it`;
    case 'component':
      return phrase`inference component ${name} names it`;
    case 'job':
      return phrase`transform job ${name} runs with it`;
  }
}

const plurals: Readonly<Record<Made['kind'], Phrase>> = {
  'endpoint configuration': phrase`endpoint configurations`,
  model: phrase`models`,
};

/** Their names, under what they are. */
function byKind(made: readonly Made[]): readonly (readonly [Phrase, readonly string[]])[] {
  return (['endpoint configuration', 'model'] as const)
    .map((kind) => [plurals[kind], namesOf(kind, made)] as const)
    .filter(([, names]) => names.length > 0);
}

/** The members of the output `report`: docs/report.md. */
export function cleanUpDetails(account: Lifecycle | undefined) {
  const { deleted = [], cleanUp } = account ?? {};
  const due = cleanUp?.kind === 'clean-up-planned' ? cleanUp.due : [];
  return {
    'deleted-endpoint-configs': namesOf('endpoint configuration', deleted),
    'deleted-models': namesOf('model', deleted),
    'would-delete-endpoint-configs': namesOf('endpoint configuration', due),
    'would-delete-models': namesOf('model', due),
    kept: (cleanUp?.kept ?? []).map(({ kind, name, why }) => ({
      kind,
      name,
      why: why.kind === 'needed' ? inLog(userPhrase(why.user)) : why.kind,
    })),
    'clean-up-problem': cleanUp?.problem ? inLog(cleanUp.problem.what) : null,
  };
}

function namesOf(kind: Made['kind'], made: readonly Made[]): readonly string[] {
  return made.flatMap((one) => (one.kind === kind ? one.name : []));
}

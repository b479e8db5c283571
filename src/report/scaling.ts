import type { Lifecycle } from '../domain/lifecycle.ts';
import { type Missing, missingFrom } from '../domain/missing-scaling.ts';
import { mostCapacity, type SavedScaling } from '../domain/saved-form.ts';
import type { RefusedTags } from '../domain/saved-scaling.ts';
import { countsInstances, type RetentionChoice, type ScaledVariant } from '../domain/scaling.ts';
import { type ScalingChange, unfinishedScaling } from '../domain/scaling-event.ts';
import { commandOf } from '../domain/scaling-requests.ts';
import type { ScalingState } from '../domain/scaling-state.ts';
import { fenced, type Markdown, md, together } from '../domain/text/markdown.ts';
import { joined, listed, own, type Phrase, phrase, textOf } from '../domain/text/phrase.ts';
import type { ReportData } from './report-data.ts';
import { type Cell, fold, table } from './table.ts';

/** What was found of auto scaling last. */
export function foundScaling({ scaling }: Pick<Lifecycle, 'scaling'>) {
  return scaling.findLast((change) => change.kind === 'found');
}

/** Whether the counts and weights that serve are kept, and why; undefined where no update begins. */
export function countsPhrase({ scaling }: Lifecycle): Phrase | undefined {
  const choice = foundScaling({ scaling })?.choice;
  if (!choice) return undefined;
  const { retention, why, variants } = choice;
  const excluded = retention.kind === 'all-but' ? retention.excluded : [];
  const but = excluded.length > 0 ? phrase` (except ${listed(excluded)})` : phrase``;
  if (retention.kind === 'none') return phrase`as the configuration says, ${whyOfConfig(why)}`;
  if (why !== 'scaled') return phrase`kept as they serve now, as asked${but}`;
  const are = own(variants.length === 1 ? 'is' : 'are');
  return phrase`kept as they serve now, because ${listed(variants)} ${are} auto-scaled${but}`;
}

function whyOfConfig(why: RetentionChoice['why']): Phrase {
  if (why === 'asked') return phrase`as asked`;
  return why === 'not-scaled'
    ? phrase`because no variant is auto-scaled`
    : phrase`because it is not known whether a variant is auto-scaled`;
}

/** What is scaled, and its state, in a line. */
export function scalingPhrase(account: Lifecycle): Phrase | undefined {
  const scaled = foundScaling(account)?.scaled ?? [];
  const state = shownState(account);
  if (scaled.length === 0 && state === 'untouched') return undefined;
  const what = scaled.length > 0 ? [scaledPhrase(scaled)] : [];
  return joined([...what, ...(state === 'untouched' ? [] : [own(stateWords[state])])], '; ');
}

type ShownState = Exclude<ScalingState, 'in-the-way'>;

/** What is only about to happen has changed nothing yet. */
export function shownState({ scalingState }: Pick<Lifecycle, 'scalingState'>): ShownState {
  return scalingState === 'in-the-way' ? 'untouched' : scalingState;
}

/** In Markdown. */
const stateWords = {
  saved: 'saved before it is removed',
  ended: 'removed with the endpoint',
  off: 'off during the update',
  restored: 'removed for the update, and restored',
  'restored-for-now': 'restored, while the update still runs',
  incomplete: '**not restored as it was**',
  'tags-left': 'restored, but **the tags that kept it are left**',
} as const satisfies Readonly<Record<Exclude<ShownState, 'untouched'>, string>>;

/** Why nothing is restored from tags that have the keys of saved scaling, and what to do. */
export function refusedPhrase({ keys, why }: RefusedTags): Phrase {
  return phrase`nothing is restored from tags of the endpoint (${shortList(keys)}), and they are left alone: ${refusals[why]} If auto scaling is missing, restore it by hand; then delete these tags.`;
}

function shortList([first = '', ...others]: readonly string[]): Phrase {
  return others.length === 0 ? phrase`${first}` : phrase`${first} and ${others.length} more`;
}

const refusals: Readonly<Record<RefusedTags['why'], Phrase>> = {
  incomplete: phrase`they are not complete.`,
  'not-legible': phrase`they do not hold auto scaling in a form that this version reads.`,
  'too-many': phrase`they would allow more than ${mostCapacity['sagemaker:variant:DesiredInstanceCount']} instances, or a provisioned concurrency of more than ${mostCapacity['sagemaker:variant:DesiredProvisionedConcurrency']}.`,
};

export function refusedTags(scaling: readonly ScalingChange[]): readonly RefusedTags[] {
  return scaling.findLast((change) => change.kind === 'tags-refused')?.refused ?? [];
}

/** Scalable targets, policies and schedules; and the commands that restored what is off or missing. */
export function scalingSection({ request, region }: ReportData, account: Lifecycle): Markdown {
  const { scaling } = account;
  const found = foundScaling(account)?.scaled ?? [];
  const parts = partsToPutBack(account);
  const commands = parts.map((part) => commandText(request.endpointName, region, part));
  const rows = found.map(rowOf);
  const head = [phrase`Variant`, phrase`Scales`, phrase`Policies`, phrase`Scheduled actions`];
  const folds = [
    ...refusedTags(scaling).map((one) => md`**Warning:** ${refusedPhrase(one)}`),
    ...(rows.length > 0 ? [fold(phrase`Auto scaling`, table(head, rows))] : []),
    ...(commands.length > 0
      ? [fold(phrase`Restoring auto scaling by hand`, fenced(commands.join('\n'), 'sh'))]
      : []),
  ];
  return together(folds, '\n\n');
}

/** What a person would have to restored, as things stand. */
function partsToPutBack({ scaling, scalingState }: Lifecycle): readonly Missing[] {
  const unfinished = unfinishedScaling(scaling);
  if (unfinished) return unfinished.missing;
  if (scalingState !== 'saved' && scalingState !== 'off') return [];
  const saved = scaling.findLast(({ kind }) => kind === 'saved' || kind === 'left-by-a-run');
  return saved && 'saved' in saved ? partsOf(saved.saved) : [];
}

/** All parts of what was saved, in the order in which they are restored. */
export function partsOf({ targets }: SavedScaling): readonly Missing[] {
  return missingFrom(targets, []);
}

/**
 * A command of the AWS CLI that puts a part back. Every sign that a shell, Markdown or the runner
 * might take for its own is written as JSON's escape.
 */
export function commandText(endpointName: string, region: string, part: Missing): string {
  const { command, input } = commandOf(endpointName, part);
  const json = JSON.stringify(input).replaceAll(/[^ -~]|['`#<>&@|!]/g, escaped);
  return `aws application-autoscaling ${command} --region ${region} --cli-input-json '${json}'`;
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Each scaled variant in a few words. */
export function scaledPhrase(scaled: readonly ScaledVariant[]): Phrase {
  const each = scaled.map(
    (one) => phrase`${one.variant} ${joined([rangePhrase(one), ...extrasOf(one)], ', ')}`,
  );
  return joined(each, '; ');
}

export function rangePhrase(scaled: ScaledVariant): Phrase {
  const what = own(countsInstances(scaled) ? 'instances' : 'of provisioned concurrency');
  return phrase`${scaled.minCapacity} to ${scaled.maxCapacity} ${what}`;
}

function extrasOf({ policies, actions, suspended }: ScaledVariant): readonly Phrase[] {
  const isSuspended = Object.values(suspended).some((flag) => flag === true);
  return [
    ...counted(policies.length, phrase`policy`, phrase`policies`),
    ...counted(actions.length, phrase`scheduled action`, phrase`scheduled actions`),
    ...(isSuspended ? [phrase`partly suspended`] : []),
  ];
}

function counted(count: number, one: Phrase, several: Phrase): readonly Phrase[] {
  return count === 0 ? [] : [phrase`${count} ${count === 1 ? one : several}`];
}

function rowOf(scaled: ScaledVariant): readonly Cell[] {
  return [
    phrase`${scaled.variant}`,
    rangePhrase(scaled),
    orDash(scaled.policies.map(({ name, type }) => phrase`${name} (${type})`)),
    orDash(scaled.actions.map(({ name, members }) => phrase`${name}: ${textOf(members.Schedule)}`)),
  ];
}

function orDash(phrases: readonly Phrase[]): Phrase {
  return phrases.length > 0 ? joined(phrases, ', ') : phrase`–`;
}

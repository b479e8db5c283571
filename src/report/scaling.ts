import type { Account } from '../domain/account.ts';
import { type Missing, missingFrom } from '../domain/missing-scaling.ts';
import type { SavedScaling } from '../domain/saved-scaling.ts';
import { countsInstances, type RetentionChoice, type ScaledVariant } from '../domain/scaling.ts';
import { type ScalingNews, unfinishedScaling } from '../domain/scaling-news.ts';
import { commandOf } from '../domain/scaling-requests.ts';
import { code, fenced, inMarkdown, listed, own, type Phrase, phrase } from './phrase.ts';
import type { Story } from './story.ts';
import { fold, table } from './table.ts';

/** What was found of auto scaling last. */
export function foundScaling({ scaling }: Pick<Account, 'scaling'>) {
  return scaling.findLast((news) => news.kind === 'found');
}

/** Whether the counts and weights that serve are kept, and why; undefined where no update begins. */
export function countsPhrase({ scaling }: Account): Phrase | undefined {
  const choice = foundScaling({ scaling })?.choice;
  if (!choice) return undefined;
  const { retention, why, variants } = choice;
  const excluded = retention.kind === 'all-but' ? retention.excluded : [];
  const but = excluded.length > 0 ? phrase` (but for ${listed(excluded)})` : [];
  if (retention.kind === 'none') return own(`as the configuration says, ${whyOfConfig(why)}`);
  if (why !== 'scaled') return phrase`kept as they serve now, as asked${but}`;
  const are = variants.length === 1 ? 'is' : 'are';
  return phrase`kept as they serve now, because ${listed(variants)} ${own(are)} auto-scaled${but}`;
}

function whyOfConfig(why: RetentionChoice['why']): string {
  if (why === 'asked') return 'as asked';
  return why === 'not-scaled'
    ? 'because no variant is auto-scaled'
    : 'because nobody knows whether a variant is auto-scaled';
}

/** What is scaled, and how that stands, for one look. */
export function scalingText({ scaling }: Account): string {
  const scaled = foundScaling({ scaling })?.scaled ?? [];
  if (scaled.length === 0 && stateOf(scaling) === 'untouched') return '';
  const words: Readonly<Record<ScalingState, string>> = {
    untouched: '',
    saved: '; saved before it is taken off',
    off: '; off during the update',
    'put-back': '; taken off for the update, and put back',
    'put-back-for-now': '; put back, while the update still runs',
    incomplete: '; **not put back as it was**',
    'tags-left': '; put back, but **the tags that kept it are left**',
  };
  return `${inMarkdown(scaledPhrase(scaled))}${words[stateOf(scaling)]}`.replace(/^; /, '');
}

export type ScalingState =
  | 'untouched'
  | 'saved'
  | 'off'
  | 'put-back'
  | 'put-back-for-now'
  | 'incomplete'
  | 'tags-left';

/** How far auto scaling has come from what it was. */
export function stateOf(scaling: readonly ScalingNews[]): ScalingState {
  return scaling.reduce<ScalingState>((state, news) => {
    switch (news.kind) {
      case 'left-by-a-run':
      case 'taken-off':
        return 'off';
      case 'saved':
        return state === 'off' ? 'off' : 'saved';
      case 'put-back':
        return news.isForNow ? 'put-back-for-now' : 'put-back';
      case 'incomplete':
        return news.missing.length > 0 ? 'incomplete' : 'tags-left';
      default:
        return state;
    }
  }, 'untouched');
}

/** Scalable targets, policies and schedules; and the commands that put back what is off or missing. */
export function scalingSection({ request, region }: Story, { scaling }: Account): string {
  const found = foundScaling({ scaling })?.scaled ?? [];
  const parts = partsToPutBack(scaling);
  const commands = parts.map((part) => commandText(request.endpointName, region, part));
  const rows = found.map(rowOf);
  const head = ['Variant', 'Scales', 'Policies', 'Scheduled actions'];
  return [
    ...(rows.length > 0 ? [fold('Auto scaling', table(head, rows))] : []),
    ...(commands.length > 0
      ? [fold('Putting auto scaling back by hand', fenced(commands.join('\n'), 'sh'))]
      : []),
  ].join('\n\n');
}

/** What a person would have to put back, as things stand. */
function partsToPutBack(scaling: readonly ScalingNews[]): readonly Missing[] {
  const unfinished = unfinishedScaling(scaling);
  if (unfinished) return unfinished.missing;
  if (!['saved', 'off'].includes(stateOf(scaling))) return [];
  const saved = scaling.findLast(({ kind }) => kind === 'saved' || kind === 'left-by-a-run');
  return saved && 'saved' in saved ? partsOf(saved.saved) : [];
}

/** All parts of what was saved, in the order in which they are put back. */
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
  return scaled.flatMap((one, index) => [
    ...(index > 0 ? ['; '] : []),
    ...phrase`${one.variant} ${own([rangeText(one), ...extrasOf(one)].join(', '))}`,
  ]);
}

export function rangeText(scaled: ScaledVariant): string {
  const what = countsInstances(scaled) ? 'instances' : 'of provisioned concurrency';
  return `${scaled.minCapacity} to ${scaled.maxCapacity} ${what}`;
}

function extrasOf({ policies, actions, suspended }: ScaledVariant): readonly string[] {
  const isSuspended = Object.values(suspended).some((flag) => flag === true);
  return [
    ...counted(policies.length, 'policy', 'policies'),
    ...counted(actions.length, 'scheduled action', 'scheduled actions'),
    ...(isSuspended ? ['partly suspended'] : []),
  ];
}

function counted(count: number, one: string, several: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
}

function rowOf(scaled: ScaledVariant): readonly string[] {
  return [
    code(scaled.variant),
    rangeText(scaled),
    scaled.policies.map(({ name, type }) => `${code(name)} (${code(type)})`).join(', ') || '–',
    scaled.actions
      .map(({ name, members }) => `${code(name)}: ${code(String(members.Schedule ?? ''))}`)
      .join(', ') || '–',
  ];
}

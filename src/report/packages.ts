import type { Lifecycle } from '../domain/lifecycle.ts';
import { labelInArn, labelOf, type ModelPackage } from '../domain/models/model-package.ts';
import { packagesOf, type VariantPackage } from '../domain/models/variant-package.ts';
import { link, type Markdown, together } from '../domain/text/markdown.ts';
import { joined, type Phrase, phrase } from '../domain/text/phrase.ts';
import { nothing } from './limit.ts';
import { commitPlace } from './links.ts';
import { type Cell, fold, table } from './table.ts';
import { dateOf, timeOfDay } from './time.ts';

/** Metrics that a reader looks at; the registry has them all. */
const mostMetrics = 8;

/** What is rolled out of the model registry instead of what, in a few words; undefined: nothing is. */
export function packagesPhrase({ models }: Lifecycle): Phrase | undefined {
  const all = packagesOf(models);
  const lines = all.map((each) => {
    const of = all.length > 1 ? phrase`${each.variant}: ` : phrase``;
    return phrase`${of}${changePhrase(each)}, ${approvalPhrase(each.given)}`;
  });
  return lines.length > 0 ? joined(lines, '; ') : undefined;
}

/** One of them and what a reviewer asks next, as lines of the log. */
export function packageLogPhrases(each: VariantPackage): readonly Phrase[] {
  const { variant, given } = each;
  const { commit } = given;
  return [
    phrase`Model package of ${variant}: ${changePhrase(each)}, ${reasonedPhrase(given)}`,
    ...imagePhrases(given),
    ...(commit === undefined ? [] : [phrase`Trained at commit ${commit}`]),
  ];
}

/** Everything that a reviewer wants to know of each package. */
export function packagesSection({ models }: Lifecycle): Markdown {
  const parts = packagesOf(models).map(({ variant, given }) =>
    fold(phrase`Model package ${labelOf(given)} in ${variant}`, detailsOf(given)),
  );
  return parts.length > 0 ? together(parts, '\n\n') : nothing;
}

function detailsOf(given: ModelPackage): Markdown {
  const { arn, metrics } = given;
  const images = imagePhrases(given);
  const shown = metrics.slice(0, mostMetrics).map(({ name, uri }) => phrase`${name}: ${uri}`);
  const more = metrics.length - shown.length;
  const rows: readonly (readonly [Phrase, Cell | undefined])[] = [
    [phrase`Approval`, reasonedPhrase(given)],
    [phrase`Image`, images.length > 0 ? joined(images, ', ') : undefined],
    [phrase`Training commit`, commitCell(given)],
    [
      phrase`Metrics`,
      shown.length > 0
        ? joined([...shown, ...(more > 0 ? [phrase`and ${more} more`] : [])], ', ')
        : undefined,
    ],
  ];
  const told = rows.flatMap(([name, cell]) => (cell ? [[name, cell]] : []));
  return table([phrase`ARN`, phrase`${arn}`], told);
}

/** `fraud/6 → fraud/7`; with their accounts where these differ. */
function changePhrase({ given, before }: VariantPackage): Phrase {
  const { arn } = given;
  if (before === undefined || before.includes(arn)) return phrase`${labelOf(given)}`;
  if (before.length === 0) return phrase`no package → ${labelOf(given)}`;
  const isElsewhere = before.some((each) => accountOf(each) !== accountOf(arn));
  const of = (label: string, each: string) =>
    isElsewhere ? phrase`${label} of account ${accountOf(each)}` : phrase`${label}`;
  const olds = before.map((each) => of(labelInArn(each), each));
  return phrase`${joined(olds, ', ')} → ${of(labelOf(given), arn)}`;
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

function approvalPhrase({ approval, changedBy }: ModelPackage): Phrase {
  const by = changedBy === undefined ? phrase`` : phrase`, last changed by ${changedBy}`;
  switch (approval) {
    case undefined:
      return phrase`without an approval status${by}`;
    case 'Approved':
      return phrase`approved${by}`;
    default:
      return phrase`${approval}${by}`;
  }
}

function reasonedPhrase(given: ModelPackage): Phrase {
  const { changedAt, approvalReason } = given;
  const at =
    changedAt === undefined
      ? phrase``
      : phrase` on ${dateOf(changedAt)} at ${timeOfDay(changedAt)} UTC`;
  const why = approvalReason === undefined ? phrase`` : phrase`: ${approvalReason}`;
  return phrase`${approvalPhrase(given)}${at}${why}`;
}

function imagePhrases({ images }: ModelPackage): readonly Phrase[] {
  return images.map(({ image, digest }) =>
    digest === undefined ? phrase`${image}` : phrase`${image} (${digest})`,
  );
}

/** A link only where the repository is an address of the web; the registry holds whatever was written. */
function commitCell({ commit, repository }: ModelPackage): Cell | undefined {
  if (commit === undefined) return repository === undefined ? undefined : phrase`${repository}`;
  const place = repository === undefined ? undefined : commitPlace(repository, commit);
  if (place) return link(phrase`${place.label}`, place.url);
  return repository === undefined ? phrase`${commit}` : phrase`${commit} in ${repository}`;
}

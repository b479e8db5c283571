import type { Image, Snapshot, Variant } from '../domain/endpoint.ts';
import {
  instanceTypesOf,
  productionVariantsOf,
  shadowVariantsOf,
  variantNameOf,
} from '../domain/endpoint-config.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Markdown } from '../domain/text/markdown.ts';
import { listed, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { nothing } from './limit.ts';
import { type Cell, fold, table } from './table.ts';

/** The instances that one configuration runs on. */
interface Fleet {
  readonly label: 'old' | 'new';
  readonly configName: string;
  readonly variants: readonly Variant[];
  readonly shadowVariants: readonly Variant[];
}

const facts = [phrase`Instances`, phrase`Weight`, phrase`Type`, phrase`Image`];
const head = [phrase`Variant`, ...facts];
const headWithFleet = [phrase`Variant`, phrase`Fleet`, ...facts];

/** Per variant, and per fleet while there are two: who takes traffic, and on what it runs. */
export function variantsSection(account: Lifecycle): Markdown {
  const { latest } = account;
  const fleets = latest ? fleetsOf(latest) : [];
  const rows = fleets.flatMap((fleet) => [
    ...fleet.variants.map((variant) => rowOf(variant, fleet, account, '')),
    ...fleet.shadowVariants.map((variant) => rowOf(variant, fleet, account, ' (shadow)')),
  ]);
  if (!latest || rows.length === 0) return nothing;
  if (fleets.length > 1) {
    return fold(phrase`Variants, those with traffic counted`, table(headWithFleet, rows));
  }
  const shown = rows.map(([variant = phrase``, , ...more]) => [variant, ...more]);
  return fold(phrase`Variants of ${latest.configName}`, table(head, shown));
}

function fleetsOf(latest: Snapshot): readonly Fleet[] {
  const { pending, configName, variants, shadowVariants } = latest;
  const serving: Fleet = { label: 'old', configName, variants, shadowVariants };
  return pending ? [serving, { label: 'new', ...pending }] : [serving];
}

function rowOf(
  variant: Variant,
  { label, configName }: Fleet,
  account: Lifecycle,
  suffix: '' | ' (shadow)',
): readonly Cell[] {
  const type = variant.instanceType ?? instanceTypeOf(account, configName, variant.name);
  return [
    phrase`${variant.name}${own(suffix)}`,
    phrase`${own(label)} ${configName}`,
    countText(variant),
    variant.currentWeight === undefined ? phrase`` : phrase`${variant.currentWeight}`,
    type === undefined ? phrase`` : phrase`${type.replace(/^ml\./, '')}`,
    listed(variant.images.map(imageText)),
  ];
}

function countText({ currentInstances, desiredInstances }: Variant): Phrase {
  if (currentInstances === undefined) {
    return desiredInstances === undefined ? phrase`serverless` : phrase``;
  }
  return desiredInstances === undefined || desiredInstances === currentInstances
    ? phrase`${currentInstances}`
    : phrase`${currentInstances} of ${desiredInstances}`;
}

/** The last part of the address, and the first signs of the digest: `fraud:v2@sha256:0123456789ab`. */
function imageText({ specified, resolved }: Image): string {
  const [, digest] = /@sha256:([0-9a-f]{12})/.exec(resolved ?? '') ?? [];
  const name = (specified ?? resolved ?? '').split('@')[0]?.split('/').at(-1) ?? '';
  return digest ? `${name}@sha256:${digest}` : name;
}

/** As the configuration says; where it could not be read, nothing is said. */
function instanceTypeOf(
  { comparison }: Lifecycle,
  configName: string,
  variantName: string,
): string | undefined {
  if (comparison?.kind !== 'compared') return undefined;
  const { before, after } = comparison;
  const config = [after, before].find(({ name }) => name === configName);
  const variants = config
    ? [...productionVariantsOf(config.content), ...shadowVariantsOf(config.content)]
    : [];
  const variant = variants.find((candidate) => variantNameOf(candidate) === variantName);
  return variant && instanceTypesOf(variant).join(', ');
}

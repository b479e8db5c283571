import type { Account } from '../domain/account.ts';
import type { Image, Snapshot, Variant } from '../domain/endpoint.ts';
import {
  instanceTypesOf,
  productionVariantsOf,
  shadowVariantsOf,
  variantNameOf,
} from '../domain/endpoint-config.ts';
import { code, inHtml } from './phrase.ts';
import { fold, table } from './table.ts';

/** The instances that one configuration runs on. */
interface Fleet {
  readonly label: 'old' | 'new';
  readonly configName: string;
  readonly variants: readonly Variant[];
  readonly shadowVariants: readonly Variant[];
}

const head = ['Variant', 'Fleet', 'Instances', 'Weight', 'Type', 'Image'];

/** Per variant, and per fleet while there are two: who takes traffic, and on what it runs. */
export function variantsSection(account: Account): string {
  const { latest } = account;
  const fleets = latest ? fleetsOf(latest) : [];
  const rows = fleets.flatMap((fleet) => [
    ...fleet.variants.map((variant) => rowOf(variant, fleet, account, '')),
    ...fleet.shadowVariants.map((variant) => rowOf(variant, fleet, account, ' (shadow)')),
  ]);
  if (!latest || rows.length === 0) return '';
  if (fleets.length > 1) return fold('Variants, those with traffic counted', table(head, rows));
  const withoutFleet = [head, ...rows].map(([variant = '', , ...more]) => [variant, ...more]);
  const [first = [], ...others] = withoutFleet;
  return fold(`Variants of ${inHtml(latest.configName)}`, table(first, others));
}

function fleetsOf(latest: Snapshot): readonly Fleet[] {
  const { pending, configName, variants, shadowVariants } = latest;
  const serving: Fleet = { label: 'old', configName, variants, shadowVariants };
  return pending ? [serving, { label: 'new', ...pending }] : [serving];
}

function rowOf(
  variant: Variant,
  { label, configName }: Fleet,
  account: Account,
  suffix: string,
): readonly string[] {
  const type = variant.instanceType ?? instanceTypeOf(account, configName, variant.name);
  return [
    `${code(variant.name)}${suffix}`,
    `${label} ${code(configName)}`,
    countText(variant),
    variant.currentWeight === undefined ? '' : String(variant.currentWeight),
    type === undefined ? '' : code(type.replace(/^ml\./, '')),
    variant.images.map(imageText).join(', '),
  ];
}

function countText({ currentInstances, desiredInstances }: Variant): string {
  if (currentInstances === undefined) return desiredInstances === undefined ? 'serverless' : '';
  return desiredInstances === undefined || desiredInstances === currentInstances
    ? String(currentInstances)
    : `${currentInstances} of ${desiredInstances}`;
}

/** The last part of the address, and the first signs of the digest: `fraud:v2@sha256:0123456789ab`. */
function imageText({ specified, resolved }: Image): string {
  const [, digest] = /@sha256:([0-9a-f]{12})/.exec(resolved ?? '') ?? [];
  const name = (specified ?? resolved ?? '').split('@')[0]?.split('/').at(-1) ?? '';
  return code(digest ? `${name}@sha256:${digest}` : name);
}

/** As the configuration says; where it could not be read, nothing is said. */
function instanceTypeOf(
  { comparison }: Account,
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

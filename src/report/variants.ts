import type { Account } from '../domain/account.ts';
import type { Image, Snapshot, Variant } from '../domain/endpoint.ts';
import {
  instanceTypesOf,
  productionVariantsOf,
  shadowVariantsOf,
  variantNameOf,
} from '../domain/endpoint-config.ts';
import { code } from './phrase.ts';
import { fold, table } from './table.ts';

/** The instances that one configuration runs on. */
interface Fleet {
  readonly label: 'old' | 'new' | 'serves';
  readonly configName: string;
  readonly variants: readonly Variant[];
  readonly shadowVariants: readonly Variant[];
}

const head = ['Variant', 'Fleet', 'Instances with traffic', 'Weight', 'Type', 'Image'];

/** Per variant and fleet: who takes traffic, on what. Instance types are those of the configurations. */
export function variantsSection(account: Account): string {
  const { latest } = account;
  if (!latest) return '';
  const rows = fleetsOf(latest).flatMap((fleet) => [
    ...fleet.variants.map((variant) => rowOf(variant, fleet, account, '')),
    ...fleet.shadowVariants.map((variant) => rowOf(variant, fleet, account, ' (shadow)')),
  ]);
  return rows.length === 0 ? '' : fold('Variants', table(head, rows));
}

function fleetsOf(latest: Snapshot): readonly Fleet[] {
  const { pending, configName, variants, shadowVariants } = latest;
  if (!pending) return [{ label: 'serves', configName, variants, shadowVariants }];
  return [
    { label: 'old', configName, variants, shadowVariants },
    { label: 'new', ...pending },
  ];
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

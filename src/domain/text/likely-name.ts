import { distance } from './distance.ts';

/** Which of the names one that is not among them is likely to be; undefined: it may be a new one. */
export function likelyName(written: string, names: readonly string[]): string | undefined {
  return (
    otherSpelling(written, names) ??
    names.find((name) => isMistyped(written, name)) ??
    names.find((name) => isOtherForm(written, name)) ??
    names.find((name) => isShortened(written, name))
  );
}

/** `production_variants`, `production-variants` and `productionVariants` are one name. */
export function otherSpelling(written: string, names: readonly string[]): string | undefined {
  return names.find((name) => folded(name) === folded(written));
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Names that differ in their numbers are versions: another number is a new one. */
function isOtherVersion(one: string, other: string): boolean {
  return one.replaceAll(/\D/g, '') !== other.replaceAll(/\D/g, '');
}

function isMistyped(written: string, name: string): boolean {
  const [one, other] = [folded(written), folded(name)];
  if (isOtherVersion(one, other)) return false;
  const most = Math.min(2, Math.floor(other.length / 4));
  return Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
}

/** `SubnetIds` for Subnets, `KmsKeyArn` for KmsKeyId: AWS's services name what is the same by its form. */
function isOtherForm(written: string, name: string): boolean {
  const [one, other] = [written, name].map((each) => folded(each).replace(form, ''));
  return one !== '' && one === other;
}

const form = /(id|arn|name|ur[il])?s?$/;

/**
 * `Weight` for InitialVariantWeight, `LEAST` for LEAST_OUTSTANDING_REQUESTS. New members of the API are
 * often a `…Config` each, whose words say nothing about the others.
 */
function isShortened(written: string, name: string): boolean {
  const [some, all] = [wordsOf(written), wordsOf(name)];
  if (some.length === 0 || some.length >= all.length) return false;
  if (isOtherVersion(written, name) || some.at(-1) === 'config') return false;
  const text = String(some);
  return text === String(all.slice(0, some.length)) || text === String(all.slice(-some.length));
}

function wordsOf(name: string): readonly string[] {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words.map((word) => word.toLowerCase());
}

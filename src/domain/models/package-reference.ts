import { keeps, resourceName } from '../names.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

/** Which package of the model registry is meant. */
export type PackageReference =
  /** One package, as DescribeModelPackage takes it: its ARN, or `group/version` of this account. */
  | { readonly kind: 'one'; readonly name: string; readonly of: VersionOf | undefined }
  /** The newest approved version of a group, by its name or its ARN. */
  | { readonly kind: 'newest'; readonly group: string };

/** A version of a group; a package of AWS Marketplace is in none. */
export interface VersionOf {
  /** The name of the group, or its ARN. */
  readonly group: string;
  readonly version: number;
}

/** A text that names a package, or what to write instead: it follows on "`<input>`: `<text>` ". */
export type ReadReference =
  | {
      readonly kind: 'read';
      readonly reference: PackageReference;
      /** The region of its ARN; undefined where it is no ARN. */
      readonly region: string | undefined;
    }
  | { readonly kind: 'mistaken'; readonly rule: Phrase };

const arn =
  /^(?<before>arn:aws[a-z-]*:sagemaker:(?<region>[a-z0-9-]+):\d{12}:)(?<kind>[a-z-]+)\/(?<path>.+)$/;

/** At most nine digits: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelPackage.html */
const version = /^[1-9]\d{0,8}$/;

export const rightReference: Phrase = phrase`the ARN of a package, a group and a version such as fraud/3, or a group (its name or its ARN), which means its newest approved version`;

/** Reads an ARN of a package or a group, `group/version`, or the name of a group. */
export function readPackageReference(text: string): ReadReference {
  const groups = arn.exec(text)?.groups;
  if (!groups) return readPath(text, { before: '', kind: undefined, region: undefined });
  const { before = '', kind, region, path = '' } = groups;
  return readPath(path, { before, kind, region });
}

interface Place {
  /** What stands before the kind in an ARN; empty where a name is given. */
  readonly before: string;
  readonly kind: string | undefined;
  readonly region: string | undefined;
}

function readPath(path: string, { before, kind, region }: Place): ReadReference {
  const [name = '', given, ...more] = path.split('/');
  if (kind !== undefined && kind !== 'model-package' && kind !== 'model-package-group') {
    return mistaken(phrase`is the ARN of something else: write ${rightReference}.`);
  }
  if (!keeps(name, resourceName) || more.length > 0) return notOne;
  const group = before === '' ? name : `${before}model-package-group/${name}`;
  if (given !== undefined && /^(latest|newest|approved)$/i.test(given)) {
    return mistaken(
      phrase`has no number as its version: write ${group} alone, which means its newest approved version, or a number, such as ${name}/3.`,
    );
  }
  if (given !== undefined && !version.test(given)) return notOne;
  if (given === undefined && kind !== 'model-package') {
    return { kind: 'read', reference: { kind: 'newest', group }, region };
  }
  const of = given === undefined ? undefined : { group, version: Number(given) };
  const one = before === '' ? path : `${before}model-package/${path}`;
  return { kind: 'read', reference: { kind: 'one', name: one, of }, region };
}

function mistaken(rule: Phrase): ReadReference {
  return { kind: 'mistaken', rule };
}

const notOne = mistaken(phrase`does not name a model package: write ${rightReference}.`);

/** What was asked for, in the words of the user. */
export function referenceText(reference: PackageReference): string {
  return reference.kind === 'one' ? reference.name : reference.group;
}

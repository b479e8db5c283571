import { everyVariantOf, instanceTypesOf, variantNameOf } from '../endpoint-config.ts';
import { labelOf, type ModelPackage } from '../models/model-package.ts';
import type { VariantPackage } from '../models/variant-package.ts';
import { listed, type Phrase, phrase } from '../text/phrase.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { configInput, packageInput } from './written.ts';

/** Whether CreateModel itself refuses a package that is not approved is not published. */
export function packagesAreApproved(facts: Facts): readonly Finding[] {
  return distinct(facts.packages).flatMap((each) => approvalFindings(each, facts));
}

function approvalFindings(given: ModelPackage, facts: Facts): readonly Finding[] {
  const id = 'package-approved';
  const { approval, approvalReason, version } = given;
  const name = labelOf(given);
  if (approval === 'Approved') return [];
  if (approval !== undefined) {
    const reason = approvalReason === undefined ? phrase`` : phrase` (${approvalReason})`;
    return [
      {
        id,
        level: 'error',
        seen: phrase`The model package ${name} is ${approval}${reason}.`,
        why: phrase`Only approved packages are rolled out.`,
        remedy: phrase`Approve it (UpdateModelPackage, or in SageMaker Studio), or name another version in ${packageInput(facts)}. \`preflight: warn\` rolls it out as it is.`,
      },
    ];
  }
  const seen = phrase`The model package ${name} has no approval status.`;
  const why = phrase`Whether anyone approved it is not known.`;
  if (version !== undefined) {
    const remedy = phrase`Set its approval status (UpdateModelPackage, or in SageMaker Studio).`;
    return [{ id, level: 'warning', seen, why, remedy }];
  }
  const remedy = phrase`No action needed: only versions of a group have one.`;
  return [{ id, level: 'remark', seen, why, remedy }];
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelPackage.html, ModelPackageStatus */
export function packagesAreComplete(facts: Facts): readonly Finding[] {
  return distinct(facts.packages).flatMap((given): readonly Finding[] => {
    const { status, failureReasons } = given;
    if (status === 'Completed') return [];
    const reasons =
      failureReasons.length > 0 ? phrase` (${failureReasons.slice(0, 3).join(' ')})` : phrase``;
    const isOnItsWay = status === 'Pending' || status === 'InProgress';
    return [
      {
        id: 'package-complete',
        level: 'error',
        seen: phrase`The model package ${labelOf(given)} has the status ${status}${reasons}.`,
        why: phrase`Only a package that is Completed can be used.`,
        remedy: isOnItsWay
          ? phrase`Wait until it is Completed, and re-run this job.`
          : phrase`Name another version in ${packageInput(facts)}.`,
      },
    ];
  });
}

/** More instance types than a person reads. */
const mostTypes = 10;

/** "Required for unversioned models, and optional for versioned models": the same page, InferenceSpecification. */
export function packagesSupportTheInstances({
  config,
  packages,
  ...facts
}: Facts): readonly Finding[] {
  const all = config.kind === 'found' ? everyVariantOf(config.value) : [];
  return packages.flatMap(({ variant, given }) => {
    const own = all.filter((each) => variantNameOf(each) === variant);
    const others = own
      .flatMap(instanceTypesOf)
      .filter((type) => !given.instanceTypes.includes(type));
    if (given.instanceTypes.length === 0 || others.length === 0) return [];
    return [notSupported({ variant, given }, others, configInput(facts))];
  });
}

function notSupported(
  { variant, given }: Pick<VariantPackage, 'variant' | 'given'>,
  types: readonly string[],
  input: Phrase,
): Finding {
  const { isProduct } = given;
  const useOther = phrase`Use an instance type that the package supports in ${input}`;
  return {
    id: 'package-instance-type',
    level: isProduct ? 'error' : 'warning',
    seen: phrase`Variant ${variant} runs on ${listed(types)}, and the model package ${labelOf(given)} supports ${shortList(given.instanceTypes)}.`,
    why: isProduct
      ? phrase`SageMaker runs a product of AWS Marketplace only on the instance types that it supports.`
      : phrase`The model may not run there; whether SageMaker refuses it is not published.`,
    remedy: isProduct
      ? phrase`${useOther}.`
      : phrase`${useOther}, or add this one to the package (UpdateModelPackage, InferenceSpecification).`,
  };
}

function shortList(types: readonly string[]): Phrase {
  const more = types.length - mostTypes;
  return more > 0 ? phrase`${listed(types.slice(0, mostTypes))} and ${more} more` : listed(types);
}

/** Each package once: several variants may run the same. */
function distinct(packages: readonly VariantPackage[]): readonly ModelPackage[] {
  return [...new Map(packages.map(({ given }) => [given.arn, given])).values()];
}

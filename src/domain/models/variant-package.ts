import type { ChosenModel } from './chosen-model.ts';
import { type ModelPackage, packagesIn } from './model-package.ts';

/** A package that a variant's model is made of. */
export interface VariantPackage {
  readonly variant: string;
  readonly given: ModelPackage;
  /** The ARNs of those of the model that serves in the variant; undefined: no model is known to. */
  readonly before: readonly string[] | undefined;
}

export function packagesOf(models: readonly ChosenModel[]): readonly VariantPackage[] {
  return models.flatMap(({ variant, packages, serving }) =>
    packages.map((given) => ({ variant, given, before: serving && packagesIn(serving) })),
  );
}

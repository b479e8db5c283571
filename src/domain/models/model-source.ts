import type { JsonObject } from '../json.ts';
import type { PackageReference } from './package-reference.ts';

/** Where the model of a variant comes from, by the inputs. */
export type ModelSource =
  /** It exists already. */
  | { readonly kind: 'existing'; readonly name: string }
  /** The model that serves in the variant, with these replaced. */
  | {
      readonly kind: 'changed';
      readonly image: string | undefined;
      readonly dataUrl: string | undefined;
    }
  /** A package of the model registry. */
  | { readonly kind: 'package'; readonly reference: PackageReference };

/** A model that is made, or one that exists. */
export type AnyModelSource =
  | ModelSource
  /** In the shape of CreateModel. */
  | { readonly kind: 'written'; readonly content: JsonObject };

/** The model that a variant is to have. */
export interface WantedModel {
  readonly variant: string;
  readonly source: AnyModelSource;
}

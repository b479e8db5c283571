import type { JsonObject } from '../json.ts';
import type { Instant } from '../request.ts';
import type { ModelPackage } from './model-package.ts';

/** The model that a variant gets. */
export interface ChosenModel {
  readonly variant: string;
  readonly name: string;
  /** As CreateModel takes it, where the action makes it; undefined: it was asked for by its name. */
  readonly content: JsonObject | undefined;
  /** Whether it is still to be created. */
  readonly isNew: boolean;
  /** What else its name is made of, where the plain one stands for a model that was deleted. */
  readonly datedAt?: Instant | undefined;
  /** The packages of the model registry that it is made of. */
  readonly packages: readonly ModelPackage[];
  /** The model that serves in the variant; undefined: none, or none that is known. */
  readonly serving: JsonObject | undefined;
}

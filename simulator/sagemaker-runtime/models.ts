import type { Instant } from '../clock.ts';

/** How a model behaves for a while. */
export type Behavior = {
  /** Simulated seconds that it takes to answer. */
  readonly seconds?: number;
  /** How long it behaves so, from its first request on; unset: for ever. */
  readonly forSeconds?: number;
} & (
  | { readonly kind: 'answers'; readonly body: string | Uint8Array; readonly contentType?: string }
  /** The container itself answers an error. */
  | { readonly kind: 'error'; readonly status: number; readonly message: string }
  | { readonly kind: 'not-ready' }
);

/** The models as they are when someone asks them. One that is not scripted says its name. */
export class Models {
  readonly #scripts = new Map<string, readonly Behavior[]>();
  readonly #firstAsked = new Map<string, Instant>();

  /** Each behavior follows the one before; the last one stays. */
  script(model: string, behaviors: readonly Behavior[]): void {
    this.#scripts.set(model, behaviors);
    this.#firstAsked.delete(model);
  }

  behaviorOf(model: string, variant: string, now: Instant): Behavior {
    const first = this.#firstAsked.get(model) ?? now;
    this.#firstAsked.set(model, first);
    let until = first;
    for (const behavior of this.#scripts.get(model) ?? []) {
      until += 1000 * (behavior.forSeconds ?? Number.POSITIVE_INFINITY);
      if (now < until) return behavior;
    }
    const body = JSON.stringify({ model, variant });
    return { kind: 'answers', body, contentType: 'application/json' };
  }
}

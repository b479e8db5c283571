import { type Doubt, deleted, notCompared, replaced, type WayOut } from '../domain/doubt.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import { contentOf } from '../domain/endpoint-config.ts';
import type { Freshness } from '../domain/freshness.ts';
import type { JsonObject } from '../domain/json.ts';
import type { ChosenModel } from '../domain/models/chosen-model.ts';
import { writtenModels } from '../domain/models/wanted-model.ts';
import { planFor } from '../domain/plan.ts';
import type { Replacement } from '../domain/replaced.ts';
import type { ConfigSource, Instant, RolloutRequest } from '../domain/request.ts';
import { phrase } from '../domain/text/phrase.ts';
import { type Run, requestOf, tell } from '../run/run.ts';
import { lookUpServing, readToCompare } from './freshness.ts';

/** The configuration to roll out: one that exists, or content that this run may have to create. */
export type Target = {
  readonly name: string;
  /** Why what runs under that name may not be what is asked for; undefined: it is, or nothing does. */
  readonly doubt?: Doubt | undefined;
  /** The models that the action gives to variants of it. */
  readonly models?: readonly ChosenModel[];
} & ({ readonly kind: 'existing' } | Made);

interface Made {
  readonly kind: 'made';
  readonly content: JsonObject;
  /** The time of the newest model, where a name is made of it too. */
  readonly datedAt?: Instant | undefined;
  /** The names under which it is still to be created, in that order. */
  readonly toCreate: readonly string[];
  /** What was replaced, where the same content is rolled out anew because of that. */
  readonly replacements: readonly Replacement[];
}

/** Says what is to be rolled out, anew with each poll of the endpoint; its name is empty while that is open. */
export type FindTarget = (run: Run, before: Snapshot) => Promise<Target>;

/** Whether another poll that shows something else to serve would lead to another target. */
export function comesFromWhatServes({ source }: RolloutRequest): boolean {
  return (
    source.kind === 'model' ||
    ((source.kind === 'back' || source.kind === 'file') && source.name === undefined) ||
    (source.kind === 'file' && makesModels(source))
  );
}

/** What serves gives a model that is made what is not written in it. */
function makesModels({ content, model }: Extract<ConfigSource, { kind: 'file' }>): boolean {
  return model !== undefined || writtenModels(content).length > 0;
}

/** Tells the target where it is another than before; from here on the request is about it. */
export function resolved(run: Run, target: Target): Target {
  const isNew = target.kind === 'made' && target.toCreate.length > 0;
  const { endpointConfigName } = requestOf(run);
  const { models = [] } = target;
  if (!sameModels(models, run.told.state.models)) tell(run, { kind: 'models-chosen', models });
  if (target.name !== endpointConfigName || isNew !== run.told.state.makesConfig) {
    tell(run, { kind: 'resolved', endpointConfigName: target.name, isNew });
  }
  return target;
}

function sameModels(some: readonly ChosenModel[], others: readonly ChosenModel[]): boolean {
  const texts = [some, others].map((models) =>
    models.map(({ variant, name, isNew }) => `${variant} ${name} ${isNew}`).join(),
  );
  return texts[0] === texts[1];
}

/**
 * The configuration of that name, as it is. Where it seems to serve or to be rolled out already, it is
 * held against what does: a name can be used again for other content.
 */
export async function existingTarget(
  run: Run,
  before: Snapshot,
  { name, wayOut }: { readonly name: string; readonly wayOut: WayOut },
): Promise<Target> {
  if (!isTaken(name, before)) return { kind: 'existing', name };
  const found = await lookUpServing(run, name);
  if (found.kind === 'missing') {
    return { kind: 'existing', name, doubt: serves(name, before) ? deleted(before) : undefined };
  }
  if (found.kind === 'not-readable') {
    return { kind: 'existing', name, doubt: notCompared(name, before, found.problem) };
  }
  const compare = await readToCompare(run, before, contentOf(found.value));
  const doubt = doubtBy(compare(name, found.value), before, { name, wayOut });
  return { kind: 'existing', name, doubt };
}

/** Whether the name serves, or is being rolled out: then nothing would be sent. */
export function isTaken(name: string, before: Snapshot): boolean {
  const { kind } = planFor(name, before);
  return kind === 'unchanged' || kind === 'join';
}

function serves(name: string, before: Snapshot): boolean {
  return planFor(name, before).kind === 'unchanged';
}

export function doubtBy(
  { replacements, hidden }: Freshness,
  before: Snapshot,
  { name, wayOut }: { readonly name: string; readonly wayOut: WayOut },
): Doubt | undefined {
  if (replacements.length > 0) return replaced(replacements, before, wayOut);
  if (!hidden) return undefined;
  return notCompared(
    name,
    before,
    hidden,
    phrase`Or set \`redeploy: true\`, which rolls it out anew.`,
  );
}
